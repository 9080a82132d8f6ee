"""Completion files for three shells, from the one declaration."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tracker.cli.commands import COMMANDS, SHELLS


@pytest.mark.parametrize("name", SHELLS)
def test_every_command_is_completed_in(shell: Shell, name: str) -> None:
    written = shell.done("--print-completion", name)
    assert all(command.name in written for command in COMMANDS)
    assert "upheaval" in written


@pytest.mark.parametrize("name", SHELLS)
def test_its_shell_reads_the_file_of(shell: Shell, name: str, tmp_path: Path) -> None:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    file = tmp_path / f"completion.{name}"
    file.write_text(shell.done("--print-completion", name))
    read = subprocess.run([program, "-n", str(file)], capture_output=True, text=True, check=False)
    assert (read.returncode, read.stderr) == (0, "")


def test_bash_completes_a_choice(shell: Shell, tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    file = tmp_path / "completion.bash"
    file.write_text(shell.done("--print-completion", "bash"))
    words = f'. {file}; COMP_WORDS=(rekindle pause --kind ""); COMP_CWORD=3'
    script = f'{words}; _shtab_rekindle; echo "${{COMPREPLY[@]}}"'
    answered = subprocess.run([bash, "-c", script], capture_output=True, text=True, check=True)
    assert answered.stdout.split() == ["ebb", "illness", "upheaval", "travel", "apart"]
