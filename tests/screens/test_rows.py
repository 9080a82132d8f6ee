"""A list that grows or shrinks: what stands on the screen is what a fresh list would draw."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from screens.widgets.rows import Cell, Row, Rows
from tests.screens.test_check_in import settle

LISTS = st.lists(st.lists(st.sampled_from("abcdef"), unique=True, max_size=6), min_size=2, max_size=5)


class Listed(App[int]):
    """One list alone."""

    def compose(self) -> ComposeResult:
        yield Rows()


def of(names: list[str]) -> tuple[Row, ...]:
    return tuple(Row(name, (Cell(f"row {name}"),)) for name in names)


def lines(app: Listed) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(LISTS)
async def test_after_any_changes_every_row_stands_where_it_belongs(lists: list[list[str]]) -> None:
    app = Listed()
    async with app.run_test(size=(30, 8)) as pilot:
        rows = app.query_one(Rows)
        rows.focus()
        for names in lists:
            rows.show(of(names))
            await settle(pilot)
            assert [line for line in lines(app) if line] == [f"row {name}" for name in names]
            assert rows.chosen in (*names, "")
            rows.action_down()
