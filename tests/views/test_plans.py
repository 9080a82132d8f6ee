"""What the Dates and the Trips page and the agenda show."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.views.homes import ALEX, RITUALS, SAM, TODAY, Row, at, documents, iso, mark, ritual
from tests.views.outings import outing, surprise, weekend
from tracker.acts.common import Standing
from tracker.calendar.when import When, read_when
from tracker.ids import id_text
from tracker.store.documents import Documents
from tracker.views import holdings
from tracker.views.memories import memories
from tracker.views.plan_lines import PlanLine, span_words
from tracker.views.plans import agenda, dates_page, trips_page


def home(*plans: Row, **tables: Any) -> Standing:
    """Where a couple with these plans stands."""
    return at(documents(plans=plans, **tables))


def titles(lines: tuple[PlanLine, ...]) -> list[str]:
    return [line.title for line in lines]


def test_the_weeks_hold_what_begins_in_them_dates_and_trips() -> None:
    plans = [
        outing("happened", "2026-11-17T19:00", title="Chips"),
        outing(start="2026-11-22T19:00", title="Sunday"),
        outing(start="2026-11-24", title="Tuesday"),
        weekend(),
        outing("let-go", "2026-11-25", title="Gone"),
        outing("idea", None, title="Some day"),
    ]
    page = dates_page(home(*plans), ALEX)
    assert [(week.label, titles(week.lines)) for week in page.weeks[:4]] == [
        ("This week", ["Chips", "Sunday"]),
        ("Next week", ["Tuesday"]),
        ("Week of 30 Nov", ["Cabin"]),
        ("Week of 7 Dec", []),
    ]
    assert [week.current for week in page.weeks] == [True, *[False] * 5]


def test_a_week_begins_on_the_couples_own_day_and_the_small_hours_belong_to_the_day_before() -> None:
    plans = [
        outing(start="2026-11-22T20:00", title="Sunday"),
        outing(start="2026-11-23T01:30", title="Night"),
    ]
    monday = dates_page(home(*plans), ALEX).weeks
    assert [titles(week.lines) for week in monday[:2]] == [["Sunday", "Night"], []]
    sunday = dates_page(home(*plans, agreed={"week_start": "sunday"}), ALEX).weeks
    assert [titles(week.lines) for week in sunday[:2]] == [[], ["Sunday", "Night"]]


def test_a_week_without_a_plan_says_that_it_is_open_kept_or_rests() -> None:
    open_week = dates_page(home(), ALEX).weeks[0]
    assert (open_week.state, open_week.words()) == ("open", "still open")
    kept = dates_page(home(moments=[mark("date", 1)]), ALEX).weeks[0]
    assert (kept.state, kept.words(), titles(kept.lines)) == ("kept", "", ["A date"])
    pause = {"kind": "travel", "from": "2026-12-02", "until": "2026-12-03", "ritual": None}
    resting = dates_page(home(pauses=[pause]), ALEX).weeks
    assert [week.words() for week in resting[:4]] == ["still open", "", "rests: travel", ""]


def test_nothing_of_rhythm_is_shown_where_the_couple_hides_it_or_counts_otherwise() -> None:
    hidden = home(moments=[mark("date", 1)], agreed={"show_rhythm": False})
    assert {week.state for week in dates_page(hidden, ALEX).weeks} == {""}
    monthly = [ritual("date", cadence={"times": 1, "period": "month"}), *RITUALS[2:]]
    assert {week.state for week in dates_page(home(rituals=monthly), ALEX).weeks} == {""}


def test_the_months_are_twelve_cards_with_what_begins_in_them() -> None:
    plans = [weekend("2026-10-30", "2026-11-01", state="happened", title="Harbour"), weekend(), outing()]
    page = trips_page(home(*plans), SAM)
    assert (page.year, len(page.months)) == (2026, 12)
    shown = {month.label: (month.state, titles(month.lines)) for month in page.months if month.lines}
    assert shown == {"October": ("kept", ["Harbour"]), "December": ("", ["Cabin"])}
    assert [month.label for month in page.months if month.current] == ["November"]
    assert trips_page(home(), SAM, year=2027).months[0].label == "January 2027"


def test_a_small_trip_beside_the_months_leaves_the_month_open() -> None:
    plans = [weekend("2026-11-07", None, state="happened", counts=False)]
    november = trips_page(home(*plans), SAM).months[10]
    assert (november.state, november.lines[0].counts) == ("open", False)
    assert "beside the month's trip" in november.lines[0].tags()


def test_the_desk_holds_ideas_open_days_questions_and_memories() -> None:
    plans = [
        outing("idea", None, title="First"),
        outing("let-go", "2026-11-10", title="Gone"),
        outing("idea", None, title="Second"),
        outing("planned", None, title="Undated"),
        outing("planned", "2026-11-12", title="Asked"),
        outing("planned", "2026-11-19T19:00", title="Asked later"),
        outing("planned", "2026-11-20T19:00", title="Tonight"),
        *(outing("happened", f"2026-10-0{day}", title=f"Memory {day}") for day in range(1, 6)),
    ]
    desk = dates_page(home(*plans), ALEX, memories=4).desk
    assert titles(desk.ideas) == ["Second", "First", "Gone"]
    assert titles(desk.undated) == ["Undated"]
    assert titles(desk.asking) == ["Asked later", "Asked"]
    assert titles(desk.memories) == ["Memory 5", "Memory 4", "Memory 3", "Memory 2"]
    assert (desk.memory_count, desk.last_three) == (5, ("Memory 5", "Memory 4", "Memory 3"))
    assert (desk.viewer_name, desk.other_name) == ("Alex", "Sam")
    assert trips_page(home(*plans), ALEX).desk.ideas == ()


def test_a_plan_asks_whether_it_happened_from_its_day_on() -> None:
    weeks = dates_page(home(outing(start="2026-11-20T23:00"), outing()), ALEX).weeks
    assert [line.asks for week in weeks for line in week.lines] == [True, False]


def test_a_line_says_what_is_open_and_what_it_is() -> None:
    row = outing(start="2026-11-27", childcare="needed", novelty="new", phones_away=True)
    (line,) = dates_page(home(row), ALEX).weeks[1].lines
    assert line.open_words() == "what time? · childcare?"
    assert line.tags() == ("childcare needed", "new to us", "low cost", "phones away")
    assert (line.when, line.by_name, line.mine) == ("Fri 27 Nov", "Alex", True)
    assert line.done_words() == ""


def test_a_trip_shows_its_list_and_how_much_of_it_is_done() -> None:
    items = [{"id": "booking", "text": "Booking", "done": True}, {"id": "x", "text": "Boots"}]
    (line,) = dates_page(home(weekend(checklist=items)), ALEX).weeks[2].lines
    assert line.done_words() == "1 of 2 done"
    assert line.open == ("1 more on the list",)


def test_remarks_stand_beside_each_other_in_the_order_they_were_written() -> None:
    plan = outing("happened", "2026-11-17", id=id_text(5))
    remarks = [
        {"plan": id_text(5), "by": SAM, "text": "The basil!"},
        {"plan": id_text(5), "by": ALEX, "text": "You laughed."},
        {"plan": id_text(6), "by": ALEX, "text": "Of another."},
    ]
    (line,) = dates_page(home(plan, remarks=remarks), ALEX).desk.memories
    assert [(one.name, one.text, one.mine) for one in line.remarks] == [
        ("Sam", "The basil!", False),
        ("Alex", "You laughed.", True),
    ]


def test_what_two_wrote_at_once_is_shown_beside_what_stands() -> None:
    kept = [
        {"field": "place", "value": "The Ship"},
        {"field": "start", "value": "2026-11-28T19:00"},
        {"field": "notes", "value": ""},
        {"field": "phones_away", "value": True},
        {"field": "childcare", "value": "needed"},
        {"field": "place", "value": "Home"},
        {"field": "history", "value": []},
    ]
    (line,) = dates_page(home(outing(_kept=kept)), ALEX).weeks[1].lines
    assert [(other.label, other.value) for other in line.others] == [
        ("place", "The Ship"),
        ("start", "Sat 28 Nov, 19:00"),
        ("notes", "nothing"),
        ("phones away", "yes"),
        ("childcare", "childcare needed"),
    ]


def test_what_another_machine_wrote_at_once_is_shown_until_the_next_change() -> None:
    held = documents(plans=[outing(id=id_text(5), _v=9, _w="a")])
    mine = {name: {d["id"]: d for d in held.standing(name)} for name in held.tables()}
    theirs = {**mine["plans"][id_text(5)], "place": "The Ship", "_v": 8, "_w": "b"}
    both = Documents(mine, sources=[mine, {"plans": {id_text(5): theirs}}])
    (line,) = dates_page(at(both), ALEX).weeks[1].lines
    assert [(other.field, other.value) for other in line.others] == [("place", "The Ship")]


SPANS = [
    ("2026-11-27T19:00", None, "Fri 27 Nov, 19:00"),
    ("2026-11-27", None, "Fri 27 Nov"),
    ("2026-11-27T19:00", "2026-11-27T22:00", "Fri 27 Nov, 19:00–22:00"),
    ("2026-11-27T22:00", "2026-11-28T01:00", "Fri 27 Nov, 22:00–01:00"),
    ("2026-11-27T10:00", "2026-11-28T12:00", "Fri 27 Nov, 10:00 – Sat 28 Nov, 12:00"),
    ("2026-12-04", "2026-12-06", "Fri 4 – Sun 6 Dec"),
    ("2026-10-30", "2026-11-01", "Fri 30 Oct – Sun 1 Nov"),
    ("2026-12-31", "2027-01-02", "Thu 31 Dec – Sat 2 Jan 2027"),
    ("2027-01-01", "2027-01-02", "Fri 1 – Sat 2 Jan 2027"),
    ("2026-12-04", "2026-12-04", "Fri 4 Dec"),
]


@pytest.mark.parametrize(("start", "end", "words"), SPANS)
def test_a_span_is_said_as_people_say_it(start: str, end: str | None, words: str) -> None:
    assert span_words(read_when(start), read_when(end), TODAY) == words


def test_the_agenda_has_what_comes_up_and_what_is_under_way() -> None:
    plans = [
        outing(),
        outing(start="2026-12-13T19:00", title="Last day"),
        outing(start="2026-12-14T19:00", title="Too far"),
        outing("happened", "2026-11-20", title="Done"),
        weekend("2026-11-19", "2026-11-21", title="Away"),
        outing(start=None, title="Undated"),
        outing(start="2026-11-18", title="Asked"),
        outing(start="2026-10-18", title="Long ago"),
    ]
    found = agenda(home(*plans), ALEX)
    assert titles(found.lines) == ["Away", "Pasta at ours", "Last day"]
    assert titles(found.undated) == ["Undated"]
    assert titles(found.asking) == ["Asked"]
    assert titles(agenda(home(*plans), ALEX, 1).lines) == ["Away"]
    assert list(found.text()) == [
        "Coming up",
        "  Thu 19 – Sat 21 Nov  Away  (who books? · 2 more on the list)",
        "  Fri 27 Nov, 19:00  Pasta at ours",
        "  Sun 13 Dec, 19:00  Last day",
        "Without a day yet",
        "  Undated  (when?)",
        "Did it happen?",
        "  Wed 18 Nov  Asked  (what time?)",
    ]


def test_an_empty_agenda_says_how_to_begin() -> None:
    assert list(agenda(home(), "").text()) == [
        "Nothing is planned yet; `rekindle plan date` with a title keeps a first idea."
    ]


def test_the_agenda_for_a_script_names_every_field() -> None:
    found = agenda(home(outing(childcare="needed", id=id_text(5))), "").as_json()
    assert found == {
        "today": "2026-11-20",
        "until": "2026-12-13",
        "plans": [
            {
                "id": id_text(5),
                "kind": "date",
                "state": "planned",
                "day": "2026-11-27",
                "start": "2026-11-27T19:00",
                "end": None,
                "held": False,
                "title": "Pasta at ours",
                "place": "Home",
                "childcare": "needed",
                "novelty": "familiar",
                "cost": "low",
                "phones_away": False,
                "surprise": False,
                "open": ["childcare?"],
            }
        ],
        "undated": [],
        "asking": [],
    }


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        ("2026-11-27", datetime(2026, 11, 26, 15, tzinfo=UTC)),  # 04:00 in Auckland, when their day begins
        ("2026-11-27T19:00", datetime(2026, 11, 27, 6, tzinfo=UTC)),
    ],
)
def test_days_and_hours_are_the_couples_own_also_on_the_other_side_of_the_world(
    start: str, hour: datetime
) -> None:
    held = documents(plans=[surprise(start=start)], agreed={"time_zone": "Pacific/Auckland"})
    assert agenda(at(held, hour - timedelta(minutes=1)), SAM).lines[0].held
    later = hour
    assert not agenda(at(held, later), SAM).lines[0].held


def test_a_plan_that_no_hand_could_mean_is_passed_over() -> None:
    broken = [
        outing(start="some day"),
        outing(childcare="perhaps"),
        outing(kind="party"),
        {**outing(), "start": 7},
    ]
    assert agenda(home(*broken), ALEX).lines == ()


def test_when_reads_what_is_stored_and_nothing_else() -> None:
    assert read_when("2026-11-27T19:00:00") == When(date(2026, 11, 27), datetime(2026, 1, 1, 19).time())  # noqa: DTZ001
    for odd in ("2026-11-31", "27 Nov", "2026-11-27T25:00", "1850-01-01", "", None, 7, "2026-11-27T19:00Z"):
        assert read_when(odd) is None


# What was only ticked


def test_a_ticked_date_is_listed_in_its_week_and_among_what_was_lived() -> None:
    held = home(moments=[mark("date", 1), mark("date", 40, note="Chips in the car.\nIt rained.")])
    page = dates_page(held, ALEX)
    assert [(one.title, one.state, one.day) for one in page.weeks[0].lines] == [
        ("A date", "happened", TODAY - timedelta(days=1))
    ]
    lived = page.desk.memories
    assert [(one.title, one.notes) for one in lived] == [
        ("A date", ""),
        ("Chips in the car.", "Chips in the car.\nIt rained."),
    ]
    assert page.desk.memory_count == 2
    trips = trips_page(home(moments=[mark("trip", 40)]), ALEX)
    assert [titles(month.lines) for month in trips.months if month.lines] == [["A trip"]]


def test_a_bare_tick_on_the_day_of_a_plan_is_that_plan_and_words_are_told() -> None:
    plans = [outing("happened", f"{iso(3)}T19:00", title="Curry night")]
    assert titles(dates_page(home(*plans, moments=[mark("date", 3)]), ALEX).desk.memories) == ["Curry night"]
    worded = home(*plans, moments=[mark("date", 3, note="And a film.")])
    assert sorted(titles(dates_page(worded, ALEX).desk.memories)) == ["And a film.", "Curry night"]


def test_of_a_date_kept_by_both_half_a_tick_is_listed_nowhere() -> None:
    both = [ritual("date", kept_by="both"), *(one for one in RITUALS if one["key"] != "date")]
    half = home(rituals=both, moments=[mark("date", 1, ALEX)])
    assert dates_page(half, ALEX).desk.memories == ()
    whole = home(rituals=both, moments=[mark("date", 1, ALEX), mark("date", 1, SAM)])
    assert titles(dates_page(whole, ALEX).desk.memories) == ["A date"]


def test_every_page_counts_the_same_dates() -> None:
    """Journey, Dates and the memories: one set, one answer."""
    trip = weekend("2026-10-02", "2026-10-04", id=id_text(77), state="happened", title="Harbour Inn")
    plans = [trip, outing("happened", f"{iso(3)}T19:00", title="Curry night")]
    moments = [mark("date", ago) for ago in (1, 3, 12, 30)]
    moments.append(mark("date", (TODAY - date(2026, 10, 2)).days, plan=id_text(77)))  # it was both
    held = home(*plans, moments=moments)
    page, stream = dates_page(held, ALEX), memories(held, ALEX)
    assert page.desk.memory_count == len(stream.search(kinds=("date",))) == 4
    assert trips_page(held, ALEX).desk.memory_count == len(stream.search(kinds=("trip",))) == 1
    assert holdings.held(held, "quality-time").said == "4 dates, 1 trip lived"
