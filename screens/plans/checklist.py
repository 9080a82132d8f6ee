"""The checklist of a plan: tick, add, reword, reorder, take off. It belongs to both."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from screens.careful import AGAIN
from screens.commands import LIST, WRITING
from screens.dialogs.base import HELP, LEAVE, LOOK, Dialog, button
from screens.dialogs.form import Form, Text, Values
from screens.host import rekindle
from screens.plain import content
from screens.plans import PLANS_LOOK
from screens.widgets.fields import Field
from screens.widgets.rows import Cell, Row, Rows
from tracker.acts.checklists import add_item, drop_item, move_item, reword_item, tick_item
from tracker.acts.sitting import Act
from tracker.drafts import Fields, Spot, Typed
from tracker.records.plans import Item, Plan

if TYPE_CHECKING:
    from screens.app import RekindleApp


class ChecklistDialog(Dialog[None]):
    """Everything is kept at once; `u` on the page takes it back step by step."""

    delicate = True

    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, PLANS_LOOK]
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        HELP,
        Binding("n", "add", "add", id="checklist.add", tooltip="One more thing", group=WRITING),
        Binding(
            "left_square_bracket,shift+up",
            "move(-1)",
            "up",
            id="checklist.up",
            tooltip="Move it up the list",
            group=LIST,
        ),
        Binding(
            "right_square_bracket,shift+down",
            "move(1)",
            "down",
            id="checklist.down",
            tooltip="Move it down the list",
            group=LIST,
        ),
    ]

    def __init__(self, plan_id: str) -> None:
        super().__init__()
        self._plan_id = plan_id
        self.spot = Spot(f"to-do:{plan_id}", "something to do")

    def heading(self) -> str:
        plan = self.plan()
        return f"To do: {plan.name}" if plan else "To do"

    def body(self) -> ComposeResult:
        yield Rows(id="checklist")
        yield Field(placeholder="one more thing", id="more-to-do")
        yield Static("", id="checklist-said", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Add  n", "add")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        self.reload()
        self._to_list()

    def plan(self) -> Plan | None:
        """The plan as it stands now; None where it is not there any more, or is held from this one."""
        app = rekindle(self)
        at, plan = app.at(), app.at().library.plans.get(self._plan_id)
        return None if plan is None or at.library.plans.holds(plan, app.me, at.now) else plan

    def reload(self) -> None:
        """Show the list as it stands now."""
        plan = self.plan()
        items = plan.items if plan else ()
        rows = self.query_one(Rows)
        rows.display = bool(items)
        rows.show(tuple(_row(item) for item in items))
        self.query_one("#checklist-said", Static).update(content(_said(items)))

    def _to_list(self) -> None:
        rows = self.query_one(Rows)
        (rows if rows.display else self.query_one(Field)).focus()

    def _do(self, act: Act) -> bool:
        """Run one act on the list; a refusal is shown in the card."""
        app = rekindle(self)
        self.trouble("")
        done = self.attempt(lambda: app.sitting.do(act))
        app.reload()
        return done

    def unfinished(self) -> Fields:
        typed = self.query_one(Field).value
        return {"text": Typed(typed)} if typed.strip() else {}

    def fill_in(self, words: Fields) -> str:
        self.query_one(Field).value = words["text"].text
        self.query_one(Field).focus()
        return ""

    # What the person does

    @on(Rows.Ticked)
    def _ticked(self, event: Rows.Ticked) -> None:
        event.stop()
        item, plan_id, me = self._item(event.row), self._plan_id, rekindle(self).me
        if item:
            self._do(lambda at: tick_item(at, plan_id, item.id, me=me, done=not item.done))

    @on(Rows.Removed)
    def _removed(self, event: Rows.Removed) -> None:
        event.stop()
        app, row = rekindle(self), event.row
        app.twice(("remove", row), f"Take it off the list? {AGAIN}", lambda: self._drop(row))

    def _drop(self, row: str) -> None:
        plan_id, me = self._plan_id, rekindle(self).me
        self._do(lambda at: drop_item(at, plan_id, row, me=me))
        self._to_list()

    @on(Rows.Opened)
    def _opened(self, event: Rows.Opened) -> None:
        event.stop()
        item, plan_id, app = self._item(event.row), self._plan_id, rekindle(self)
        if item is not None:
            app.push_screen(item_form(app, plan_id, item))

    def action_move(self, by: int) -> None:
        row, plan_id, me = self.query_one(Rows).chosen, self._plan_id, rekindle(self).me
        if row:
            self._do(lambda at: move_item(at, plan_id, row, by, me=me))

    def action_add(self) -> None:
        self.query_one(Field).focus()

    @on(Input.Submitted)
    def _added(self, event: Input.Submitted) -> None:
        event.stop()
        text, plan_id, me = event.value, self._plan_id, rekindle(self).me
        if not text.strip():
            self._to_list()
        elif self._do(lambda at: add_item(at, plan_id, text, me=me)):
            event.input.value = ""

    def _item(self, item_id: str) -> Item | None:
        plan = self.plan()
        return next((item for item in plan.items if item.id == item_id), None) if plan else None


def item_form(app: RekindleApp, plan_id: str, item: Item) -> Form:
    """One thing to do, in other words."""

    def save(values: Values) -> None:
        me, text = app.me, values["text"]
        app.sitting.do(lambda at: reword_item(at, plan_id, item.id, text, me=me))
        app.reload()

    spot = Spot(f"to-do-item:{plan_id}/{item.id}", "something to do, in other words")
    return Form("In other words", (Text("text", "To do", item.text),), save, spot=spot)


def _row(item: Item) -> Row:
    mark, style = ("  ✓ ", "kept") if item.done else ("  · ", "dim")
    return Row(item.id, (Cell(mark, style, 4), Cell(item.text, "dim" if item.done else "")), "Space ticks it")


def _said(items: tuple[Item, ...]) -> str:
    if not items:
        return "Nothing is on it yet. “Booking” and “Childcare” are asked for by name while they are open."
    done = sum(item.done for item in items)
    count = f"{done} of {len(items)} done. " if done else ""
    return f"{count}space: done   ⏎: reword   [ ]: move   del: take off"
