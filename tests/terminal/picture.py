"""What stands on a terminal's screen after everything a program wrote to it."""

from __future__ import annotations

import codecs
import re

import pyte
from pyte.screens import Char

SEQUENCE = re.compile(
    r"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b\](?P<system>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b[PX^_](?P<device>[^\x1b]*)\x1b\\"
    r"|\x1b[ -/]*[0-OQ-WYZ\\`-~]"
)
"""One whole control sequence (ECMA-48): CSI, OSC, DCS and its like, or a plain escape."""

_LONGEST = 4096
"""A sequence that is still not whole after so many characters is none."""
_ALTERNATE = ("47", "1047", "1049")
_SYNCHRONISED = "2026"


class Picture:
    """A screen drawn by pyte, which is kept from the sequences that it would print or misread."""

    def __init__(self, columns: int, rows: int) -> None:
        self.alternate = False
        """Whether the alternate screen is shown, the one that a full-screen program leaves no trace on."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._unfinished = ""
        self._updating = False
        self._rows = [self._row(y) for y in range(rows)]

    @property
    def cursor(self) -> tuple[int, int]:
        """The column and the row in which the cursor stands, hidden or not."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def cursor_shown(self) -> bool:
        """Whether the cursor is to be seen."""
        return not self._screen.cursor.hidden

    def text(self) -> str:
        """All that can be read, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def line_of(self, words: str) -> str:
        """The first line that holds these words; empty where none does."""
        return next((line for line in self.text().splitlines() if words in line), "")

    def styles(self) -> set[tuple[str, str]]:
        """All pairs of foreground and background colour that are in use."""
        buffer = self._screen.buffer
        cells = (buffer[y][x] for y in range(self._screen.lines) for x in range(self._screen.columns))
        return {(cell.fg, cell.bg) for cell in cells}

    def resize(self, columns: int, rows: int) -> None:
        """The window has another size now."""
        self._screen.resize(rows, columns)
        self._rows = [self._row(y) for y in range(rows)]

    def feed(self, raw: bytes) -> bool:
        """Draw what was written. True when what can be seen is different now.

        Inside a synchronised update a terminal shows nothing; the change is told when the update ends.
        """
        text = self._unfinished + self._decoder.decode(raw)
        text, self._unfinished = _whole(text)
        drawn = 0
        for found in SEQUENCE.finditer(text):
            if self._is_for_us(found):
                self._stream.feed(text[drawn : found.start()])
                drawn = found.end()
        self._stream.feed(text[drawn:])
        return not self._updating and self._changed()

    def _is_for_us(self, found: re.Match[str]) -> bool:
        """Whether pyte must not see this sequence; the ones that matter are obeyed here."""
        private, final = found["private"] or "", found["final"] or ""
        if private == "?" and final in "hl":
            if found["numbers"] in _ALTERNATE:
                self.alternate = final == "h"
                self._screen.erase_in_display(2)
                self._screen.cursor_position()
                return True
            if found["numbers"] == _SYNCHRONISED:
                self._updating = final == "h"
            return found["numbers"] == _SYNCHRONISED
        return bool(private or found["between"]) or _is_message(found)

    def _changed(self) -> bool:
        different = False
        for y in sorted(self._screen.dirty):
            if y < len(self._rows) and (row := self._row(y)) != self._rows[y]:
                self._rows[y] = row
                different = True
        self._screen.dirty.clear()
        return different

    def _row(self, y: int) -> tuple[Char, ...]:
        line = self._screen.buffer[y]
        return tuple(line[x] for x in range(self._screen.columns))


def _is_message(found: re.Match[str]) -> bool:
    return found["system"] is not None or found["device"] is not None


def _whole(text: str) -> tuple[str, str]:
    """The text up to a sequence that is not all there yet, and the rest."""
    cut = text.rfind("\x1b")
    if cut < 0 or SEQUENCE.match(text, cut) or len(text) - cut > _LONGEST:
        return text, ""
    return text[:cut], text[cut:]
