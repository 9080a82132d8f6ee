"""What a file is, told by its first bytes."""

from __future__ import annotations

from pathlib import Path

from tracker.errors import Refusal
from tracker.transfer import harsh, loop_csv, loop_db
from tracker.transfer.files import cannot_read
from tracker.transfer.rows_out import HEADER

JSON, CSV, LOOP_DB, LOOP_CSV, HARSH = "json", "csv", "loop-db", "loop-csv", "harsh"
FORMATS = (JSON, CSV, LOOP_DB, LOOP_CSV, HARSH)
"""Everything that can be imported."""
_FIRST = 4096


def format_of(path: Path) -> str:
    """One of `FORMATS`; Refusal where the file is none of them."""
    if loop_csv.export_folder(path):
        return LOOP_CSV
    if path.is_dir() or path.name in (harsh.HABITS, harsh.LOG):
        return HARSH
    try:
        with path.open("rb") as file:
            first = file.read(_FIRST)
    except OSError as problem:
        raise cannot_read(path, problem) from None
    if first.startswith(loop_db.MAGIC):
        return LOOP_DB
    if first.startswith(loop_csv.MAGIC):
        return LOOP_CSV
    return _format_of_text(first.decode("utf-8", "replace").removeprefix("\ufeff").lstrip())


def _format_of_text(text: str) -> str:
    if text.startswith("{"):
        return JSON
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if lines and lines[0].lower().replace('"', "").startswith(HEADER[0]):
        return CSV
    if lines and harsh.is_log_line(lines[0]):
        return HARSH
    raise Refusal(
        "This file is of no kind that is known here. What can be imported: Rekindle's own JSON and CSV, Loop"
        " Habit Tracker's backup (.db) and its CSV export (.zip, or its folder), and harsh's folder. If it is"
        f" one of these, say which with --format {', '.join(FORMATS)}."
    )
