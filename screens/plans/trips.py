"""Trips: a year's months as cards, and below them the rest in one list."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from screens.host import rekindle
from screens.plans import CARDS_LOOK, PLANS_LOOK, actions
from screens.plans.cards import cards_of, place_of, row_of
from screens.plans.keys import TRIPS
from screens.plans.rows import trip_rows
from screens.plans.screen import PlansScreen
from screens.widgets.cards import Cards
from screens.widgets.lines import KeyLine, TopLine
from screens.widgets.rows import Rows
from tracker.views.plans import Span, TripsPage, trips_page

FIRST_YEAR, LAST_YEAR = 1901, 2199


class Below(Rows):
    """A list under the cards: up from its first row leads back to them."""

    class Left(Message):
        """The person went up past the first row."""

    def action_up(self) -> None:
        before = self.chosen
        super().action_up()
        if self.chosen == before:
            self.scroll_home(animate=False)
            self.post_message(self.Left())


class TripsScreen(PlansScreen):
    """The months of a year."""

    NAME: ClassVar[str] = "trips"
    KIND: ClassVar[str] = "trip"
    BINDINGS: ClassVar[list[BindingType]] = TRIPS
    CSS_PATH: ClassVar[list[str | PurePath]] = [PLANS_LOOK, CARDS_LOOK]

    def __init__(self) -> None:
        super().__init__()
        self._year: int | None = None
        """The year that is shown; None follows today."""
        self._page: TripsPage | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(self.NAME)
        yield Cards(id="months")
        yield Below(id="list")
        yield KeyLine()

    def focus_first(self) -> None:
        self.query_one(Cards).focus()

    def reload(self) -> None:
        """The page as it is now; the cursor stays on its month, and begins on the running one."""
        app = rekindle(self)
        if app.at().library.couple is None:
            self._page = None
            self.query_one(Cards).show(())
            self.query_one(Below).show(())
            return
        first = self._page is None
        self._page = trips_page(app.at(), app.me, year=self._year)
        self._show(place_of(self._page.months, app.at().today) if first else None)

    def _show(self, place: int | None = None) -> None:
        page = self._page
        if page is None:
            return
        self.query_one(TopLine).show(str(page.year), "", page.desk.viewer_name)
        self.query_one(Cards).show(cards_of(page.months), place)
        self._show_list(page)

    def _show_list(self, page: TripsPage) -> None:
        self.query_one(Below).show(trip_rows(page.desk, self.month, self.size.width))

    @property
    def month(self) -> Span | None:
        """The month under the cursor."""
        chosen = self.query_one(Cards).chosen
        months = self._page.months if self._page else ()
        return next((month for month in months if str(month.first) == chosen), None)

    def row(self) -> str:
        """What keys are about: the month's trip while the cards have the focus, else the row of the list."""
        month = self.month
        return row_of(month) if month and self.query_one(Cards).has_focus else super().row()

    def stand_on(self, plan_id: str) -> None:
        """The month in which the trip lies; one without a day is in the list."""
        plans = rekindle(self).at().library.plans
        plan = plans.get(plan_id)
        day = plans.day(plan) if plan else None
        if day is None:
            super().stand_on(plan_id)
            self.query_one(Below).focus()
            return
        self._year = None if day.year == rekindle(self).at().today.year else day.year
        self.reload()
        if self._page:
            self._show(place_of(self._page.months, day))
        self.query_one(Cards).focus()

    @on(Cards.Moved)
    def _moved(self, event: Cards.Moved) -> None:
        event.stop()
        if self._page:
            self._show_list(self._page)

    @on(Cards.Turned)
    def _turned(self, event: Cards.Turned) -> None:
        event.stop()
        self._go(event.by, event.place)

    def action_year(self, by: int) -> None:
        """Another year; only as far as dates go."""
        self._go(by, None)

    def _go(self, by: int, place: int | None) -> None:
        today = rekindle(self).at().today
        year = (self._year or today.year) + by if by else today.year
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return
        self._year = None if year == today.year else year
        self._page = None if not by else self._page
        self.reload()
        if by:
            self._show(place)

    @on(Cards.Left)
    def _down(self, event: Cards.Left) -> None:
        event.stop()
        below = self.query_one(Below)
        below.action_first()
        below.focus()

    @on(Below.Left)
    def _up(self, event: Below.Left) -> None:
        event.stop()
        self.query_one(Cards).focus()

    @on(Cards.Opened)
    def _card_opened(self, event: Cards.Opened) -> None:
        event.stop()
        month = self.month
        if month and len(month.lines) > 1:
            below = self.query_one(Below)
            below.choose(f"here:{month.lines[0].id}")
            below.focus()
        else:
            actions.open_row(self, self.row())

    @on(Cards.Ticked)
    def _card_ticked(self, event: Cards.Ticked) -> None:
        event.stop()
        actions.tick_row(self, self.row())

    @on(Cards.Removed)
    def _card_removed(self, event: Cards.Removed) -> None:
        event.stop()
        actions.let_go_row(self, self.row())
