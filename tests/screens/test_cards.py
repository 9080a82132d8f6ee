"""The arithmetic and the lines of cards, against a plain second reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screens.plain import fit
from screens.widgets.card_lines import LOW, TALLEST, Card, laid_out, line_of

SIZES = st.tuples(st.integers(20, 250), st.integers(0, 80))
NAMES = st.text(max_size=40)


@given(SIZES, st.integers(1, 12))
def test_every_cell_belongs_to_one_card_at_most_and_every_card_has_its_cells(
    size: tuple[int, int], count: int
) -> None:
    grid = laid_out(*size, count)
    owners: dict[tuple[int, int], int] = {}
    for place in range(count):
        box = grid.box(place)
        assert box.right <= size[0]
        for x in range(box.x, box.right):
            for y in range(box.y, box.bottom):
                assert owners.setdefault((x, y), place) == place
    for x in range(-1, size[0]):
        for y in range(-1, -(-count // grid.columns) * grid.height):
            assert grid.place_at(x, y, count) == owners.get((x, y))


@pytest.mark.parametrize(
    ("size", "columns", "height"),
    [((80, 21), 3, LOW), ((120, 37), 4, TALLEST), ((80, 12), 3, 1), ((40, 60), 2, TALLEST)],
)
def test_small_and_large_screens_have_their_grids(size: tuple[int, int], columns: int, height: int) -> None:
    grid = laid_out(*size, 12)
    assert (grid.columns, grid.height) == (columns, height)


@given(SIZES, NAMES, NAMES, NAMES, NAMES, st.booleans(), st.booleans())
def test_every_line_is_as_wide_as_its_card(
    size: tuple[int, int], title: str, aside: str, short: str, when: str, now: bool, chosen: bool
) -> None:
    grid = laid_out(*size, 12)
    card = Card("id", "September", now, "●", "kept", short, when, title, aside)
    for line in range(grid.height):
        assert sum(cell_len(text) for text, _ in line_of(card, line, grid, chosen)) == grid.width


def test_state_running_month_and_choice_are_told_without_colour() -> None:
    grid = laid_out(80, 21, 12)

    def head(card: Card, chosen: bool = False) -> str:
        return "".join(text for text, _ in line_of(card, 0, grid, chosen))

    plain = Card("id", "May", mark="●")
    said = {head(plain), head(plain, True), head(plain._replace(now=True)), head(plain._replace(mark="◆"))}
    assert len(said) == 4


@pytest.mark.parametrize("text", ["👩‍👩‍👧 away", "❤️ away", "👍🏽 away", "🏳️‍🌈 away"])
def test_joined_pictures_take_the_cells_that_all_terminals_give_them(text: str) -> None:
    """One by one they have an agreed width; joined they would move the cards beside them."""
    shown = fit(text, 24)
    assert sum(cell_len(letter) for letter in shown) == cell_len(shown) == 24
    assert "away" in shown


def test_a_joiner_between_letters_stays() -> None:
    assert "\u200d" in fit("क्\u200dष", 8)
