"""What importing does: nothing at all to the disk, and nothing heavy for a line in a shell prompt."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.sentences import ROOT
from tracker.acts.couple import set_up
from tracker.acts.rituals import add_ritual, did
from tracker.acts.sitting import Sitting
from tracker.clock import FixedClock
from tracker.store.disk import DiskStore

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
HEAVY = {"textual", "rich", "msgspec", "tinydb", "dateutil", "platformdirs", "screens"}

WATCHED_IMPORT = """
import importlib, json, os, pkgutil, sys
code = (".py", ".pyc", ".so", ".pyd", ".pth", ".zip")
seen = []

def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes, os.PathLike)):
        path, mode = os.fsdecode(args[0]), args[1] or ""
        writes = any(letter in mode for letter in "wax+") or (args[2] or 0) & WRITING
        ours = path.startswith((os.environ["HOME"], os.getcwd())) and "site-packages" not in path
        if writes or (ours and not path.endswith(code)):
            seen.append(f"open {path}")
    elif event.partition(".")[0] in ("socket", "subprocess") or event in TOUCHING:
        seen.append(f"{event} {args}")

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
TOUCHING = {f"os.{what}" for what in ("mkdir", "remove", "rename", "rmdir", "link", "symlink", "chmod")}
packages = [importlib.import_module(name) for name in ("tracker", "screens", "data")]
names = [m.name for p in packages for m in pkgutil.walk_packages(p.__path__, p.__name__ + ".")]
sys.addaudithook(watch)
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(json.dumps({"names": names, "seen": seen}))
"""


def python(script: str, home: Path, **more: str) -> str:
    """What a fresh Python says; its home is an empty folder."""
    env = {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", **more}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, env=env, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_any_module_touches_no_disk_and_no_network(tmp_path: Path) -> None:
    told = json.loads(python(WATCHED_IMPORT, tmp_path).splitlines()[-1])
    assert {"tracker.store.disk", "screens.app", "tracker.cli.run"} <= set(told["names"])
    assert told["seen"] == []
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def lived_in(tmp_path: Path) -> Path:
    """The folder of a couple with something to say, not only in ASCII."""
    clock = FixedClock(NOON)
    store = DiskStore.open(tmp_path / "data", clock, writer="alex-7f3a")
    sitting = Sitting(store, clock)
    sitting.do(partial(set_up, names=("Zoë", "Sam"), time_zone="Europe/Berlin", effort_start=NOON.date()))
    sitting.do(partial(add_ritual, name="Café"))
    sitting.do(partial(did, key="café", by=""))
    return tmp_path / "data"


@pytest.mark.parametrize("line", [["status"], ["status", "--json"]], ids=" ".join)
def test_a_line_of_status_imports_nothing_heavy(lived_in: Path, tmp_path: Path, line: list[str]) -> None:
    script = (
        "import sys\nbefore = set(sys.modules)\nfrom tracker.__main__ import main\n"
        f"assert main({line!r}) == 0\nprint(*sorted(set(sys.modules) - before))"
    )
    *said, loaded = python(script, tmp_path, REKINDLE_DATA=str(lived_in)).splitlines()
    assert said
    assert "tracker.rhythm.ledger" in loaded.split()
    assert {name.partition(".")[0] for name in loaded.split()} & HEAVY == set()
