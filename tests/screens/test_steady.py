"""Styles that are parsed once are the same as those that Textual parses again and again."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from textual.color import Color
from textual.css.parse import parse
from textual.css.stylesheet import Stylesheet

from screens import steady
from screens.app import RekindleApp
from screens.commands import PAGES
from screens.theme import THEMES
from tests.screens.conftest import World


def looks(app: RekindleApp) -> list[tuple[str, str]]:
    """Of every widget: which it is, and all that its styles say."""
    return [(type(widget).__name__, widget.styles.base.css) for widget in app.screen.walk_children()]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_widget_looks_as_with_textuals_own_way(
    alex_here: World, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    seen = []
    for sheet in (steady.SteadyStylesheet, Stylesheet):
        monkeypatch.setattr(steady, "SteadyStylesheet", sheet)
        alex_here.account.kept.clear()  # the look that was chosen before
        app = alex_here.app()
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            before = looks(app)
            await pilot.press("ctrl+t")
            await pilot.pause()
            seen.append((before, looks(app)))
            assert before != looks(app)
    assert seen[0] == seen[1]


async def test_another_theme_changes_the_colours_at_once(alex_here: World) -> None:
    app = alex_here.app()
    async with app.run_test() as pilot:
        for theme in (THEMES[1], THEMES[0]):
            await pilot.press("ctrl+t")
            await pilot.pause()
            assert app.screen.styles.background == Color.parse(theme.background or "")


async def test_our_own_styles_are_parsed_once(alex_here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: Counter[str] = Counter()

    def counting(scope: str, css: str, *given: Any, **named: Any) -> Any:
        parsed[css] += 1
        return parse(scope, css, *given, **named)

    monkeypatch.setattr("textual.css.stylesheet.parse", counting)
    async with alex_here.app().run_test() as pilot:
        await pilot.pause()
    ours = [times for css, times in parsed.items() if "#list" in css or "#top" in css]
    assert ours
    assert set(ours) == {1}


async def test_a_page_that_is_come_to_needs_no_second_styling(alex_here: World) -> None:
    alex_here.account.kept.clear()  # the look that was chosen before
    app = alex_here.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        for name, key, _ in (*PAGES, *PAGES):
            await pilot.press(key)
            if name == "journey":
                await pilot.press("ctrl+t")  # the look changes, and the other pages come to know it
            await pilot.pause()
            assert getattr(app.screen, "NAME", "") == name
            before = looks(app)
            app.screen.update_node_styles(animate=False)
            await pilot.pause()
            assert looks(app) == before, name
