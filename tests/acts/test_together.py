"""Two windows of two accounts on one folder: an act decides on what stands, not on what its window saw."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acts.house import NOON, YESTERDAY, House, settle
from tracker.acts.couple import change_couple, set_up
from tracker.acts.entries import appreciate, reword, set_weather, tell
from tracker.acts.pauses import pause, resume
from tracker.acts.removal import bring_back, remove
from tracker.acts.rituals import add_ritual, archive_ritual, change_ritual, did
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.disk import DiskStore


@pytest.fixture
def windows(tmp_path: Path) -> tuple[House, House]:
    """The same couple in two windows; neither looks at the disk before it acts."""
    clock = FixedClock(NOON)
    here, there = (
        House(DiskStore.open(tmp_path, clock, writer=name), clock) for name in ("alex-7f3a", "sam-09bc")
    )
    settle(here)
    there.store.refresh()
    return here, there


def test_one_note_a_day_is_told_whatever_window_it_is_told_in(windows: tuple[House, House]) -> None:
    here, there = windows
    for text in ("One", "Two"):
        here.do(appreciate, by=here.alex, text=text, day=YESTERDAY)
    one, two = (document["id"] for document in here.all("appreciations"))
    here.do(tell, one, me=here.alex)
    with pytest.raises(Refusal, match="One was told today"):
        there.do(tell, two, me=here.alex)
    with pytest.raises(Refusal, match="told already"):
        there.do(tell, one, me=here.alex)


def test_a_name_given_here_is_taken_there(windows: tuple[House, House]) -> None:
    here, there = windows
    here.do(add_ritual, "Weekly talk")
    with pytest.raises(Refusal, match="already"):
        there.do(add_ritual, "weekly TALK")
    with pytest.raises(Refusal, match="already"):
        there.do(change_ritual, "date", name="Weekly talk")


def test_what_was_done_here_is_not_done_twice_there(windows: tuple[House, House]) -> None:
    here, there = windows
    here.do(did, "date", by="")
    assert there.do(did, "date", by="") == ()
    here.do(set_weather, me=here.alex, level=1)
    there.do(set_weather, me=here.alex, level=5)
    assert [document["level"] for document in there.all("weather")] == [5]
    here.do(archive_ritual, "trip")
    with pytest.raises(Refusal, match="put away already"):
        there.do(archive_ritual, "trip")
    here.do(pause, YESTERDAY)
    there.do(resume)
    with pytest.raises(Refusal, match="Nothing is paused"):
        here.do(resume)


def test_what_was_removed_here_is_not_changed_there(windows: tuple[House, House]) -> None:
    here, there = windows
    here.do(appreciate, by=here.alex, text="Tea")
    note = here.newest("appreciations")
    there.store.refresh()
    here.do(remove, "appreciations", note, me=here.alex)
    with pytest.raises(Refusal, match="removed meanwhile"):
        there.do(reword, note, me=here.alex, text="Soup", cue="")
    there.do(bring_back, note, me=here.alex)
    with pytest.raises(Refusal, match="Nothing of that number"):
        here.do(bring_back, note, me=here.alex)


def test_two_forms_that_stood_open_keep_what_both_changed(windows: tuple[House, House]) -> None:
    here, there = windows
    seen_here, seen_there = here.at().couple, there.at().couple
    form = {"children": "unsaid", "week_start": "monday", "day_ends_at": "04:00"}
    here.do(change_couple, seen=seen_here, **{**form, "children": "yes"})
    there.do(change_couple, seen=seen_there, **{**form, "week_start": "sunday"})
    here.store.refresh()
    couple = here.at().couple
    assert (couple.children, couple.week_start, couple.day_ends_at) == ("yes", "sunday", "04:00")


def test_undo_here_is_refused_once_somebody_there_went_on_from_it(windows: tuple[House, House]) -> None:
    here, there = windows
    sitting = here.sitting(here.alex)
    sitting.do(lambda at: change_ritual(at, "date", name="Evening"))
    there.do(change_ritual, "date", forgive=2)
    with pytest.raises(Refusal, match="changed again since"):
        sitting.undo()
    assert here.at().library.rituals.find("date").name == "Evening"


def test_two_windows_do_not_found_two_couples(tmp_path: Path) -> None:
    clock = FixedClock(NOON)
    here, there = (House(DiskStore.open(tmp_path, clock, writer=name), clock) for name in ("a-1", "b-2"))
    here.do(set_up, ("Alex", "Sam"))
    with pytest.raises(Refusal, match="set up already"):
        there.do(set_up, ("Alex", "Sam"))
    there.store.refresh()
    assert len(there.all("couple")) == 1
