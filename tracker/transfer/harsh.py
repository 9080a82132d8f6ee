"""harsh's two plain files, `habits` and `log`.

Source: github.com/wakatara/harsh, `internal/storage/config.go` and `internal/storage/log.go`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tracker.errors import Refusal
from tracker.text import one_line
from tracker.transfer.days import read_day
from tracker.transfer.files import as_text, read_bytes
from tracker.transfer.habits import Found, Habit, cadence_of, frequency_words, usable
from tracker.transfer.report import STEP, Progress, Tally, counted, no_progress

HABITS, LOG = "habits", "log"
_SEPARATOR = " : "
_FREQUENCY = re.compile(r"(\d{1,6})(w?)(?:\s*/\s*(\d{1,6})(w?))?", re.ASCII)
_WEEK = 7


class Listed(NamedTuple):
    """One line of the `habits` file."""

    times: int
    days: int
    ends: date | None = None
    """The day after which it was given up."""
    words: str = ""
    """Its frequency, where no program can read it."""


class Entry(NamedTuple):
    """What stands for a habit on a day."""

    result: str
    """y, n or s."""
    comment: str
    amount: bool
    """Whether an amount stands beside it."""


Entries = dict[date, Entry]


def read(path: Path, today: date, progress: Progress = no_progress) -> Found:
    """The habits of harsh's folder, or of either of its two files; the other one is looked for beside it.

    Lines that cannot be read are left and counted, as harsh itself does. Refusal where there is no such file.
    """
    habits_file, log_file = _files(path)
    listed, unread_habits = _listed(_lines(habits_file)) if habits_file else ({}, [])
    entries, unread_log = _log(_lines(log_file), progress) if log_file else ({}, [])
    if not listed and not entries:
        raise Refusal(f"{path.name} holds nothing that harsh would have written.")
    habits = [_habit(name, shape, entries.get(name, {}), today) for name, shape in listed.items()]
    habits += [
        _unlisted(name, found, today, known=habits_file is not None)
        for name, found in entries.items()
        if name not in listed
    ]
    left = [*_unread(HABITS, unread_habits), *_unread(LOG, unread_log)]
    return Found(source="harsh's files", habits=tuple(habits), left=tuple(left))


def is_log_line(line: str) -> bool:
    """Whether a line looks as harsh writes it."""
    return _log_line(line) is not None


def _files(path: Path) -> tuple[Path | None, Path | None]:
    """The `habits` file and the `log` file, as far as they are there."""
    folder = path if path.is_dir() else path.parent
    log = path if path.is_file() and path.name != HABITS else folder / LOG
    files = tuple(file if file.is_file() else None for file in (folder / HABITS, log))
    if not any(files):
        raise Refusal(f"There is neither a “{HABITS}” nor a “{LOG}” file of harsh at {path.name}.")
    return files[0], files[1]


def _lines(path: Path) -> list[str]:
    # Not splitlines(): it would also break at marks that stand inside a comment.
    return as_text(read_bytes(path), path.name).split("\n")


def _listed(lines: list[str]) -> tuple[dict[str, Listed], list[int]]:
    """The habits by name, and the numbers of the lines that are none."""
    listed: dict[str, Listed] = {}
    unread = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith(("#", "!")):
            continue
        name, *rest = (part.strip() for part in line.split(": "))
        if not one_line(name) or not rest or not rest[0]:
            unread.append(number)
        else:
            listed.setdefault(one_line(name), _shape(rest[0], rest[1] if len(rest) > 1 else ""))
    return listed, unread


def _shape(frequency: str, ends: str) -> Listed:
    """A frequency like "1", "7", "1w", "3/7", "0", and an end like "2024-06-15"."""
    match = _FREQUENCY.fullmatch(frequency)
    if match is None:
        return Listed(0, 0, read_day(ends), frequency)
    first = int(match[1]) * (_WEEK if match[2] else 1)
    if match[3] is None:
        return Listed(min(first, 1), first or 1, read_day(ends))
    return Listed(first, int(match[3]) * (_WEEK if match[4] else 1), read_day(ends))


def _log(lines: list[str], progress: Progress) -> tuple[dict[str, Entries], list[int]]:
    """The entries by habit and day, and the numbers of the lines that are none. A later line wins."""
    found: dict[str, Entries] = defaultdict(dict)
    unread = []
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            entry = _log_line(line)
            if entry is None:
                unread.append(number)
            else:
                found[entry[0]][entry[1]] = entry[2]
        if number % STEP == 0:
            progress(number, len(lines))
    progress(len(lines), len(lines))
    return found, unread


def _log_line(line: str) -> tuple[str, date, Entry] | None:
    """`day : name : y|n|s : comment : amount`; the last two may be absent, and a comment may hold " : "."""
    # Editors take the blank at the end away, which belongs to the separator of an empty amount.
    first, *rest = f"{line.rstrip()} ".split(_SEPARATOR)
    day = read_day(first)
    if day is None or len(rest) < 2 or not one_line(rest[0]) or rest[1].strip() not in ("y", "n", "s"):
        return None
    name, result, *said = rest
    amount = _amount(said[-1]) if len(said) > 1 else None
    comment = _SEPARATOR.join(said if amount is None else said[:-1]).strip()
    return one_line(name), day, Entry(result.strip(), comment, bool(amount))


def _amount(text: str) -> float | None:
    """The amount; nothing for an empty one, None for what is a part of the comment."""
    try:
        return float(text.strip() or "0")
    except ValueError:
        return None


def _habit(name: str, shape: Listed, entries: Entries, today: date) -> Habit:
    left = Tally()
    known = {day: entry for day, entry in entries.items() if usable(day, today)}
    left["entries on a day after today or before 1900"] += len(entries) - len(known)
    left["entries marked as not done"] += sum(e.result == "n" for e in known.values())
    left["comments on days that did not happen"] += sum(
        e.result == "n" and bool(e.comment) for e in known.values()
    )
    left["amounts (their days are taken)"] += sum(e.amount for e in known.values())
    coming = (
        [f"Not taken: its end on {shape.ends}, which is still to come."]
        if (shape.ends or today) > today
        else []
    )
    return Habit(
        name=name,
        cadence=cadence_of(shape.times, shape.days),
        frequency=f"“{shape.words}”" if shape.words else frequency_words(shape.times, shape.days),
        done=frozenset(day for day, entry in known.items() if entry.result == "y"),
        skipped=frozenset(day for day, entry in known.items() if entry.result == "s"),
        notes={day: entry.comment for day, entry in known.items() if entry.result != "n" and entry.comment},
        archived_on=_archived_on(shape.ends, known, today),
        left=(*left.sentences(), *coming),
    )


def _archived_on(ends: date | None, known: Entries, today: date) -> date | None:
    """The last day of a habit that was given up; later entries keep it alive until theirs."""
    return None if ends is None or ends > today else max([ends, *known])


def _unlisted(name: str, entries: Entries, today: date, *, known: bool) -> Habit:
    """A habit that only the log speaks of: once a week, and put away when the `habits` file dropped it."""
    days = [day for day in entries if usable(day, today)]
    return _habit(name, Listed(0, 0, max(days, default=today) if known else None), entries, today)


def _unread(file: str, numbers: list[int]) -> Iterator[str]:
    if numbers:
        lines = counted(len(numbers), f"lines of “{file}” that harsh would not write")
        yield f"Not taken: {lines}, from line {numbers[0]} on."
