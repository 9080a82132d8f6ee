"""The first evening, from nothing to a kept note, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.terminal.home import Home


def test_from_nothing_to_a_kept_note_and_the_next_start_shows_it(home: Home) -> None:
    first = home.window()
    first.wait_for("Welcome to Rekindle", "One of you", "Keep")
    first.press("Ada", "tab", "Grace", "tab", "right")  # this account is the first one's
    first.wait_for("Ada", "Grace", "● the first")
    first.press("ctrl+s")
    first.wait_for("What did you notice about Grace today?")
    first.press("Warm tea", "tab", "at breakfast", "enter")
    first.wait_for("Noticed today", "♡ Warm tea", "at breakfast")
    first.press("ctrl+q")
    assert first.wait() == 0

    again = home.window()
    again.wait_for("What did you notice about Grace today?", "♡ Warm tea", "at breakfast")
    (note,) = home.at().library.appreciations
    assert (note.text, note.cue) == ("Warm tea", "at breakfast")


def test_set_up_may_be_left_and_finished_later(home: Home) -> None:
    window = home.window()
    window.wait_for("Welcome to Rekindle", "One of you")
    window.press("escape")
    window.wait_for("Press s to set up")
    window.press("s")
    window.wait_for("Welcome to Rekindle", "One of you")
    window.press("ctrl+s")  # two empty names are enough
    window.wait_for("Press p to say who is here")
    window.press("p")
    window.wait_for("Who is here?", "1  Sun", "2  Moon")
    window.press("2")
    window.wait_for("What did you notice about Sun today?")


def test_a_form_left_with_a_name_typed_writes_nothing(home: Home) -> None:
    window = home.window()
    window.wait_for("Welcome to Rekindle", "One of you")
    window.press("Ada")
    window.wait_for("Ada")
    window.press("escape")
    window.wait_for("not kept yet")
    window.press("escape")
    window.wait_for("Press s to set up")
    window.press("ctrl+q")
    assert window.wait() == 0
    assert home.at().library.couple is None
