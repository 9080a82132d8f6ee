"""Reading files that others wrote: within a size, as text, and row by row with their numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from tracker.errors import Refusal

LARGEST = 200_000_000
"""Bytes of a file, or of what a zip holds unpacked: a hundred years of entries are a fraction of it."""


def read_bytes(path: Path) -> bytes:
    """The whole file; Refusal where it cannot be read or is too large to be meant."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as problem:
        raise cannot_read(path, problem) from None
    if len(data) > LARGEST:
        raise Refusal(f"{path.name} is larger than {LARGEST // 1_000_000} MB; it cannot be what it says.")
    return data


def cannot_read(path: Path, problem: OSError) -> Refusal:
    """The refusal for a file that the system does not give out."""
    return Refusal(f"{path.name} cannot be read: {problem.strerror or 'it is not a file'}.")


def as_text(data: bytes, what: str) -> str:
    """UTF-8 text, with or without a byte order mark; Refusal for anything else."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"{what} is not UTF-8 text; save it as UTF-8 and try again.") from None


def rows_of(text: str, what: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text with their numbers from 1, as a spreadsheet counts; empty ones are passed.

    Refusal with the row's number where quotes do not close or a field is larger than any note.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            row = next(reader, None)
        except csv.Error:
            raise Refusal(
                f"Row {number} of {what} cannot be read: its quotes or its length are off."
            ) from None
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield number, row
