"""The calendar file in the hands of whole calendar programs, where they are installed, as clocks change."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from tests.transfer.test_calendar_out import out
from tests.views.outings import outing, surprise, weekend

PLANS = (
    outing(start="2026-10-24T19:00", title="Saturday"),
    outing(start="2026-10-25T19:00", end="2026-10-25T22:30", title="Sunday, with; commas"),
    outing(start="2027-03-27T19:00", title="Winter still"),
    outing(start="2027-03-28T19:00", title="Summer time"),
    weekend(start="2026-10-24", end="2026-10-26", title="Away"),
    surprise(start="2026-12-05T18:30", title="SECRET"),
)
"""Evenings on both sides of the two nights in which Berlin's clocks change."""

KHAL = """
[calendars]
[[ours]]
path = {folder}/calendar
type = calendar
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = ours
[sqlite]
path = {folder}/khal.db
"""


def program(name: str) -> str:
    """The installed program; the test is skipped where there is none."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return found


def run(folder: Path, zone: str, *command: str) -> str:
    env = {**os.environ, "TZ": zone, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, env=env, cwd=folder, check=True, capture_output=True, text=True).stdout


def written(folder: Path) -> str:
    path = folder / "plans.ics"
    path.write_text(out(*PLANS, alarm=timedelta(hours=1)), newline="")
    return str(path)


@pytest.mark.parametrize(
    ("zone", "clocks"),
    [
        ("Europe/Berlin", ("19:00", "19:00", "22:30", "19:00", "19:00")),
        ("America/New_York", ("13:00", "14:00", "17:30", "14:00", "13:00")),
    ],
)
def test_calcurse_has_the_right_clock_on_every_wall(
    tmp_path: Path, zone: str, clocks: tuple[str, ...]
) -> None:
    calcurse, data = program("calcurse"), tmp_path / "calcurse"
    data.mkdir()
    told = run(tmp_path, zone, calcurse, "-D", str(data), "-i", written(tmp_path))
    assert "5 apps / 1 event / 0 todos / 0 skipped" in told
    kept = (data / "apts").read_text(encoding="utf-8")
    first, sunday, ends, winter, summer = clocks
    for line, title in (
        (f"10/24/2026 @ {first}", "Saturday"),
        (f"10/25/2026 @ {sunday} -> 10/25/2026 @ {ends}", "Sunday, with; commas"),
        (f"03/27/2027 @ {winter}", "Winter still"),
        (f"03/28/2027 @ {summer}", "Summer time"),
        ("10/24/2026 [1] {1D -> 10/26/2026}", "Away"),
    ):
        assert any(kept_line.startswith(line) and title in kept_line for kept_line in kept.splitlines())
    assert "A date, held" in kept
    assert "SECRET" not in "".join(path.read_text() for path in data.rglob("*") if path.is_file())


def test_khal_has_the_right_clocks_and_a_second_import_updates(tmp_path: Path) -> None:
    khal, zone = program("khal"), "Europe/Berlin"
    (tmp_path / "calendar").mkdir()
    config = tmp_path / "khal.conf"
    config.write_text(KHAL.format(folder=tmp_path, zone=zone))
    for _ in range(2):
        run(tmp_path, zone, khal, "-c", str(config), "import", "--batch", written(tmp_path))
    assert len(list((tmp_path / "calendar").iterdir())) == len(PLANS)
    shape = "{start-long}|{end-long}|{title}"
    listed = run(tmp_path, zone, khal, "-c", str(config), "list", "--format", shape, "2026-10-24", "160d")
    assert {
        "2026-10-24|2026-10-26|Away",
        "2026-10-24 19:00|2026-10-24 21:00|Saturday",
        "2026-10-25 19:00|2026-10-25 22:30|Sunday, with; commas",
        "2027-03-27 19:00|2027-03-27 21:00|Winter still",
        "2027-03-28 19:00|2027-03-28 21:00|Summer time",
    } <= set(listed.splitlines())
    assert "SECRET" not in listed
