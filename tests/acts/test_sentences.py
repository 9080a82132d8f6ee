"""Invariant 6: no refusal holds a word that somebody wrote; it may end up in a log."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acts.house import NOON, TODAY, YESTERDAY, House, settle
from tests.sentences import FORBIDDEN
from tracker.acts.common import Standing
from tracker.acts.entries import appreciate, reword, set_weather, tell
from tracker.acts.pauses import pause
from tracker.acts.removal import bring_back, remove
from tracker.acts.rituals import add_ritual, archive_ritual, change_ritual, did
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.store.changes import Change
from tracker.store.memory import MemoryStore

TOMORROW = TODAY + timedelta(days=1)
MARKERS = st.text(st.characters(categories=["L", "N", "S"]), min_size=6, max_size=40).map(lambda s: f"⁂{s}⁂")
Asking = Callable[[Standing, "Life"], list[Change]]


class Life:
    """A couple whose every word is the marker, with a record in every state that an act may refuse."""

    def __init__(self, words: str) -> None:
        clock = FixedClock(NOON)
        self.house = house = settle(House(MemoryStore(clock), clock))
        self.words, self.alex, self.sam = words, house.alex, house.sam
        self.told, self.kept, self.gone = (self._note() for _ in range(3))
        house.do(tell, self.told, me=self.alex)
        house.do(remove, "appreciations", self.gone, me=self.alex)
        house.do(did, "date", by=self.alex, day=YESTERDAY, text=words)
        self.tick = house.newest("moments")
        house.do(pause, YESTERDAY, kind="travel", text=words)
        house.do(archive_ritual, "trip")

    def _note(self) -> str:
        self.house.do(appreciate, by=self.alex, text=self.words, cue=self.words, day=YESTERDAY)
        return self.house.newest("appreciations")

    @property
    def book(self) -> str:
        """Too much of it."""
        return self.words * 4000


REFUSED: dict[str, Asking] = {
    "a book": lambda at, x: appreciate(at, by=x.alex, text=x.book),
    "a cue like a book": lambda at, x: appreciate(at, by=x.alex, text=x.words, cue=x.book),
    "a day to come": lambda at, x: appreciate(at, by=x.alex, text=x.words, cue=x.words, day=TOMORROW),
    "by nobody": lambda at, x: appreciate(at, by="", text=x.words, cue=x.words),
    "by a stranger": lambda at, x: appreciate(at, by="ghost", text=x.words, cue=x.words),
    "reworded by the other one": lambda at, x: reword(at, x.kept, me=x.sam, text=x.words, cue=x.words),
    "reworded to nothing": lambda at, x: reword(at, x.kept, me=x.alex, text="", cue=x.words),
    "reworded to a book": lambda at, x: reword(at, x.kept, me=x.alex, text=x.book, cue=""),
    "reworded once gone": lambda at, x: reword(at, x.gone, me=x.alex, text=x.words, cue=""),
    "told twice": lambda at, x: tell(at, x.told, me=x.alex),
    "a second one told": lambda at, x: tell(at, x.kept, me=x.alex),
    "told by the other one": lambda at, x: tell(at, x.kept, me=x.sam),
    "told in another way": lambda at, x: tell(at, x.kept, me=x.alex, how="sung"),
    "told once gone": lambda at, x: tell(at, x.gone, me=x.alex),
    "another weather": lambda at, x: set_weather(at, me=x.alex, level=9),
    "tomorrow's weather": lambda at, x: set_weather(at, me=x.alex, level=1, day=TOMORROW),
    "did an appreciation": lambda at, x: did(at, "appreciation", by=x.alex, text=x.words),
    "did tomorrow": lambda at, x: did(at, "date", by=x.alex, day=TOMORROW, text=x.words),
    "did what is put away": lambda at, x: did(at, "trip", by="", day=TOMORROW, text=x.words),
    "did what is not there": lambda at, x: did(at, "juggling", by="", text=x.words),
    "did by a stranger": lambda at, x: did(at, "date", by="ghost", text=x.words),
    "did a book": lambda at, x: did(at, "date", by="", text=x.book),
    "a pause turned round": lambda at, x: pause(at, TOMORROW, TODAY, text=x.words),
    "a pause of no kind": lambda at, x: pause(at, TODAY, kind="sulk", text=x.words),
    "a pause of what is not there": lambda at, x: pause(at, TODAY, ritual="juggling", text=x.words),
    "a pause like a book": lambda at, x: pause(at, TODAY, text=x.book),
    "removed by the other one": lambda at, x: remove(at, "appreciations", x.kept, me=x.sam),
    "a tick removed by the other one": lambda at, x: remove(at, "moments", x.tick, me=x.sam),
    "removed twice": lambda at, x: remove(at, "appreciations", x.gone, me=x.alex),
    "brought back by the other one": lambda at, x: bring_back(at, x.gone, me=x.sam),
    "brought back though it stands": lambda at, x: bring_back(at, x.kept, me=x.alex),
    "a ritual of a taken name": lambda at, x: add_ritual(at, "Date"),
    "a change of what is not there": lambda at, x: change_ritual(at, "juggling", times=2),
    "put away twice": lambda at, x: archive_ritual(at, "trip"),
}


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(words=MARKERS)
def test_no_refusal_and_no_traceback_of_one_holds_a_word_that_somebody_wrote(words: str) -> None:
    life = Life(words)
    for name, asking in REFUSED.items():
        with pytest.raises(Refusal) as refused:
            life.house.do(asking, life)
        for told in (str(refused.value), repr(refused.value), *_printed(refused.value)):
            assert words not in told, name


def _printed(refusal: Refusal) -> list[str]:
    return traceback.format_exception(refusal)


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(words=MARKERS)
def test_undo_names_the_kind_alone_whether_it_works_or_not(words: str) -> None:
    life = Life(words)
    alex = life.house.sitting(life.alex)
    alex.do(lambda at: reword(at, life.kept, me=life.alex, text=words + "!", cue=words))
    life.house.do(reword, life.kept, me=life.alex, text=words + "?", cue=words)
    with pytest.raises(Refusal) as refused:
        alex.undo()
    assert words not in str(refused.value)
    alex.do(lambda at: appreciate(at, by=life.alex, text=words))
    assert alex.undo() == "an appreciation"


@pytest.mark.parametrize("name", list(REFUSED))
def test_a_refusal_is_one_kind_sentence_that_ends(name: str) -> None:
    life = Life("⁂words⁂")
    sentence = life.house.refused(REFUSED[name], life)
    assert not sentence[0].islower()
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200
    assert not FORBIDDEN.search(sentence)
