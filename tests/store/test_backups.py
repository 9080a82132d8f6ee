"""Backups: the state before each day's first write, thinned out, and only once the new one is safe."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.store.things import ALEX, NOW, an_id, moment, month_path, notes, open_as, write
from tracker.clock import FixedClock
from tracker.store.backups import kept


def backups(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / ALEX / "backups").glob("*")}


def test_a_days_first_write_keeps_the_state_before_it_and_the_others_keep_none(
    root: Path, clock: FixedClock
) -> None:
    store = open_as(root, ALEX, clock)
    write(store, moment(1))
    assert backups(root) == {}
    clock.move_to(NOW + timedelta(days=1))
    before = month_path(root).read_bytes()
    write(store, moment(2))
    write(store, moment(3))
    write(open_as(root, ALEX, clock), moment(4))
    assert backups(root) == {"2026-11.2026-11-23.json": before}


def test_a_backup_is_a_hard_link_and_the_month_file_a_new_one(root: Path, clock: FixedClock) -> None:
    store = open_as(root, ALEX, clock)
    write(store, moment(1))
    inode = month_path(root).stat().st_ino
    clock.move_to(NOW + timedelta(days=1))
    write(store, moment(2))
    assert (root / ALEX / "backups" / "2026-11.2026-11-23.json").stat().st_ino == inode
    assert month_path(root).stat().st_ino != inode


def test_where_links_are_impossible_a_backup_is_a_copy(
    root: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def impossible(*_: object, **__: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", impossible)
    store = open_as(root, ALEX, clock)
    write(store, moment(1), moment(2, day="2026-10-01"))
    clock.move_to(NOW + timedelta(days=1))
    before = month_path(root).read_bytes()
    write(store, moment(3), moment(4, day="2026-10-02"))
    assert backups(root)["2026-11.2026-11-23.json"] == before
    assert (root / ALEX / "backups" / "2026-11.2026-11-23.json").stat().st_mode & 0o777 == 0o600
    assert len([*store.documents.standing("moments")]) == 4


def test_400_days_leave_7_daily_5_weekly_and_12_monthly_backups(root: Path, clock: FixedClock) -> None:
    store = open_as(root, ALEX, clock)
    for day in range(400):
        clock.move_to(NOW + timedelta(days=day))
        write(store, moment(day))
    days = sorted((date.fromisoformat(name.split(".")[1]) for name in backups(root)), reverse=True)
    last = (NOW + timedelta(days=399)).date()
    assert days[:7] == [last - timedelta(days=back) for back in range(7)]
    assert {day.isocalendar()[:2] for day in days} >= {
        (last - timedelta(weeks=back)).isocalendar()[:2] for back in range(5)
    }
    assert len({(day.year, day.month) for day in days}) == 12
    sundays = [day for day in days[7:] if day.isoweekday() == 7]
    month_ends = [day for day in days[7:] if (day + timedelta(days=1)).day == 1]
    assert {*days[7:]} == {*sundays, *month_ends}
    assert len(days) <= 7 + 5 + 12


def test_what_was_backed_up_for_an_edit_by_hand_is_newer_than_the_days_usual_backup(
    root: Path, clock: FixedClock
) -> None:
    store = open_as(root, ALEX, clock)
    write(store, moment(1))
    write(store, moment(2))
    path = month_path(root)
    path.write_bytes(path.read_bytes().replace(b"a walk", b"a hike"))
    open_as(root, ALEX, clock)
    path.write_bytes(b"")
    assert notes(open_as(root, ALEX, clock)) == {an_id(1): "a hike", an_id(2): "a hike"}


def test_months_that_are_seldom_written_keep_their_backups(root: Path, clock: FixedClock) -> None:
    names = {f"2020-01.{2020 + year}-03-01.json" for year in range(10)}
    assert kept(names) == names


def test_nothing_is_thinned_out_while_the_newest_backup_cannot_be_read(
    root: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_as(root, ALEX, clock)
    for day in range(30):
        clock.move_to(NOW + timedelta(days=day))
        write(store, moment(day))
    before = {*backups(root)}
    monkeypatch.setattr("tracker.store.backups.read_file", lambda _: (b"{", None))
    clock.move_to(NOW + timedelta(days=30))
    write(store, moment(30))
    assert {*backups(root)} == before | {"2026-11.2026-12-22.json"}


def test_backups_of_other_months_and_foreign_files_stay(root: Path, clock: FixedClock) -> None:
    store = open_as(root, ALEX, clock)
    write(store, moment(1), moment(2, day="2026-10-01"))
    folder = root / ALEX / "backups"
    clock.move_to(NOW + timedelta(days=1))
    write(store, moment(3), moment(4, day="2026-10-02"))
    (folder / "note.txt").write_text("mine")
    (folder / "2026-11.2026-99-99.json").write_text("{}")
    for day in range(2, 60):
        clock.move_to(NOW + timedelta(days=day))
        write(store, moment(10 + day))
    assert {"2026-10.2026-11-23.json", "note.txt", "2026-11.2026-99-99.json"} <= {*backups(root)}
