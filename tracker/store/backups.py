"""Earlier states of a month file: the one before each day's first write, thinned out as they age."""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH118, PTH208

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

from tracker.store.codec import Content, DamagedError, decode
from tracker.store.publish import second_name
from tracker.store.safely import Modes, discard, ensure_folder, read_file, sync_folder

FOLDER = "backups"
DAILY, WEEKLY, MONTHLY = 7, 5, 12
"""So many of the newest days, and of the newest weeks and months the last day that has one."""

_NAME = re.compile(r"(\d{4}-\d{2})\.(\d{4}-\d{2}-\d{2})(-[a-z0-9-]+)?\.json")


def back_up(folder: str, month: str, now: datetime, modes: Modes, label: str = "") -> str | None:
    """Keep a month file's present state as that day's backup; its path, or None when there is one.

    A hard link, so it costs nothing: the month file is never changed in place, only replaced.
    """
    present = os.path.join(folder, f"{month}.json")
    where = os.path.join(folder, FOLDER)
    path = os.path.join(where, f"{month}.{now.date().isoformat()}{label}.json")
    if os.path.lexists(path) or not os.path.lexists(present):
        return None
    ensure_folder(where, modes.folder)
    second_name(present, path, modes)
    try:
        sync_folder(where)
    except BaseException:
        discard(path)
        raise
    return path


def prune(folder: str, month: str, newest: str) -> None:
    """Take away what the rotation no longer keeps; nothing, when the newest backup cannot be read."""
    try:
        decode(read_file(newest)[0], verify=False)
    except (DamagedError, OSError):
        return
    where = os.path.join(folder, FOLDER)
    names = backups_of(folder, month)
    for name in names - kept(names):
        discard(os.path.join(where, name))


def kept(names: Iterable[str]) -> set[str]:
    """The backups of one month file that the rotation keeps."""
    newest_first = sorted(names, key=_age, reverse=True)
    days = sorted({_day(name) for name in newest_first}, reverse=True)[:DAILY]
    keep = {name for name in newest_first if _day(name) in days}
    keep |= _last_of_each(newest_first, lambda day: day.isocalendar()[:2], WEEKLY)
    return keep | _last_of_each(newest_first, lambda day: (day.year, day.month), MONTHLY)


def backups_of(folder: str, month: str) -> set[str]:
    """The names of a month file's backups."""
    try:
        names = os.listdir(os.path.join(folder, FOLDER))
    except (FileNotFoundError, NotADirectoryError):
        return set()
    found = (_NAME.fullmatch(name) for name in names)
    return {match[0] for match in found if match and match[1] == month and _is_day(match[2])}


def newest_good(folder: str, month: str) -> tuple[str, Content] | None:
    """The day and content of the newest backup that can be read."""
    for name in sorted(backups_of(folder, month), key=_age, reverse=True):
        try:
            content = decode(read_file(os.path.join(folder, FOLDER, name))[0], verify=False)
        except (DamagedError, OSError):
            continue
        return _day(name).isoformat(), content
    return None


def _last_of_each(
    newest_first: Iterable[str], period: Callable[[date], tuple[int, ...]], count: int
) -> set[str]:
    last: dict[tuple[int, ...], str] = {}
    for name in newest_first:
        last.setdefault(period(_day(name)), name)
    return {last[each] for each in sorted(last, reverse=True)[:count]}


def _age(name: str) -> tuple[str, str]:
    """By day, and on one day what was backed up for a reason of its own after the day's usual backup."""
    _, rest, _ = name.split(".")
    return rest[:10], rest[10:]


def _day(name: str) -> date:
    return date.fromisoformat(name.split(".")[1][:10])


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
