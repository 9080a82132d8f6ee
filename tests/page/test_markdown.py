"""The page as Markdown: an independent reader finds people's words as words, whatever is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.page.hostile import HOSTILE, WORDS
from tests.page.quarters import life, page, quiet
from tests.views.homes import at
from tracker.page.markdown import escaped, quoted, render
from tracker.text import clean
from tracker.views.review import review_page

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MEANT = {"text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"}


def inside(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def read_back(written: str) -> str:
    """What a reader sees of one quotation: its words, with its own line ends."""
    tokens = READER.parse(written)
    kinds = {token.type for token in tokens} - {"inline"}
    assert kinds <= {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close"}, kinds
    assert {token.type for token in inside(tokens)} <= {"text", "hardbreak", "softbreak", "text_special"}
    paragraphs = (token.children or [] for token in tokens if token.type == "inline")
    return "\n".join(
        "".join("\n" if "break" in one.type else one.content for one in each) for each in paragraphs
    )


def lines(text: str) -> list[str]:
    """The lines that hold something; Markdown keeps neither empty ones nor the space at their ends."""
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(words=WORDS)
def test_words_in_a_quotation_are_read_back_as_they_were(words: str) -> None:
    assert lines(read_back(quoted(words))) == lines(words)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_hostile_ones_are_read_back(words: str) -> None:
    assert lines(read_back(quoted(words))) == lines(words)


@given(words=st.text(st.sampled_from(list("<>&*_`#[]()!-+=|~\\19. a")), min_size=1, max_size=30))
def test_words_in_a_title_are_read_back_as_they_were(words: str) -> None:
    (item,) = [
        token for token in READER.parse(f"- **Fri** {escaped(words.strip())}") if token.type == "inline"
    ]
    shown = "".join(one.content for one in item.children or ())
    assert shown.strip() == f"Fri {words.strip()}".strip()


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_the_whole_page_has_the_same_shape_whatever_they_wrote(words: str) -> None:
    tokens = READER.parse(render(page(life(words))))
    assert {token.type for token in inside(tokens)} <= MEANT
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    assert headings == [
        token.tag for token in READER.parse(render(page(life("plain")))) if token.type == "heading_open"
    ]
    assert {token.type for token in tokens} & {"html_block", "fence", "code_block", "table_open"} == set()


def test_many_readers_make_links_by_themselves_and_find_none() -> None:
    said = escaped("see https://example.org and www.example.org")
    assert said == r"see https\://example.org and www\.example.org"


def test_it_reads_well_as_it_is() -> None:
    said = render(page())
    assert said.startswith(
        "# October to December 2026\n\nAlex and Sam, Month 4 since starting\n\n## Brought from"
    )
    assert "- **Tue 10 Nov** The long way home\n\n  > Home\\\n  > The long way home\n" in said
    assert "> The goose\n>\n> — Sam\n" in said
    assert "**Date**, each week: kept " in said
    assert said.endswith("\n")
    assert not re.search(r"\n\n\n", said)


def test_an_empty_quarter_is_one_kind_line() -> None:
    said = render(review_page(at(quiet()), "2026Q4"))
    assert "there is still room in it" in said
    assert "##" not in said
