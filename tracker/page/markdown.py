"""The page of a quarter in Markdown (CommonMark). What people wrote is never markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.page.outline import (
    Answered,
    Block,
    Entry,
    Line,
    Said,
    kind_line,
    notes,
    sections,
    since_starting,
    written,
)
from tracker.text import clean, one_line
from tracker.views.review import ReviewPage, Wave

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#~|&$^])")
"""Escaped wherever they stand."""
_AT_A_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
"""Lists, rules and underlined headings begin a line."""
_ADDRESS = re.compile(r"(?<=[A-Za-z])(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)
"""What many readers make a link of by themselves."""


def render(page: ReviewPage) -> str:
    """The whole page."""
    return "\n\n".join(_parts(page)) + "\n"


def _parts(page: ReviewPage) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    yield ", ".join(part for part in (escaped(one_line(page.names)), since_starting(page)) if part)
    if kind_line(page):
        yield kind_line(page)
    for section in sections(page):
        yield f"## {section.title}"
        yield from blocks(section.blocks)
    yield "---"
    yield f"*{written(page)}*"
    yield "\n".join(f"- {note.whose}: {escaped(note.text)}" for note in notes(page))


def blocks(many: Iterable[Block], heading: str = "###") -> Iterator[str]:
    """Each block as a paragraph, a list or a quotation; questions under headings of this depth."""
    for one in many:
        match one:
            case Line():
                yield escaped(one.text)
            case Said():
                yield quotation(one)
            case Entry():
                yield entry_lines(one)
            case Answered():
                yield f"{heading} {escaped(one.question)}"
                yield from map(quotation, one.answers)
            case Wave():
                yield f"**{escaped(one.name)}**, {one.cadence}: {one.said}."


def entry_lines(one: Entry) -> str:
    """One thing they did, as an item of a list with all that belongs to it."""
    when = f"**{escaped(one.when)}**" if one.when else ""
    first = " ".join(part for part in ("-", when, escaped(one.title)) if part)
    rest = [quoted(one.text)] if one.text else []
    rest += [quotation(said) for said in one.said]
    return "\n\n".join((first, *(_indented(part) for part in rest)))


def quotation(said: Said) -> str:
    """Words of theirs, and below them whose they are."""
    whose = ", ".join(part for part in (said.who, said.when) if part)
    return quoted(said.text) + (f"\n>\n> — {escaped(whose)}" if whose else "")


def quoted(text: str) -> str:
    """People's text with its own lines, as a quotation."""
    lines = [escaped(line.strip()) for line in clean(text).strip().split("\n")]
    ends = (
        "\\" if line and following else "" for line, following in zip(lines, [*lines[1:], ""], strict=True)
    )
    return "\n".join(f"> {line}{end}".rstrip() for line, end in zip(lines, ends, strict=True))


def escaped(text: str) -> str:
    """One line of text that reads as it was written, whatever is in it."""
    plain = _MARKUP.sub(r"\\\1", text)
    plain = _AT_A_START.sub(_guarded, plain)
    return _ADDRESS.sub(r"\\\g<0>", plain)


def _guarded(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def _indented(part: str) -> str:
    return "\n".join(f"  {line}" for line in part.split("\n"))
