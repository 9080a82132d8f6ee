"""The page for a terminal: it fits, and nothing in it is obeyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.page.hostile import HOSTILE
from tests.page.quarters import life, page, quiet
from tests.views.homes import TODAY, at
from tracker.page.text import FULLNESSES, WIDTH, render
from tracker.page.wrapping import cells, wrapped
from tracker.page.year import is_blank
from tracker.views.review import review_page

LATIN = st.text(st.characters(max_codepoint=0x24F, exclude_categories=["C"]))
WIDE = st.text(st.sampled_from(list("ab 日本語 é漢 ")), max_size=300)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_it_fits_and_nothing_is_obeyed(words: str) -> None:
    said = render(page(life(words)))
    assert max(map(cells, said.split("\n"))) <= WIDTH
    assert {unicodedata.category(one) for one in said.replace("\n", "")} & {"Cc", "Cs"} == set()


@given(text=st.one_of(LATIN, WIDE), indent=st.sampled_from(["", "  ", "    "]))
def test_no_letter_is_cut_off_and_no_line_too_long(text: str, indent: str) -> None:
    lines = list(wrapped(text, indent, indent + "  "))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= WIDTH for line in lines)


@given(text=st.text(st.sampled_from(list("ab é日本語漢Ａ")), max_size=30))
def test_cells_are_those_of_a_terminal(text: str) -> None:
    assert cells(text) == cell_len(text)


def test_the_year_stands_in_weeks_below_its_months() -> None:
    lines = render(page()).split("\n")
    top = lines.index("Day by day")
    months, *days = lines[top + 1 : top + 9]
    assert months.split() == [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
    assert [line[:6].strip() for line in days] == ["Mon", "", "Wed", "", "Fri", "", ""]
    for row, line in enumerate(days):
        drawn = [one for one in page().days if one.day <= TODAY and not is_blank(one, page())]
        marks = [mark for mark in drawn if mark.day.weekday() == row]
        cells_of_row = ["╌" if mark.rests and not mark.level else FULLNESSES[mark.level] for mark in marks]
        assert list(line[6:].replace(" ", "")) == cells_of_row
    sunday = render(page(life(week_start="sunday"))).split("\n")
    assert [line[:6].strip() for line in sunday[top + 2 : top + 9]] == ["", "Mon", "", "Wed", "", "Fri", ""]


def test_waves_are_read_without_colour() -> None:
    lines = render(page()).split("\n")
    date = lines[lines.index("  Date, each week") + 1]
    assert date == "    ▂▂▇╌▇▇▇  kept 4 of 6 weeks, 4 in a row at the end"
    assert "  Dips are quiet times; ╌ rested; · is still open." in lines


def test_an_empty_quarter_is_one_kind_line() -> None:
    assert render(review_page(at(quiet()), "2026Q4")) == (
        "October to December 2026 · Alex and Sam\nMonth 4 since starting\n\n"
        "Nothing stands in this quarter yet; there is still room in it for something\nsmall.\n\n"
        "Written on Friday 20 November 2026, while the quarter was running.\n"
        "For both: Nothing here is counted per person.\n"
    )
