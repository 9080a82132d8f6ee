"""Lines that fit a terminal: words are wrapped by the cells that they take there, and none is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

WIDTH = 80


def wrapped(text: str, indent: str = "", hanging: str | None = None) -> Iterator[str]:
    """One paragraph in lines of at most 80 cells; further ones begin with `hanging`, else with `indent`."""
    further = indent if hanging is None else hanging
    line, start = indent, True
    for word in text.split(" "):
        if not start and cells(line) + 1 + cells(word) > WIDTH:
            yield line.rstrip()
            line, start = further, True
        line = f"{line}{word}" if start else f"{line} {word}"
        start = False
        if cells(line) > WIDTH:  # a word longer than a line
            *whole, line = _chopped(line, further)
            yield from whole
    yield line.rstrip()


def cells(text: str) -> int:
    """How many cells a text takes, wide characters two."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if combining(character) or character in "\u200b\u200d\ufe0e\ufe0f":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _chopped(line: str, further: str) -> Iterator[str]:
    """A line cut wherever it is full; the rest of it comes last."""
    begin, taken = 0, 0
    before = ""
    for place, character in enumerate(line):
        taken += _cells(character)
        if taken > WIDTH:
            yield before + line[begin:place]
            begin, before = place, further
            taken = cells(further) + _cells(character)
    yield before + line[begin:]
