"""The guided evening: from the last resolution to "we're in", one step at a time, passing the keyboard."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button, Input, Static

from screens.careful import AGAIN
from screens.commands import EVERYWHERE, WRITING
from screens.dialogs.base import HELP, LOOK, button
from screens.host import rekindle
from screens.plain import content
from screens.review import REVIEW_LOOK
from screens.review.keeping import keeping, text_of, words_beside
from screens.review.steps import TOGETHER, Step, asked, going_on, steps_of
from screens.review.words import EveningWords
from screens.widgets.fields import Field
from screens.widgets.text_area import LinesField
from tracker.acts.both import Both
from tracker.acts.reviews import renew
from tracker.acts.scenes import read_together
from tracker.views.review import review_page

if TYPE_CHECKING:
    from tracker.acts.common import Standing


def _key(key: str, action: str, label: str, tooltip: str, *, priority: bool = False) -> Binding:
    name = action.rpartition(".")[2]
    return Binding(
        key, action, label, id=f"evening.{name}", tooltip=tooltip, group=WRITING, priority=priority
    )


class EveningDialog(EveningWords):
    """One card, a step at a time. What is kept is kept at once; what is only typed waits for its writer."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, REVIEW_LOOK]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "leave",
            "close",
            id="evening.leave",
            tooltip="Close; what is kept stays, and typed words wait",
            group=EVERYWHERE,
        ),
        HELP,
        _key("ctrl+s", "on", "go on", "Keep what you typed and go on"),
        _key("ctrl+b", "back", "back", "The step before; what you typed waits", priority=True),
        _key("ctrl+r", "together", "together", "Press for what counts only when you both do"),
        _key("p,ctrl+o", "app.hand_over", "hand over", "Let the other one write"),
        Binding("up", "app.focus_previous", "previous", show=False, id="evening.up", group=EVERYWHERE),
        Binding("down", "app.focus_next", "next", show=False, id="evening.down", group=EVERYWHERE),
    ]

    def __init__(self, quarter: str, step: Step | None = None) -> None:
        """`step` is where it was left in this window."""
        super().__init__(quarter)
        self._wanted = step
        self._pressed = {"scene": Both(), "in": Both()}

    # What stands on the card

    def body(self) -> ComposeResult:
        yield Static("", id="asked", classes="large")
        yield Static("", id="beside")
        yield Field(placeholder="a few words", id="answer")
        yield LinesField(id="words")
        yield Static("", id="said", classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Go on  ⏎", "on", primary=True, id="go-on")
        yield button("", "together", id="together")
        yield button("", "app.hand_over", id="over")
        yield button("Back  ^b", "back", id="back")
        yield button("Close  esc", "leave", id="leave")

    def on_mount(self) -> None:
        app = rekindle(self)
        self.begin_writing()
        self._writer = app.me
        self._page = review_page(app.at(), self._quarter)
        steps = steps_of(self._page)
        self._step = self._wanted if self._wanted in steps else going_on(self._page, app.me)
        for each in self.query(Button):
            each.active_effect_duration = 0  # while it lasts, a second Enter on the button would be ignored
        self.query_one("#over", Button).action = "app.hand_over"
        self._enter()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    def reload(self) -> None:
        """Show what is true now; when another sits here, the words of the one before wait out of sight."""
        app = rekindle(self)
        self.stash()
        changed = self._writer != app.me
        self._writer = app.me
        self._page = review_page(app.at(), self._quarter)
        if self._step not in steps_of(self._page):
            self._step, changed = going_on(self._page, app.me), True
        if changed:
            self._enter()
        else:
            self._refill()
            self._show()

    def _enter(self) -> None:
        """Begin at this step: with the writer's draft, or with what they kept."""
        self.take_words_up()
        self.trouble("")
        self._show()
        self._focus_first()

    def _refill(self) -> None:
        """Another window kept something: words that nobody touched here become what stands now."""
        untouched = self._typed().strip() == self._base.strip()
        if untouched:
            self._seen = self._standing()
            self._base = text_of(self._seen)
            if self._typed().strip() != self._base.strip():
                self._fill(self._base)

    def _show(self) -> None:
        card = asked(self._page, self._step, self._writer)
        steps = steps_of(self._page)
        place = f"{steps.index(self._step) + 1} of {len(steps)}"
        self.query_one(".card--title", Static).update(content(f"{self._page.title}   {place}"))
        self.query_one("#asked", Static).update(content(card.large))
        beside = self.query_one("#beside", Static)
        others = words_beside(rekindle(self).at(), self._quarter, self._step, self._writer)
        said = "\n\n".join(part for part in (card.beside, *others, self.stranded()) if part)
        beside.update(content(said))
        beside.display = bool(said)
        self.query_one("#said", Static).update(content(self._note(card.note)))
        self.query_one("#answer").display = self._writes_line()
        self.query_one("#words").display = self._writes_scene()
        self._show_buttons()

    def _note(self, note: str) -> str:
        both = self._pressed.get(self._step.kind)
        pressed = both is not None and self._open() and both.pressed_by(self._writer)
        return f"You pressed; ^o hands over. {note}" if pressed else note

    def _show_buttons(self) -> None:
        go_on = "Close  ⏎" if self._step.kind == "end" else "Go on  ⏎"
        self._label("#go-on", "Go on  ^s" if self._writes_scene() else go_on)
        self._label("#together", "Read both  ^r" if self._step.kind == "scene" else "We're in  ^r")
        self._label("#over", "Hand over  ^o" if self._writer else "Who is here?  p")
        self.query_one("#together").display = self._open() and bool(self._writer)
        self.query_one("#back").display = self._step.kind != "before"
        self.query_one("#leave").display = self._step.kind != "end"  # there, going on is closing

    def _label(self, which: str, label: str) -> None:
        one = self.query_one(which, Button)
        if str(one.label) != label:
            one.label = content(label)
            one.refresh(layout=True)  # of itself it would keep its width

    def _open(self) -> bool:
        """Whether this step is one that both press, and did not yet."""
        done = {"scene": bool(self._page.scenes), "in": self._page.renewed_on is not None}
        return not done.get(self._step.kind, True)

    def _focus_first(self) -> None:
        first = "#answer" if self._writes_line() else "#words" if self._writes_scene() else "#go-on"
        self.query_one(first).focus()

    # The field

    def _keep(self) -> bool:
        """Keep what was typed; True when nothing is left to be kept here."""
        typed = self._typed()
        self.trouble("")
        if typed.strip() == self._base.strip():
            return True
        app = rekindle(self)
        act = keeping(self._quarter, self._step, self._writer, typed, self._seen)
        if not self.attempt(lambda: app.sitting.do(act)):
            return False
        self.forget(typed)
        app.reload()
        return True

    # Going about

    def _go(self, by: int) -> None:
        steps = steps_of(self._page)
        place = steps.index(self._step) + by
        if 0 <= place < len(steps):
            self._step = steps[place]
            self._enter()

    def action_on(self) -> None:
        if self._step.kind == "end":
            self.dismiss(None)
        elif self._keep():
            self._go(1)

    def action_back(self) -> None:
        self.stash()
        self._go(-1)

    def action_hand_over(self) -> None:
        rekindle(self).action_hand_over()

    def may_close(self) -> bool:
        self.stash()
        return True

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_on()

    def action_together(self) -> None:
        """One of two presses; what both pressed for happens, and nothing tells of the first before that."""
        app, both = rekindle(self), self._pressed.get(self._step.kind)
        if both is None or not self._open() or not self._keep():
            return
        if self._step.kind == "scene" and self._standing() is None:
            self.trouble("Write a few words of your own first; then you can read both together.")
            return
        question = f"{TOGETHER[self._step.kind]} {AGAIN}"
        app.twice((self._step.name, self._writer), question, lambda: self._press(both))

    def _press(self, both: Both) -> None:
        app = rekindle(self)
        if not self.attempt(lambda: both.press(app.at(), me=self._writer)):
            return
        if both.complete(app.at()):
            self._both_pressed(app.at())
        self._show()

    def _both_pressed(self, at: Standing) -> None:
        app, quarter = rekindle(self), self._quarter
        act = read_together if self._step.kind == "scene" else renew
        self._pressed[self._step.kind] = Both()
        if self.attempt(lambda: app.sitting.do(lambda at: act(at, quarter))):
            app.reload()
            self._enter()
