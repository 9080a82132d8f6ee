"""What is typed stands in the field, whether or not Python calls it printable."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from screens.widgets.fields import Field
from screens.widgets.text_area import LinesField

FAMILY = "👨\u200d👩\u200d👧"
TEXTS = {
    "a family": FAMILY,
    "Persian half-spaces": "می\u200cخواهم",
    "a heart in colour": "❤\ufe0f",
    "a flag of tags": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "an emoji younger than some Pythons": "🩷",
    "a wide space": "私\u3000と",
    "a space that does not break": "tu\u00a0viens\u202f?",
}


class Window(App[None]):
    """A line and some lines to write in."""

    def compose(self) -> ComposeResult:
        yield Field(id="line")
        yield LinesField(id="lines")


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Type as the driver hands it on: a key for each character."""
    for character in text:
        pilot.app.post_message(events.Key(character, character))
    await pilot.pause()


def written(app: App[None]) -> str:
    focused = app.focused
    return focused.value if isinstance(focused, Field) else app.query_one(LinesField).text


@pytest.mark.parametrize("where", ["#line", "#lines"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_typed_characters_all_stand_there(where: str, text: str) -> None:
    app = Window()
    async with app.run_test() as pilot:
        app.query_one(where).focus()
        await type_in(pilot, f"a{text}z")
        assert written(app) == f"a{text}z"


@pytest.mark.parametrize("where", ["#line", "#lines"])
async def test_a_joiner_takes_the_place_of_what_is_selected(where: str) -> None:
    app = Window()
    async with app.run_test() as pilot:
        app.query_one(where).focus()
        await type_in(pilot, "ab")
        await pilot.press("shift+left")
        await type_in(pilot, "\u200d")
        assert written(app) == "a\u200d"


@pytest.mark.parametrize("where", ["#line", "#lines"])
async def test_controls_are_not_typed(where: str) -> None:
    app = Window()
    async with app.run_test() as pilot:
        app.query_one(where).focus()
        for character in ("\x00", "\x1b", "\x85", "\u2028", "\ud83d"):
            app.post_message(events.Key("strange", character))
        await pilot.pause()
        assert written(app) == ""


SEPARATORS = ["\r", "\n", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("separator", SEPARATORS)
async def test_pasted_lines_are_not_glued(separator: str) -> None:
    app = Window()
    async with app.run_test() as pilot:
        for where, between in (("#line", " "), ("#lines", "\n")):
            app.query_one(where).focus()
            app.post_message(events.Paste(f"first line{separator}second line"))
            await pilot.pause()
            assert written(app) == f"first line{between}second line"


async def test_what_is_pasted_takes_the_place_of_what_is_selected() -> None:
    app = Window()
    async with app.run_test() as pilot:
        app.query_one("#line").focus()
        await type_in(pilot, "ab")
        await pilot.press("shift+home")
        app.post_message(events.Paste("c\rd"))
        await pilot.pause()
        assert written(app) == "c d"
