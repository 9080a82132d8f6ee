"""The Today page: what one viewer sees of one day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from tests.rhythm.plain_reading import read_plainly
from tests.views.homes import ALEX, RITUALS, SAM, TODAY, Row, at, documents, iso, mark, note, ritual, weather
from tracker.rhythm.ledger import ledger
from tracker.store.documents import Documents
from tracker.views.today import MARKS, RitualLine, TodayPage, today_page

YESTERDAY = TODAY - timedelta(days=1)
LATER = {"recorded_at": "2026-11-20T09:00:00+00:00"}
"""Written down on the morning of today."""


def page(held: Documents, viewer: str = ALEX, day: date | None = None) -> TodayPage:
    return today_page(at(held), viewer, day)


def line(shown: TodayPage, key: str) -> RitualLine:
    return next(one for one in shown.rituals if one.key == key)


# Who looks, and at which day


def test_the_page_is_of_today_for_who_is_here() -> None:
    shown = page(documents(), SAM)
    assert (shown.day, shown.today) == (TODAY, TODAY)
    assert (shown.viewer, shown.viewer_name) == (SAM, "Sam")
    assert (shown.other, shown.other_name) == (ALEX, "Alex")


@pytest.mark.parametrize("viewer", ["", "ghost", "0" * 22])
def test_who_is_neither_of_the_two_sees_what_nobody_sees(viewer: str) -> None:
    held = documents(
        appreciations=[note(ALEX, 0), note(SAM, 3), note("ghost", 0), note("ghost", 3)],
        weather=[weather(ALEX, 0, 1), weather("ghost", 0, 1)],
        moments=[mark("date", 0, "ghost")],
    )
    shown = page(held, viewer)
    assert (shown.viewer, shown.viewer_name, shown.other, shown.other_name) == ("", "", "", "")
    assert (shown.notes, shown.offer, shown.weather) == ((), None, "")
    assert not line(shown, "date").mine


@pytest.mark.parametrize("day", [date(2026, 11, 21), date(2030, 1, 1), date.max])
def test_a_day_to_come_shows_today(day: date) -> None:
    assert page(documents(), day=day) == page(documents())


def test_the_month_shows_once_begun_unless_hidden() -> None:
    assert page(documents()).month == "Month 4"
    for agreed in ({"show_month": False}, {"effort_start": None}, {"effort_start": "2026-12-01"}):
        assert page(documents(agreed=agreed)).month == ""


# Notes, the offer and the weather


def test_ones_own_notes_of_the_day_show_in_the_order_they_were_written() -> None:
    held = documents(
        appreciations=[note(ALEX, 0, "One", cue="now"), note(SAM, 0), note(ALEX, 0, "Two"), note(ALEX, 1)]
    )
    assert [(n.text, n.cue, n.told) for n in page(held).notes] == [("One", "now", False), ("Two", "", False)]
    assert [n.text for n in page(held, day=YESTERDAY).notes] == ["Tea"]


def test_what_the_other_one_wrote_shows_to_nobody_else_not_even_that_it_is_there() -> None:
    held = documents(appreciations=[note(SAM, 0), note(SAM, 0, told_on=iso(0)), note(SAM, 4)])
    assert (page(held).notes, page(held).offer) == ((), None)


def test_a_note_written_down_later_says_so() -> None:
    held = documents(appreciations=[note(ALEX, 1, **LATER), note(ALEX, 1)])
    assert [n.later for n in page(held, day=YESTERDAY).notes] == [True, False]


def test_later_goes_by_the_couples_day_and_not_by_the_clocks() -> None:
    before_the_day_ends = {"recorded_at": "2026-11-20T03:59:00+00:00"}
    held = documents(appreciations=[note(ALEX, 1, **before_the_day_ends)])
    assert not page(held, day=YESTERDAY).notes[0].later


def test_one_note_is_offered_on_todays_page_alone() -> None:
    held = documents(appreciations=[note(ALEX, 3), note(ALEX, 9)])
    offer = page(held).offer
    assert offer is not None
    assert not offer.told
    assert page(held, day=YESTERDAY).offer is None
    assert page(held, SAM).offer is page(held, "").offer is None


def test_prompts_rest_while_everything_does_but_not_for_one_ritual() -> None:
    notes = [note(ALEX, 3)]
    everything: Row = {"kind": "illness", "from": iso(2), "until": None, "ritual": None}
    assert page(documents(appreciations=notes, pauses=[everything])).offer is None
    assert page(documents(appreciations=notes, pauses=[{**everything, "ritual": "date"}])).offer is not None
    over = {**everything, "until": iso(1)}
    assert page(documents(appreciations=notes, pauses=[over])).offer is not None


def test_the_weather_is_ones_own_of_that_day() -> None:
    held = documents(weather=[weather(ALEX, 0, 1), weather(ALEX, 1, 5), weather(SAM, 0, 3)])
    assert [page(held, who).weather for who in (ALEX, SAM, "")] == ["stormy", "cloudy", ""]
    assert page(held, day=YESTERDAY).weather == "sunny"


# What rests


def test_what_rests_says_until_when_and_why() -> None:
    pauses: list[Row] = [
        {"kind": "illness", "from": iso(3), "until": None, "ritual": None},
        {"kind": "travel", "from": iso(2), "until": "2026-11-22", "ritual": "date"},
        {"kind": "apart", "from": iso(1), "until": "2027-01-02", "ritual": None},
        {"kind": "ebb", "from": iso(9), "until": iso(1), "ritual": None},
    ]
    assert tuple(rest.text for rest in page(documents(pauses=pauses)).rests) == (
        "Everything rests until you resume: illness",
        "Date rests until 22 Nov: travel",
        "Everything rests until 2 Jan 2027: time apart",
    )
    assert len(page(documents(pauses=pauses), day=YESTERDAY).rests) == 4


def test_the_pause_of_a_ritual_that_is_gone_says_nothing_and_stops_nothing() -> None:
    pauses: list[Row] = [{"kind": "ebb", "from": iso(3), "until": None, "ritual": "juggling"}]
    assert page(documents(pauses=pauses)).rests == ()


# Rituals


def test_rituals_show_in_their_order_with_their_cadence() -> None:
    shown = [(r.key, r.name, r.cadence, r.cadence_short) for r in page(documents()).rituals]
    assert shown == [
        ("appreciation", "Appreciation", "each day", "each day"),
        ("date", "Date", "each week", "each week"),
        ("trip", "Trip", "each month", "each month"),
        ("walk", "Walk", "3 times a week", "3 a week"),
    ]


@pytest.mark.parametrize(
    ("by", "mine"),
    [("", (True, True, True)), (ALEX, (True, False, False)), (SAM, (False, True, False))],
)
def test_a_mark_is_mine_when_i_made_it_or_both_of_us(by: str, mine: tuple[bool, bool, bool]) -> None:
    held = documents(moments=[mark("date", 0, by)])
    lines = [line(page(held, who), "date") for who in (ALEX, SAM, "")]
    assert tuple(one.mine for one in lines) == mine
    assert all(one.done for one in lines)


def test_until_both_stand_each_sees_their_own_tick_and_nothing_else_changes() -> None:
    nothing, alexs = documents(), documents(moments=[mark("walk", 0, ALEX)])
    late = documents(moments=[mark("walk", 1, ALEX, **LATER)])
    for viewer in (SAM, ""):
        assert page(alexs, viewer) == page(nothing, viewer)
        assert page(late, viewer, YESTERDAY) == page(nothing, viewer, YESTERDAY)
    assert line(page(alexs), "walk") == line(page(nothing), "walk")._replace(mine=True)
    both = documents(moments=[mark("walk", 0, ALEX), mark("walk", 0, SAM)])
    assert all(line(page(both, who), "walk").done for who in (ALEX, SAM, ""))


@pytest.mark.parametrize(
    ("by", "ritual_key", "later"),
    [
        ("", "date", True),
        (ALEX, "date", True),
        (SAM, "date", True),
        (ALEX, "walk", True),
        (SAM, "walk", False),
    ],
)
def test_a_mark_made_later_says_so_where_the_viewer_knows_of_it(
    by: str, ritual_key: str, later: bool
) -> None:
    held = documents(moments=[mark(ritual_key, 1, by, **LATER)])
    assert line(page(held, day=YESTERDAY), ritual_key).later == later
    assert not line(page(held), ritual_key).later


def test_a_day_gone_by_shows_that_days_ticks() -> None:
    held = documents(moments=[mark("date", 1)])
    assert line(page(held, day=YESTERDAY), "date").done
    assert not line(page(held), "date").done


def test_the_newest_periods_show_as_marks_and_never_more_than_a_screen_has_room_for() -> None:
    held = documents(appreciations=[note(ALEX, n) for n in range(60) if n not in (2, 5)])
    marks = line(page(held), "appreciation").marks
    assert len(marks) == MARKS
    assert marks[-1] == "kept"
    assert marks[-3] == marks[-6] == "quiet"


def test_how_many_of_how_many_shows_where_more_than_one_is_asked() -> None:
    held = documents(moments=[mark("walk", 0), mark("walk", 1), mark("date", 0)])
    assert line(page(held), "walk").so_far == "2 of 3 this week"
    assert line(page(held), "date").so_far == ""


def test_an_earlier_day_shows_the_figures_of_that_day() -> None:
    """Each as `status --today` says it of that day, and none of today's."""
    moments = [mark("walk", ago) for ago in (0, 1, 2, 9, 10, 11, 16, 17, 18, 24)]
    walk = ritual("walk", cadence={"times": 3, "period": "week"}, since="2026-10-19")
    held = documents(rituals=[walk], moments=moments)
    shown = line(page(held), "walk")
    assert (shown.so_far, shown.run, shown.kept) == (
        "3 of 3 this week",
        "3 weeks in a row",
        "kept 3 of the last 5 weeks",
    )
    assert "".join(state[0] for state in shown.marks) == "qqkkk"
    tuesday = line(page(held, day=TODAY - timedelta(days=10)), "walk")
    assert (tuesday.so_far, tuesday.run, tuesday.kept) == (
        "2 of 3 by then",
        "1 week so far",
        "kept 1 of the last 3 weeks",
    )
    assert "".join(state[0] for state in tuesday.marks) == "qqko"
    before = line(page(held, day=TODAY - timedelta(days=40)), "walk")
    assert (before.so_far, before.run, before.kept, before.marks) == ("", "", "", ("open",))


