"""Moments as CSV, out and in."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transfer.places import (
    ALEX,
    NOW,
    SAM,
    TODAY,
    appreciation,
    do,
    empty_store,
    moment,
    record,
    ritual,
    standing,
    store_of,
)
from tracker.errors import Refusal
from tracker.store.changes import Put
from tracker.store.documents import Documents
from tracker.store.memory import MemoryStore
from tracker.transfer.report import Outcome
from tracker.transfer.rows_in import import_rows
from tracker.transfer.rows_out import LOSSY, export_rows

HOSTILE = [
    "a, comma",
    'a "quote"',
    "two\nlines",
    "=1+1",
    "semi;colon",
    "tab",
    "🏳️‍🌈 e\u0301 \u202eRTL\u202c",
    "'",
    ",,,",
    '"',
    "day,ritual,by,note",
    "\u2028",
]


PROJECT = Put("rituals", record(11), {"key": "project", "name": "Project"})


def sample() -> MemoryStore:
    """A store with a moment of every kind."""
    return store_of(
        Put("moments", record(1), moment("2026-11-03", "trip", "", "the lake")),
        Put("moments", record(2), moment("2026-11-02", "date", ALEX)),
        Put("appreciations", record(3), appreciation("2026-11-02", ALEX, "untold", cue="coffee")),
        Put("appreciations", record(4), appreciation("2026-11-02", SAM, "told", told_on="2026-11-05")),
        Put(
            "plans",
            record(5),
            {"kind": "date", "title": "Pasta", "state": "happened", "start": "2026-11-07T01:30", "by": SAM},
        ),
        Put(
            "plans", record(6), {"kind": "date", "title": "Later", "state": "planned", "start": "2026-11-08"}
        ),
        Put(
            "milestones", record(8), {"goal": record(9), "title": "Seeds", "done_on": "2026-11-09", "by": ""}
        ),
        Put("milestones", record(10), {"goal": record(9), "title": "Soil", "done_on": None, "by": ""}),
        PROJECT,
        Put("weather", record(7), {"day": "2026-11-02", "by": ALEX, "word": "stormy", "level": 1}),
    )


def out(store: MemoryStore, viewer: str = "") -> str:
    return export_rows(store.documents, now=NOW, viewer=viewer).text


def bring(documents: Documents, text: str) -> Outcome:
    return import_rows(documents, text, today=TODAY, now=NOW)


def rows(*lines: str) -> str:
    return "\n".join(("day,ritual,by,note", *lines)) + "\n"


def test_the_shared_export_holds_every_moment_and_no_untold_word() -> None:
    assert out(sample()) == (
        "day,ritual,by,note\r\n"
        "2026-11-02,appreciation,,\r\n"
        "2026-11-02,appreciation,Sam,told\r\n"
        "2026-11-02,date,Alex,\r\n"
        "2026-11-03,trip,,the lake\r\n"
        "2026-11-06,date,,Pasta\r\n"
        "2026-11-09,project,,Seeds\r\n"
    )


def test_an_export_for_one_of_them_holds_their_own_untold_words() -> None:
    assert "2026-11-02,appreciation,Alex,untold\r\n" in out(sample(), ALEX)
    assert "untold" not in out(sample(), SAM)


def test_the_export_says_that_it_is_lossy_and_what_a_spreadsheet_may_do() -> None:
    store = store_of(
        Put("moments", record(1), moment("2026-11-03", "trip", "", "=SUM(A1)")),
        Put("moments", record(2), moment("2026-11-03", "gone", "", "x")),
    )
    sheet = export_rows(store.documents, now=NOW)
    assert sheet.hints[0] == LOSSY
    assert "1 note may look like formulas" in sheet.hints[1]
    assert sheet.hints[2] == "1 moment of rituals that were removed left out."
    assert "=SUM(A1)" in sheet.text
    assert "gone" not in sheet.text


@pytest.mark.parametrize("viewer", ["", ALEX, SAM])
def test_importing_what_was_exported_adds_nothing(viewer: str) -> None:
    store = sample()
    changes, report = bring(store.documents, out(store, viewer))
    assert changes == []
    assert report.taken == 0
    assert sum(part.standing for part in report.parts) == 6


@pytest.mark.parametrize("viewer", ["", ALEX])
def test_importing_twice_into_another_place_adds_once(viewer: str) -> None:
    text, store = out(sample(), viewer), store_of(PROJECT)
    do(store, bring(store.documents, text)[0])
    assert out(store, ALEX).count("\r\n") == 7
    assert bring(store.documents, text)[0] == []


def test_rows_become_moments_and_appreciations() -> None:
    store = store_of(Put("rituals", record(9), ritual("weekly-talk", "Weekly Talk")))
    text = rows(
        "2026-11-01,WEEKLY talk,alex,a good one",
        "2026-11-02,weekly-talk,,",
        "2026-11-02,Date,SAM,",
        "2026-11-03,appreciation,sam,you waited",
    )
    changes, report = bring(store.documents, text)
    do(store, changes)
    found = [(m["day"], m["ritual"], m["by"], m["note"]) for m in standing(store.documents, "moments")]
    assert found == [
        ("2026-11-01", "weekly-talk", ALEX, "a good one"),
        ("2026-11-02", "weekly-talk", "", ""),
        ("2026-11-02", "date", SAM, ""),
    ]
    (words,) = standing(store.documents, "appreciations")
    expected = appreciation("2026-11-03", SAM, "you waited")
    assert {name: words[name] for name in expected} == expected
    assert report.lines()[1:] == [
        "Appreciation: 1 appreciation taken.",
        "  CSV does not say what was told: these are untold again, and only their author reads them.",
        "Date: 1 moment taken.",
        "Weekly Talk: 2 moments taken.",
    ]


def test_a_row_stands_already_by_day_ritual_by_and_note() -> None:
    store = store_of(Put("moments", record(1), moment("2026-11-01", "date", ALEX, "pasta")))
    stands = ["2026-11-01,date,Alex,pasta", "2026-11-01,DATE,alex,", "2026-11-01,date,Alex, pasta "]
    new = [
        "2026-11-01,date,Alex,soup",
        "2026-11-01,date,,pasta",
        "2026-11-01,date,Sam,pasta",
        "2026-11-01,trip,Alex,pasta",
    ]
    assert bring(store.documents, rows(*stands))[0] == []
    assert len(bring(store.documents, rows(*stands, *new, *new))[0]) == 4


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2026-11-01,dance,Alex,secret", "ritual is not known here; known are appreciation, date, trip"),
        ("2026-11-01,dance,Alex,secret", "`rekindle ritual add NAME`"),
        ("2026-11-01,date,Kim,secret", "neither Alex nor Sam"),
        ("2026-11-23,date,Alex,secret", "still to come"),
        ("1899-12-31,date,Alex,secret", "before 1900"),
        ("yesterday,date,Alex,secret", "not written like"),
        ("2026-02-30,date,Alex,secret", "not written like"),
        ("20261101,date,Alex,secret", "not written like"),
        ("2026-11-01,date,Alex", "3 columns"),
        ("2026-11-01,date,Alex,secret,more", "5 columns"),
        ("2026-11-01,appreciation,,secret", "an appreciation is by one of you"),
        (f"2026-11-01,date,Alex,{'secret' * 4000}", "24,000 characters"),
        ('2026-11-01,date,Alex,"secret', "cannot be read"),
        ('2026-11-01,date,Alex,"secret" more', "cannot be read"),
    ],
)
def test_one_row_that_is_not_known_refuses_the_whole_file_with_its_number(line: str, said: str) -> None:
    text = rows("2026-11-01,date,Alex,fine", '2026-11-02,date,,"two\nlines"', "", line)
    with pytest.raises(Refusal) as refusal:
        bring(store_of().documents, text)
    assert "Row 5" in refusal.value.sentence
    assert said in refusal.value.sentence
    assert "secret" not in refusal.value.sentence


def test_five_rows_that_are_not_known_are_named_at_once_each_reason_once() -> None:
    wrong = ["2026-11-01,dance,Alex,secret", "soon,date,Alex,secret"]
    with pytest.raises(Refusal) as refusal:
        bring(store_of().documents, rows(*wrong, "2026-11-01,date,Alex,fine", *wrong * 3))
    said = refusal.value.sentence
    assert "Rows 2, 5 and 7: its ritual" in said
    assert "Rows 3 and 6: its day" in said
    assert "There are 3 more like these. Nothing was imported." in said
    assert "secret" not in said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "day;ritual,by,note\n",
        "ritual,day,by,note\n",
        "2026-11-01,date,,\n",
        "day,ritual,by\n",
        "\x00",
    ],
)
def test_a_file_without_the_header_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="day,ritual,by,note"):
        bring(store_of().documents, text)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_separators_line_ends_and_marks_of_any_spreadsheet_are_read(
    delimiter: str, end: str, mark: str
) -> None:
    text = mark + end.join(
        [
            delimiter.join(cells)
            for cells in (("Day", '"Ritual"', "by", "note"), ("2026-11-01", "date", "Sam", '"a, b; c"'))
        ]
    )
    (change,) = bring(store_of().documents, text)[0]
    assert isinstance(change, Put)
    assert change.fields == moment("2026-11-01", "date", SAM, "a, b; c")


def test_an_appreciation_without_words_keeps_its_day_and_is_filled_once_they_come() -> None:
    store = store_of()
    shared = rows("2026-11-01,appreciation,Alex,", "2026-11-01,appreciation,Sam,")
    changes, report = bring(store.documents, shared)
    do(store, changes)
    assert [d["text"] for d in standing(store.documents, "appreciations")] == ["", ""]
    assert "2 appreciations without their words" in report.parts[0].left[0]
    assert bring(store.documents, shared)[0] == []
    own = rows("2026-11-01,appreciation,Alex,you waited", "2026-11-01,appreciation,Alex,and more")
    changes, report = bring(store.documents, own)
    do(store, changes)
    assert sorted((d["by"], d["text"]) for d in standing(store.documents, "appreciations")) == [
        (ALEX, "and more"),
        (ALEX, "you waited"),
        (SAM, ""),
    ]
    assert report.parts[0].taken == {"appreciations": 1, "texts": 1}
    assert bring(store.documents, own)[0] == []


def test_what_was_noticed_by_one_of_them_keeps_its_day_until_words_come() -> None:
    store = store_of(
        Put("appreciations", record(1), appreciation("2026-11-01", SAM, "told", told_on="2026-11-05"))
    )
    shared = rows(
        "2026-11-01,appreciation,,", "2026-11-01,appreciation,,", "2026-11-01,appreciation,Sam,told"
    )
    changes, report = bring(store.documents, shared)
    do(store, changes)
    assert report.parts[0].taken == {"appreciations": 2, "texts": 0}
    assert report.parts[0].standing == 1
    assert bring(store.documents, shared)[0] == []
    own = rows("2026-11-01,appreciation,,", "2026-11-01,appreciation,Alex,you waited")
    do(store, bring(store.documents, own)[0])
    found = sorted((d["by"], d["about"], d["text"]) for d in standing(store.documents, "appreciations"))
    assert found == [("", "", ""), (ALEX, SAM, "you waited"), (SAM, ALEX, "told")]
    assert bring(store.documents, own)[0] == bring(store.documents, shared)[0] == []


def test_an_empty_row_and_its_words_in_one_file_are_one_appreciation() -> None:
    text = rows("2026-11-01,appreciation,Alex,", "2026-11-01,appreciation,Alex,you waited")
    changes, report = bring(store_of().documents, text)
    assert [change.fields["text"] for change in changes if isinstance(change, Put)] == ["you waited"]
    assert report.parts[0].taken == {"appreciations": 1, "texts": 0}


def test_moments_after_a_ritual_was_put_away_are_told() -> None:
    store = store_of(Put("rituals", record(1), ritual("talk", archived_on="2026-11-05")))
    _, report = bring(store.documents, rows("2026-11-05,talk,,", "2026-11-06,talk,,"))
    assert report.parts[0].left == ("1 moment after it was put away: counted once it is taken up again.",)


def test_before_set_up_rows_are_refused() -> None:
    with pytest.raises(Refusal, match="not set up"):
        bring(empty_store().documents, rows())
    with pytest.raises(Refusal, match="not set up"):
        out(empty_store())


TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))


@given(
    st.lists(
        st.tuples(st.dates(date(2026, 1, 1), TODAY), st.sampled_from(["", ALEX, SAM]), TEXTS), max_size=8
    )
)
def test_any_text_goes_out_and_comes_back_as_it_was(entries: list[tuple[date, str, str]]) -> None:
    from tracker.transfer.standing import tidy

    moments = [moment(day.isoformat(), "date", by, tidy(note)) for day, by, note in entries]
    store = store_of(*(Put("moments", record(n), fields) for n, fields in enumerate(moments)))
    text = out(store)
    assert next(csv.reader(io.StringIO(text, newline=""), strict=True)) == ["day", "ritual", "by", "note"]
    assert bring(store.documents, text)[0] == []
    other = store_of()
    do(other, bring(other.documents, text)[0])
    assert set(out(other).split("\r\n")) == set(text.split("\r\n"))


@given(st.text(alphabet='day,ritualbyno;\t"\n\r 2026-11-01\ufeff\x00', max_size=80))
def test_no_text_at_all_makes_an_import_stumble(text: str) -> None:
    for attempt in (text, rows(text)):
        try:
            bring(STORE.documents, attempt)
        except Refusal as refusal:
            assert refusal.sentence.endswith(".")


STORE = sample()
