"""What is said when the tracker itself goes wrong: where, never what a person wrote."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tracker
from tests.sentences import FORBIDDEN
from tracker import mishap
from tracker.mishap import describe
from tracker.records.couple import Couple
from tracker.text import clean

HOME = Path(tracker.__path__[0]).parent


def raised(error: Exception) -> BaseException:
    """The error with a traceback, as it comes out of a test's own line."""
    with pytest.raises(type(error)) as caught:
        raise error
    return caught.value


def inside(function: Callable[..., object], *given: object) -> BaseException:
    """The error that comes out of a function of ours, given what it was not made for."""
    with pytest.raises((AttributeError, TypeError)) as caught:
        function(*given)
    return caught.value


MARKERS = st.text(st.characters(categories=["L", "N", "S"]), min_size=6, max_size=40).map(lambda s: f"⁂{s}⁂")


@given(words=MARKERS)
def test_no_word_that_somebody_wrote_is_ever_said(words: str) -> None:
    errors: list[BaseException] = [
        raised(ValueError(words)),
        raised(KeyError(words, words)),
        raised(UnicodeEncodeError("utf-8", words, 0, 1, words)),
        raised(OSError(5, words, f"/home/{words}/2026-11.json")),
        raised(ExceptionGroup(words, [ValueError(words)])),
        raised(msgspec.ValidationError(words)),
    ]
    errors[0].__cause__ = errors[1]
    errors[2].add_note(words)
    for error in errors:
        assert words not in describe(error)


def test_a_record_that_is_not_sound_is_described_without_its_text() -> None:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert({"id": "1", "recorded_at": "Tea in bed", "partners": ["Tea in bed"]}, Couple)
    assert "Tea" not in describe(caught.value)


def test_it_names_the_kind_and_the_innermost_line_of_ours() -> None:
    error = inside(clean, 5)
    assert error.__traceback__ is not None
    line = next(
        number
        for number, text in enumerate((HOME / "tracker" / "text.py").read_text().splitlines(), 1)
        if "text.isprintable()" in text
    )
    assert f"(AttributeError in tracker/text.py, line {line})" in describe(error)


def test_it_names_no_folder_of_the_machine() -> None:
    """Not even where the home folder is called like one of ours, as /data or /home/tracker may be."""
    for error in (inside(clean, 5), raised(ValueError("x"))):
        assert str(HOME) not in describe(error)
        assert str(Path.home()) not in describe(error) or str(Path.home()) == "/"


def test_a_line_outside_our_rooms_is_not_named() -> None:
    assert " in " not in describe(raised(ValueError("x"))).split("(")[1].split(")")[0]


def test_a_stranger_whose_folder_is_called_like_ours_is_not_one_of_us() -> None:
    source = compile("raise ValueError('x')", str(Path("/data/alex/tracker/other/thing.py")), "exec")
    with pytest.raises(ValueError, match="x") as caught:
        exec(source, {})
    assert "alex" not in describe(caught.value)
    assert "thing.py" not in describe(caught.value)


def test_without_an_error_it_still_is_a_sentence() -> None:
    assert "(an unknown error)" in describe(None)


def test_it_is_kind_and_says_that_everything_kept_is_safe() -> None:
    assert "Everything kept is safe" in describe(None)
    assert not FORBIDDEN.search(describe(raised(ValueError())))


def test_it_needs_next_to_nothing() -> None:
    """At a full disk, or without memory, it must still be able to speak."""
    tree = ast.parse(Path(mishap.__file__).read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert imported == {"os", "traceback"}
    assert [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)] == ["__future__"]
