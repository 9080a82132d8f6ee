"""Invariant 3: at most one appreciation a day is offered to each giver, whatever they do."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acts.house import NOON, House, settle
from tracker.acts.entries import appreciate, reword, tell
from tracker.acts.removal import bring_back, remove, removed
from tracker.clock import FixedClock
from tracker.errors import Refusal
from tracker.ids import id_text
from tracker.records.entries import Appreciation, Appreciations
from tracker.store.memory import MemoryStore

Offers = dict[tuple[str, date], set[str]]
"""Which notes were offered to a giver on a day."""


def home() -> House:
    clock = FixedClock(NOON)
    return settle(House(MemoryStore(clock), clock), time_zone="America/New_York")


def look(house: House, offers: Offers) -> dict[str, str]:
    """What is offered to each giver right now, noted down."""
    at = house.at()
    found = {}
    for who in (house.alex, house.sam):
        offer = at.library.appreciations.to_tell(who, at.today, at.couple.day_of)
        if offer is not None:
            assert offer.by == who
            assert offer.day < at.today
            assert not offer.told
            offers[who, at.today].add(offer.id)
            found[who] = offer.id
    return found


def something(house: House, luck: random.Random, offers: Offers) -> None:
    """One thing that one of them does."""
    me = luck.choice([house.alex, house.sam])
    offer = look(house, offers).get(me)
    mine = [a.id for a in house.at().library.appreciations if a.by == me]
    what = luck.choice(
        ["write", "write late", "tell", "tell another", "drop", "drop another", "undrop", "word"]
    )
    if what == "write":
        house.do(appreciate, by=me, text="words")
    elif what == "write late":
        house.do(appreciate, by=me, text="words", day=house.at().today - timedelta(luck.randrange(9)))
    elif what == "tell" and offer:
        house.do(tell, offer, me=me)
    elif what == "drop" and offer:
        house.do(remove, "appreciations", offer, me=me)
    elif what == "undrop":
        today = [
            one
            for one in removed(house.at(), me)
            if house.at().couple.day_of(one.removed_at) == house.at().today
        ]
        if today:
            house.do(bring_back, luck.choice(today).id, me=me)
    elif mine:
        _another(house, luck.choice(mine), what, me)


def _another(house: House, note: str, what: str, me: str) -> None:
    try:
        if what == "tell another":
            house.do(tell, note, me=me)
        elif what == "drop another":
            house.do(remove, "appreciations", note, me=me)
        elif what == "word":
            house.do(reword, note, me=me, text="other words", cue="")
    except Refusal:
        return


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6))
def test_over_months_no_giver_is_offered_two_on_a_day(seed: int) -> None:
    house, luck, offers = home(), random.Random(seed), defaultdict[tuple[str, date], set[str]](set)
    for _ in range(90):
        for _ in range(luck.randrange(4)):
            something(house, luck, offers)
            house.later(hours=luck.random() * 3)
        look(house, offers)
        house.later(hours=12 + luck.random() * 14)
    assert offers
    assert {len(notes) for notes in offers.values()} == {1}


def test_every_note_of_a_jar_has_its_turn() -> None:
    """Also those written in one minute: their ids, and the dates of a month, differ in a few digits only."""
    house, luck = home(), random.Random(3)
    couple = house.at().couple
    jar = Appreciations(tuple(_written(number, luck) for number in range(30)))
    days = [date(2026, 12, 1) + timedelta(days=n) for n in range(900)]
    offers = [jar.to_tell("alex", day, couple.day_of) for day in days]
    turns = Counter(offer.id for offer in offers if offer is not None)
    assert len(turns) == 30
    assert 10 < min(turns.values()) <= max(turns.values()) < 60  # thirty each, give or take


def _written(number: int, luck: random.Random) -> Appreciation:
    moment = NOON + timedelta(milliseconds=700 * number)
    record_id = id_text((int(moment.timestamp() * 1000) << 32) | luck.getrandbits(32))
    return Appreciation(id=record_id, recorded_at=moment, by="alex", day=moment.date(), text="words")


def test_a_giver_tells_at_most_one_a_day_over_months() -> None:
    house, luck = home(), random.Random(7)
    for _ in range(60):
        house.do(appreciate, by=house.alex, text="words")
    for _ in range(90):
        for note in luck.sample(house.all("appreciations"), 5):
            _another(house, str(note["id"]), "tell another", house.alex)
        house.later(hours=17)
    told = [note["told_on"] for note in house.all("appreciations") if note["told_on"]]
    assert len(told) == len(set(told)) > 50
