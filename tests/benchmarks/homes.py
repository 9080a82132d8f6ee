"""The couples that are measured: made once in a temporary folder, each by a process of its own.

`python -m tests.benchmarks.homes FOLDER YEARS` makes one; 0 years stands for its first week.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.terminal.pty import ROOT
from tracker.clock import Clock
from tracker.demo.make import documents_for
from tracker.store.changes import Put
from tracker.store.disk import open_store
from tracker.store.writer import Account

FIRST_WEEK = 40
"""So many records a couple has after about a week."""


MOST_AT_ONCE = 40
"""Years of one made-up couple."""


class Homes:
    """Folders by name, each made when it is first asked for."""

    YEARS = {"week": 0, "two": 2, "ten": 10, "some": 7, "many": 70}

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def env(self, name: str) -> dict[str, str]:
        """What leads the program to this couple."""
        place = self.place(name)
        return {
            "HOME": str(place),
            "REKINDLE_DATA": str(place / "data"),
            "REKINDLE_STATE": str(place / "state"),
        }

    def place(self, name: str) -> Path:
        """The couple's folder."""
        place = self.folder / name
        if not place.exists():
            command = [sys.executable, "-m", "tests.benchmarks.homes", str(place), str(self.YEARS[name])]
            subprocess.run(command, cwd=ROOT, check=True)
        return place

    def fresh(self, name: str) -> Path:
        """A copy of the couple's folder for measuring what adds to it; it replaces the last one."""
        copy = self.folder / f"{name}-copy"
        shutil.rmtree(copy, ignore_errors=True)
        return Path(shutil.copytree(self.place(name), copy))


def make(place: Path, years: int) -> None:
    """A couple that tried for so many years up to yesterday; the account is the first one's."""
    clock = Clock()
    told = _told(years, clock.now().date())
    place.mkdir(parents=True)
    account = Account(place / "state")
    store = open_store(place / "data", account, clock)
    store.write(lambda documents: told)
    (couple,) = store.documents.standing("couple")
    account.set_me(couple["id"], couple["partners"][0]["id"])
    store.close()


def _told(years: int, today: date) -> list[Put]:
    """What the couple wrote. For very many years, half of it is another couple's."""
    if not years:
        return documents_for(1, 1, today)[:FIRST_WEEK]
    if years <= MOST_AT_ONCE:
        return documents_for(1, years, today)
    others = documents_for(2, years // 2, today)
    own = documents_for(1, years - years // 2, today)
    return [*own, *(put for put in others if put.table not in ("couple", "rituals"))]


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
