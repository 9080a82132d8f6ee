"""Whose words they are: what is the article's names its lines, and every figure of ours is called ours."""

from __future__ import annotations

import re

import pytest

from screens.dialogs.form import Form, Note
from screens.journey.forms import window_form
from screens.journey.reasons import ReasonsDialog
from screens.journey.rows import full_words, long_words, rows_of, short_words
from tests.screens.conftest import World
from tests.views.homes import ALEX, at, documents
from tests.views.test_journey import FULL
from tracker.content import article
from tracker.content_support import support
from tracker.views.journey import PracticeLine, journey_page

NUMBER = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b "
    r"(minutes|weeks?|months?|years?|days?|lines|times|things?)",
    re.IGNORECASE,
)
LINES = journey_page(at(documents(**FULL)), ALEX).practices


def parts(text: str) -> list[str]:
    """The paragraphs of a practice's text."""
    return [part for part in text.split("\n") if part]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.key)
def test_a_figure_is_the_articles_with_its_line_or_ours_or_counted_here(line: PracticeLine) -> None:
    ours = ("To begin (ours): ", "A hint (ours): ", "In the tracker: ", "from the article, L")
    for words in (short_words, long_words, full_words):
        unlabelled = [part for part in parts(words(line).plain) if not part.startswith(ours)]
        unlabelled = [part.partition(" from the article, L")[0] for part in unlabelled]
        figures = [part for part in unlabelled if NUMBER.search(part)]
        # The one figure that the article itself names, in line 213.
        assert [part for part in figures if not (part.startswith(line.gist) and "each month" in part)] == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.key)
def test_the_gist_stands_with_the_articles_lines_and_the_rest_apart(line: PracticeLine) -> None:
    first, last = article().practice(line.key).lines
    said = parts(long_words(line).plain)
    assert said[said.index(line.gist) + 1] == f"from the article, L{first}–{last}"
    assert f"{line.gist} from the article, L{first}–{last}" in parts(full_words(line).plain)
    assert f"To begin (ours): {line.begin}" in full_words(line).plain


def test_the_window_is_never_shown_without_saying_whose_figure_it_is(world: World) -> None:
    page = journey_page(at(documents()), ALEX)
    (row,) = [row for row in rows_of(page) if row.id == "window"]
    assert "the figure is ours" in row.cells[1].text
    form = window_form(world.app())
    assert isinstance(form, Form)
    notes = [item.text for item in form._items if isinstance(item, Note)]
    assert "L392–396" in notes[0]
    assert not NUMBER.search(notes[0].partition("(From")[0])
    assert "The figures are ours" in notes[1]


def test_the_reasons_name_no_figure_and_say_which_names_are_inferred() -> None:
    said = ReasonsDialog()._page().plain
    for reason in article().reasons:
        first, last = reason.lines
        assert f"from the article, L{first}–{last}" in said
    assert not NUMBER.search(re.sub(r"L\d+–\d+", "", said))


def test_more_support_says_what_matters_and_names_no_service() -> None:
    page = " ".join(support().paragraphs)
    for word in ("safe", "afraid", "Counselling as a couple is not advised where there is abuse", "prove"):
        assert word in page
    assert not re.search(r"\d|www|http|\.org", page + support().numbers_empty)
    assert max(len(paragraph) for paragraph in support().paragraphs) < 240
