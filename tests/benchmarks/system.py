"""What the system knows of a running program, and how the program is started here."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from tests.terminal.pty import ROOT, surroundings

PYTHON = sys.executable
SMALLEST = [PYTHON, str(Path(__file__).with_name("smallest.py"))]
_SCRIPT = Path(sysconfig.get_path("scripts")) / "rekindle"
PROGRAM = [str(_SCRIPT)] if _SCRIPT.exists() else [PYTHON, "-m", "tracker"]


def installed() -> str:
    """How the measured program is installed; another way than people's own may cost more."""
    try:
        found = distribution("rekindle")
    except PackageNotFoundError:
        return "not installed: started as `python -m tracker` from the source folder"
    origin = json.loads(found.read_text("direct_url.json") or "{}")
    if origin.get("dir_info", {}).get("editable"):
        return "an editable install: people's own has no such detour"
    return "installed"


def peak_memory(pid: int) -> float:
    """The most memory a running program ever held, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+)", status)
    assert found is not None
    return int(found[1]) / 1024


def cpu(pid: int) -> float:
    """CPU time that all threads of another program used so far, in ms.

    Linux keeps a clock for every process; its number is made from the pid (clock_getcpuclockid(3)).
    """
    return time.clock_gettime((~pid << 3) | 2) * 1e3


def run_once(command: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """How long a command takes to its end, in ms."""
    began = time.perf_counter()
    subprocess.run(
        command, cwd=ROOT, env={**surroundings(), **(env or {})}, stdout=subprocess.DEVNULL, check=True
    )
    return (time.perf_counter() - began) * 1e3


def imported(command: Sequence[str], env: Mapping[str, str], names: Sequence[str]) -> list[str]:
    """Which of these modules a Python command imports."""
    shown = {**surroundings(), **env, "PYTHONPROFILEIMPORTTIME": "1"}
    done = subprocess.run(command, cwd=ROOT, env=shown, capture_output=True, text=True, check=True)
    found = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    return [name for name in names if name in found]
