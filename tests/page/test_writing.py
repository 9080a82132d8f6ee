"""Writing a page: which quarter it is, what is refused, and what its file is called."""

from __future__ import annotations

import pytest

from tests.page.quarters import life, page
from tests.views.homes import at
from tracker.errors import Refusal
from tracker.page.writing import Format, file_name, named, rendered, write_page
from tracker.store.documents import Documents


@pytest.mark.parametrize("said", ["", "2026Q4", "2026-Q4", "2026q4", " 2026Q4 "])
def test_the_running_quarter_is_meant_unless_another_is_said(said: str) -> None:
    assert named(at(life()), said) == "2026Q4"
    assert write_page(at(life()), said, "text") == rendered(page(), "text").encode()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [("2027Q1", "still to come"), ("q3", "written like 2026Q3"), ("1800Q1", "written like")],
)
def test_a_quarter_to_come_and_one_that_is_none_are_refused(said: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        write_page(at(life()), said)


def test_before_set_up_there_is_no_page() -> None:
    with pytest.raises(Refusal, match="not set up yet"):
        write_page(at(Documents({})))


@pytest.mark.parametrize(
    ("form", "name"),
    [("html", "rekindle-2026Q3.html"), ("md", "rekindle-2026Q3.md"), ("text", "rekindle-2026Q3.txt")],
)
def test_a_file_has_a_name_that_says_what_it_is(form: Format, name: str) -> None:
    assert file_name("2026Q3", form) == name
