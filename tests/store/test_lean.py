"""Reading the store brings in next to nothing: `rekindle status` stands in shell prompts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.store.things import moment, open_as, write

HEAVY = {
    "argparse",
    "dataclasses",
    "dateutil",
    "hashlib",
    "inspect",
    "msgspec",
    "pathlib",
    "platformdirs",
    "rich",
    "textual",
    "threading",
    "tinydb",
    "typing_extensions",
}

LOOK = """
import sys
from tracker.clock import Clock
from tracker.paths import data_folder, state_folder
from tracker.store.disk import DiskStore
store = DiskStore.open(data_folder(sys.argv[1], {}), Clock(), read_only=True, verify=False)
print(len([*store.documents.standing("moments")]), *sys.modules)
"""


def test_a_light_look_imports_nothing_heavy(root: Path) -> None:
    write(open_as(root), moment(1), moment(2))
    command = [sys.executable, "-S", "-E", "-c", LOOK, str(root)]
    home = Path(__file__).parents[2]
    said = subprocess.run(command, cwd=home, capture_output=True, text=True, check=True).stdout.split()
    assert said[0] == "2"
    assert HEAVY & {*said[1:]} == set()
