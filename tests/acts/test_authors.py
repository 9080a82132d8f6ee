"""Only the author changes or removes their words; and nobody acts who is neither of the two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.acts.house import YESTERDAY, House
from tracker.acts.common import put
from tracker.acts.entries import appreciate, reword, set_weather, tell
from tracker.acts.removal import bring_back, remove
from tracker.acts.rituals import did, undo_did
from tracker.ids import new_id
from tracker.store.changes import Change

Doing = Callable[[House, str, str], list[Change]]
"""An act upon a note of Alex's, by its id and in somebody's name."""


def _reword(house: House, note: str, who: str) -> list[Change]:
    return reword(house.at(), note, me=who, text="other words", cue="")


def _tell(house: House, note: str, who: str) -> list[Change]:
    return tell(house.at(), note, me=who)


def _remove(house: House, note: str, who: str) -> list[Change]:
    return remove(house.at(), "appreciations", note, me=who)


def _bring_back(house: House, note: str, who: str) -> list[Change]:
    return bring_back(house.at(), note, me=who)


UPON_A_NOTE: list[Doing] = [_reword, _tell, _remove]


@pytest.fixture
def noted(house: House) -> tuple[House, str]:
    """A note of Alex's."""
    house.do(appreciate, by=house.alex, text="Tea", day=YESTERDAY)
    return house, house.newest("appreciations")


@pytest.mark.parametrize("doing", UPON_A_NOTE)
def test_the_author_may(noted: tuple[House, str], doing: Doing) -> None:
    house, note = noted
    assert doing(house, note, house.alex)


@pytest.mark.parametrize("doing", [*UPON_A_NOTE, _bring_back])
@pytest.mark.parametrize("who", ["sam", "nobody", "a stranger"])
def test_nobody_else_may(noted: tuple[House, str], doing: Doing, who: str) -> None:
    house, note = noted
    if doing is _bring_back:
        house.do(remove, "appreciations", note, me=house.alex)
    name = {"sam": house.sam, "nobody": "", "a stranger": new_id(house.clock.now())}[who]
    assert house.refused(lambda at: doing(house, note, name))


def test_a_told_note_belongs_to_both_to_read_but_stays_its_authors_words(noted: tuple[House, str]) -> None:
    house, note = noted
    house.do(tell, note, me=house.alex)
    for doing in (_reword, _remove):
        assert "Only the one who wrote this" in house.refused(lambda at, d=doing: d(house, note, house.sam))


def test_words_of_somebody_who_is_neither_are_nobodys_to_change(noted: tuple[House, str]) -> None:
    """As in a folder that was put together from two; they are shown to nobody either."""
    house, _ = noted
    stranger = new_id(house.clock.now())
    house.store.write(
        lambda _: [put("moments", new_id(house.clock.now()), YESTERDAY, ritual="date", by=stranger)]
    )
    theirs = house.newest("moments")
    for who in (house.alex, house.sam, "", stranger):
        assert house.refused(remove, "moments", theirs, me=who)


ACTS_BY = {
    "appreciate": lambda at, who: appreciate(at, by=who, text="Tea"),
    "set_weather": lambda at, who: set_weather(at, me=who, level=3),
    "undo_did": lambda at, who: undo_did(at, "date", me=who, day=YESTERDAY),
}


@pytest.mark.parametrize("act", list(ACTS_BY))
@pytest.mark.parametrize("who", ["", "ghost", "0" * 22])
def test_what_needs_an_author_is_refused_without_one(house: House, act: str, who: str) -> None:
    house.do(did, "date", by="", day=YESTERDAY)
    sentence = house.refused(ACTS_BY[act], who)
    assert sentence == "It is not known whose this is; say first who of you it is, Alex or Sam."


@pytest.mark.parametrize("who", ["ghost", "0" * 22])
def test_a_mark_is_by_one_of_the_two_or_by_both(house: House, who: str) -> None:
    assert "not known whose" in house.refused(did, "date", by=who)
    house.do(did, "date", by="")


@pytest.mark.parametrize("table", ["pauses", "rituals", "moments"])
def test_a_stranger_touches_not_even_what_belongs_to_both(house: House, table: str) -> None:
    house.do(did, "date", by="")
    one = house.newest("moments")
    assert "not known whose" in house.refused(remove, table, one, me="ghost")
    house.do(remove, "moments", one, me="")
    assert "not known whose" in house.refused(bring_back, one, me="ghost")
