"""Invariant 4: no sentence of ours holds a word that would hurt."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.sentences import (
    FORBIDDEN,
    Sentence,
    modules,
    of_content,
    of_documents,
    of_source,
    of_stylesheets,
    strings_of,
)


def unkind(sentences: Iterable[Sentence]) -> list[tuple[str, str]]:
    """Where a forbidden word stands, and which."""
    found = ((one.place, FORBIDDEN.search(one.text)) for one in sentences)
    return [(place, match.group()) for place, match in found if match]


def test_no_sentence_in_the_code_hurts() -> None:
    assert unkind(of_source()) == []


def test_no_sentence_of_the_content_hurts() -> None:
    assert unkind(of_content()) == []


def test_no_style_is_called_by_a_word_that_hurts() -> None:
    assert unkind(of_stylesheets()) == []


def test_neither_readme_nor_changelog_hurt() -> None:
    """But for the article's own advice, not to keep score, which README names."""
    advice = "not to keep score"
    texts = [one._replace(text=one.text.replace(advice, "")) for one in of_documents()]
    assert unkind(texts) == []


@pytest.mark.parametrize(
    ("text", "hurts"),
    [
        ("You LOST it.", True),
        ("lost", True),
        ("Waiting\nfor Sam", True),
        ("Sam hasn't", True),
        ("Sam hasn’t", True),
        ("a broken-hearted word", True),
        ("failed, again", True),
        ("Close", False),
        ("unbroken", False),
        ("a scoreboard", False),
        ("waiting", False),
        ("a frost", False),
    ],
)
def test_a_word_is_found_whole_and_in_any_case(text: str, hurts: bool) -> None:
    assert bool(FORBIDDEN.search(text)) == hurts


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('x = "You failed."', ["You failed."]),
        ('"""A docstring that failed."""', []),
        ('def f():\n    """It failed."""\n    return "fine"', ["fine"]),
        ('class A:\n    x: int = 1\n    """It failed."""', []),
        ('x = f"{a} hasn\'t {b}"', ["… hasn't …"]),
        ('x = "wait" "ing for"', ["waiting for"]),
        ('KEY = "lost-effort"', []),
        ('LABEL = "lost"', ["lost"]),
        ('say("a", b="missed")', ["a", "missed"]),
    ],
)
def test_every_string_is_read_but_docstrings_and_keys(source: str, said: list[str]) -> None:
    assert [text for _, text in strings_of(source)] == said


def test_the_search_finds_something_to_search() -> None:
    assert len(modules("tracker", "screens")) > 50
    assert len(list(of_source())) > 1000
    assert len(list(of_content())) > 300
    assert len(list(of_stylesheets())) > 1