def test_an_earlier_day_is_as_of_the_independent_reading() -> None:
    rng = Random(8)
    rituals = [ritual("walk", cadence={"times": 2, "period": "week"}), ritual("trip", since="2026-10-14")]
    moments = [mark(rng.choice(("walk", "trip")), rng.randrange(120)) for _ in range(60)]
    held = documents(rituals=rituals, moments=moments)
    for ago in range(0, 120, 7):
        day = TODAY - timedelta(days=ago)
        for one in page(held, day=day).rituals:
            rule = next(entry.rule for entry in ledger(held).rituals() if entry.key == one.key)
            marks = ledger(held).marks(one.key)
            plain = read_plainly(rule, marks, [], day, (ALEX, SAM))
            assert [*one.marks] == [period.state for period in plain.periods][-MARKS:] or not plain.periods
            assert (f"{plain.run} weeks in a row" == one.run) == (plain.run > 1)
            assert one.so_far.startswith(f"{plain.happened} ") == (plain.happened > 0 and rule.times > 1)


def test_an_earlier_day_says_the_month_that_ran_then() -> None:
    assert page(documents(), day=TODAY - timedelta(days=60)).month == "Month 2"
    assert page(documents(), day=date(2026, 8, 2)).month == ""


def test_runs_are_said_in_kind_words() -> None:
    held = documents(appreciations=[note(ALEX, n) for n in range(6)])
    shown = line(page(held), "appreciation")
    assert (shown.run, shown.run_short) == ("6 days in a row", "6 in a row")
    assert shown.kept.startswith("kept 6 of the last ")


