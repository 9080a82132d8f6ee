"""Loop Habit Tracker's CSV export, zipped or not: `Habits.csv` and a folder `NNN Name` for each habit.

A habit without such a folder is read from its column in the `Checkmarks.csv` of all habits. Nothing is
unpacked to the disk. Source: github.com/iSoron/uhabits, `HabitsCSVExporter.kt` and
`HabitList.writeCSV`, whose headers came in three generations: to 1.8 (without `Question`; to 1.4 without
`Position`, too), from 2.0, and from 2.3.1, which says the type and the target and writes values as words.
"""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from tracker.errors import Refusal
from tracker.transfer import loop_table
from tracker.transfer.days import read_day
from tracker.transfer.files import LARGEST, as_text, cannot_read, read_bytes, rows_of
from tracker.transfer.habits import Found, Habit
from tracker.transfer.loop import WORDS, Entry, Shape, habit, value_of
from tracker.transfer.report import Progress, Tally, no_progress

MAGIC = b"PK\x03\x04"
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError, ValueError)
"""What reading a damaged, encrypted or strangely packed zip may raise."""
_LIST = "Habits.csv"
_MARKS = "checkmarks.csv"
_MOST_MEMBERS = 20_000
_FOLDER = re.compile(r"(\d+)(?: (.*))?")
_NOT_IN_A_FOLDER = re.compile(r"[^ a-zA-Z0-9._-]+")
_FOLDER_LENGTH = 100
_NAMES = {
    "numrepetitions": "times",
    "frequencynumerator": "times",
    "interval": "days",
    "frequencydenominator": "days",
    "target type": "target type",
    "target value": "target value",
    "archived?": "archived",
    "position": "position",
    "name": "name",
    "type": "type",
}
"""The columns that are read, by their names in any generation."""
_LEFT_COLUMNS = {"question", "description", "color", "unit"}
"""The columns that are known and have no place here."""


class Listed(NamedTuple):
    """One row of `Habits.csv`."""

    number: int
    """Its position, as in front of its folder's name."""
    cells: Mapping[str, str]

    @property
    def name(self) -> str:
        return self.cells.get("name", "")

    @property
    def folder(self) -> str:
        """The folder's name behind the number: letters outside ASCII are absent from it."""
        return _NOT_IN_A_FOLDER.sub("", self.name)[:_FOLDER_LENGTH].strip()


class Folder(NamedTuple):
    """A habit's own folder."""

    number: int
    name: str
    """Behind the number."""
    path: str
    """Of its file of entries."""


def read(path: Path, today: date, progress: Progress = no_progress) -> Found:
    """The habits of an export, in the order of its list. Refusal where the file is none, or is damaged.

    `path` is the zip, the folder that was in it, or one of the two files that lie in there directly.
    """
    folder = export_folder(path)
    if folder is not None:
        return _read(_Unpacked(folder), today, progress)
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(_Zipped(archive), today, progress)
    except (OSError, *_DAMAGE) as problem:
        if isinstance(problem, OSError) and problem.errno:
            raise cannot_read(path, problem) from None
        raise Refusal(f"{path.name} is damaged or locked; export it from Loop again.") from None


def export_folder(path: Path) -> Path | None:
    """The folder with the `Habits.csv` that is meant, where it is not in a zip: there, or one step below."""
    if path.name in (_LIST, loop_table.NAME):
        path = path.parent
    if not path.is_dir():
        return None
    lists = [path / _LIST, *sorted(path.glob(f"*/{_LIST}"))]
    return next((file.parent for file in lists if file.is_file()), None)


class _Files(Protocol):
    """The files of an export, by their paths below the folder in which `Habits.csv` lies."""

    def names(self) -> Iterable[str]:
        """The path of every file."""

    def text(self, name: str) -> str:
        """The text of one file."""


class _Unpacked:
    """Those of a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def names(self) -> Iterable[str]:
        files = (file for pattern in ("*.csv", "*/*.csv") for file in self._root.glob(pattern))
        return [file.relative_to(self._root).as_posix() for file in islice(files, _MOST_MEMBERS)]

    def text(self, name: str) -> str:
        return as_text(read_bytes(self._root / name), name)


class _Zipped:
    """Those of a zip."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        infos = archive.infolist()
        if len(infos) > _MOST_MEMBERS or sum(info.file_size for info in infos) > LARGEST:
            raise Refusal("This zip would unpack to far more than any export of Loop; it is not read.")
        self._archive = archive
        self._infos = {info.filename.replace("\\", "/"): info for info in infos}
        lists = [name for name in self._infos if name.rpartition("/")[2] == _LIST]
        if not lists:
            raise Refusal("This zip is not an export of Loop Habit Tracker: there is no Habits.csv in it.")
        self._root = min(lists, key=len).removesuffix(_LIST)

    def names(self) -> Iterable[str]:
        return [path.removeprefix(self._root) for path in self._infos if path.startswith(self._root)]

    def text(self, name: str) -> str:
        """The text of one file, which never unpacks to more than the zip declares."""
        with self._archive.open(self._infos[self._root + name]) as member:
            return as_text(member.read(LARGEST), name)


