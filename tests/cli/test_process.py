"""A handful of lines through a real process: what is imported, exit codes, and a narrow locale."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.cli.conftest import Shell

HEAVY = (
    "textual",
    "rich",
    "msgspec",
    "tinydb",
    "dateutil",
    "argparse",
    "platformdirs",
    "dataclasses",
    "inspect",
    "pathlib",
)


def _environment(shell: Shell, **more: str) -> dict[str, str]:
    return {**os.environ, "REKINDLE_DATA": str(shell.data), "REKINDLE_STATE": str(shell.state), **more}


def _run(shell: Shell, *words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    line = [sys.executable, "-m", "tracker", *words]
    return subprocess.run(line, capture_output=True, env=_environment(shell, **more), check=False)


@pytest.mark.parametrize("words", [["status"], ["status", "--json", "--today", "2026-11-20"]], ids=" ".join)
def test_status_imports_nothing_heavy(alex: Shell, words: list[str]) -> None:
    alex.done("appreciate", "x")
    script = (
        "import sys; before = set(sys.modules); from tracker.__main__ import main; "
        f"code = main({words!r}); print(*sorted(set(sys.modules) - before)); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", script],
        capture_output=True,
        text=True,
        env=_environment(alex),
        check=True,
    )
    loaded = done.stdout.splitlines()[-1].split()
    assert "tracker.rhythm.ledger" in loaded
    assert not {name.partition(".")[0] for name in loaded} & set(HEAVY)


def test_commands_import_no_screens(alex: Shell) -> None:
    script = (
        "import sys; from tracker.__main__ import main; main(['did', 'date']); main(['export']); "
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=_environment(alex), check=True
    )
    assert not {name.partition(".")[0] for name in done.stderr.split()} & {"textual", "rich", "screens"}


def test_exit_codes_are_a_processes(pair: Shell) -> None:
    assert _run(pair, "status").returncode == 0
    assert _run(pair, "did", "yoga").returncode == 1
    assert _run(pair, "nonsense").returncode == 2


def test_a_narrow_locale_shows_what_it_can(pair: Shell) -> None:
    pair.done("ritual", "add", "Café ☕")
    done = _run(pair, "ritual", "list", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"Caf? ?" in done.stdout
    exported = _run(pair, "export", PYTHONIOENCODING="ascii")
    assert "Café ☕" in exported.stdout.decode()
    assert json.loads(exported.stdout)


@pytest.mark.parametrize(
    "words", [["appreciate"], ["did", "date", "--note", "-"], ["plan", "date", "-"], ["erase"]], ids=" ".join
)
def test_standard_input_that_is_not_utf_8_is_refused(alex: Shell, words: list[str]) -> None:
    before = alex.files()
    line = [sys.executable, "-m", "tracker", *words]
    piped = "früh\n".encode("latin-1")
    done = subprocess.run(line, input=piped, capture_output=True, env=_environment(alex), check=False)
    assert done.returncode == 1
    assert b"not UTF-8 text" in done.stderr
    assert alex.files() == before


def test_a_word_of_the_line_that_is_not_utf_8_is_refused(alex: Shell) -> None:
    before = alex.files()
    line = [sys.executable.encode(), b"-m", b"tracker", b"appreciate", b"fr\xfch"]
    done = subprocess.run(line, capture_output=True, env=_environment(alex, LC_ALL="C.UTF-8"), check=False)
    assert done.returncode == 1
    assert b"not UTF-8 text" in done.stderr
    assert alex.files() == before


def test_standard_input_is_utf_8_in_any_locale(alex: Shell) -> None:
    line = [sys.executable, "-m", "tracker", "appreciate"]
    piped = "\ufefffrüh\n".encode()
    env = _environment(alex, PYTHONIOENCODING="latin-1")
    assert subprocess.run(line, input=piped, capture_output=True, env=env, check=False).returncode == 0
    assert next(iter(alex.library.appreciations)).text == "früh"