def test_hiding_rhythm_hides_every_figure_and_no_tick() -> None:
    notes, marks = [note(ALEX, n) for n in range(9)], [mark("walk", 0), mark("walk", 1)]
    held = documents(agreed={"show_rhythm": False}, appreciations=notes, moments=marks)
    for one in page(held).rituals:
        assert one.marks == ()
        assert (one.so_far, one.run, one.kept, one.run_short, one.kept_short) == ("",) * 5
    assert line(page(held), "walk").mine


@pytest.mark.parametrize(
    ("archived_days_ago", "day_days_ago", "shown"),
    [(0, 0, False), (0, 1, True), (3, 0, False), (3, 2, False), (3, 3, True), (3, 4, True)],
)
def test_what_was_put_away_leaves_todays_page_and_stays_on_its_own_days(
    archived_days_ago: int, day_days_ago: int, shown: bool
) -> None:
    away = ritual("tea", archived_on=iso(archived_days_ago))
    keys = [
        r.key for r in page(documents([*RITUALS, away]), day=TODAY - timedelta(days=day_days_ago)).rituals
    ]
    assert ("tea" in keys) == shown


def test_two_rituals_of_one_key_are_one_line() -> None:
    keys = [r.key for r in page(documents([*RITUALS, ritual("walk"), ritual("Walk")])).rituals]
    assert keys == ["appreciation", "date", "trip", "walk"]


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 11, 21, 3, 59, 59, tzinfo=UTC), TODAY),
        (datetime(2026, 11, 21, 4, 0, tzinfo=UTC), date(2026, 11, 21)),
    ],
)
def test_the_page_turns_when_the_couples_day_ends(now: datetime, day: date) -> None:
    assert today_page(at(documents(), now), ALEX).day == day


ODD_ROWS: list[dict[str, list[Row]]] = [
    {"moments": [mark("juggling", 0)]},
    {"moments": [{**mark("date", 0), "by": "somebody gone"}]},
    {"appreciations": [{**note(ALEX, 0), "text": 5}]},
    {"pauses": [{"from": "soon"}, {"kind": "ebb", "from": iso(1), "until": iso(5), "ritual": None}]},
    {"weather": [{**weather(ALEX, 0, 1), "level": "high"}]},
]


@pytest.mark.parametrize("rows", ODD_ROWS)
def test_what_a_hand_has_edited_never_stops_the_page(rows: dict[str, list[Row]]) -> None:
    shown = page(documents(RITUALS, None, **rows))
    assert [r.key for r in shown.rituals] == ["appreciation", "date", "trip", "walk"]
    assert (shown.notes, shown.rests, shown.weather) == ((), (), "")