def _folders(names: Iterable[str]) -> Iterator[Folder]:
    """Every habit's own folder that has a file of entries."""
    for path in names:
        folder, _, file = path.partition("/")
        match = _FOLDER.fullmatch(folder)
        if match and file.lower() == _MARKS:
            yield Folder(int(match[1]), (match[2] or "").strip(), path)


def _read(files: _Files, today: date, progress: Progress) -> Found:
    listed, unknown = _listed(files.text(_LIST))
    folders = list(_folders(files.names()))
    left = [f"Not read: {', '.join(unknown)}."] if unknown else []
    columns, strangers = _columns(listed, files, folders)
    habits: list[Habit] = []
    for place, row in enumerate(listed):
        folder = _folder_of(row, folders)
        if folder is not None:
            tally = Tally()
            habits.append(_habit(row, [*_entries(files.text(folder.path), folder.path, tally)], tally, today))
            folders.remove(folder)
        elif place in columns:
            habits.append(_habit(row, *columns[place], today))
        else:
            left.append(f"Not taken: habit {row.number}; the file holds no entries of it.")
        progress(place + 1, len(listed))
    left += [f"Not taken: folder {folder.number:03}; Habits.csv does not list it." for folder in folders]
    left += [f"Not taken: column {n} of {loop_table.NAME}; Habits.csv does not list it." for n in strangers]
    return Found(source="a CSV export of Loop Habit Tracker", habits=tuple(habits), left=tuple(left))


def _columns(
    listed: list[Listed], files: _Files, folders: list[Folder]
) -> tuple[dict[int, loop_table.Column], list[int]]:
    """What the table of all habits has for those that have no folder of their own."""
    names = [name for name in files.names() if name.lower() == _MARKS]
    if not names or all(_folder_of(row, folders) for row in listed):
        return {}, []
    return loop_table.read(files.text(names[0]), [row.name for row in listed])


def _listed(text: str) -> tuple[list[Listed], list[str]]:
    """The rows of `Habits.csv`, and the columns nobody knows."""
    rows = rows_of(text, _LIST)
    _, header = next(rows, (1, []))
    columns = [_NAMES.get(cell.strip().lower(), "") for cell in header]
    if not {"name", "times", "days"} <= set(columns):
        raise Refusal("Habits.csv has other columns than any known Loop writes; nothing was read.")
    known = {*_NAMES, *_LEFT_COLUMNS, ""}
    unknown = [f"column {n}" for n, cell in enumerate(header, 1) if cell.strip().lower() not in known]
    listed = []
    for count, (_, row) in enumerate(rows, 1):
        cells = {name: cell for name, cell in zip(columns, row, strict=False) if name}
        number = _whole(cells.get("position", "")) or count
        listed.append(Listed(number, cells))
    return listed, unknown


def _folder_of(row: Listed, folders: list[Folder]) -> Folder | None:
    """The folder of a habit: the one of its number, and of its name where a number stands twice."""
    same = [folder for folder in folders if folder.number == row.number]
    same.sort(key=lambda folder: folder.name != row.folder)
    return same[0] if same else None


def _habit(row: Listed, entries: list[Entry], left: Tally, today: date) -> Habit:
    cells = row.cells
    # Before 2.3.1 the type is not said; but only amounts go beyond the five values of a tick.
    untold = "type" not in cells and any(entry.value not in WORDS.values() for entry in entries)
    shape = Shape(
        name=row.name,
        times=_whole(cells.get("times", "")),
        days=_whole(cells.get("days", "")),
        archived=cells.get("archived", "").strip().lower() == "true",
        measured=untold or cells.get("type") == "NUMERICAL",
        target=None if untold else _amount(cells.get("target value", "")),
        at_most=cells.get("target type") == "AT_MOST",
    )
    return habit(shape, entries, today, left)


def _entries(text: str, path: str, left: Tally) -> Iterator[Entry]:
    """The rows of a `Checkmarks.csv`: date, value and, from 2.3.1, notes; older ones have no header."""
    for number, row in rows_of(text, path):
        day, value = read_day(row[0]), value_of(row[1] if len(row) > 1 else "")
        if number == 1 and row[0].strip().lower() == "date":
            continue
        if day is None or value is None:
            left["entries without a readable day or value"] += 1
        else:
            yield Entry(day, value, row[2] if len(row) > 2 else "")


def _whole(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,9}", text.strip()) else 0


def _amount(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
