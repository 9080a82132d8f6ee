"""Today: write what you noticed, tell one thing, tick what you did together."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import ScreenResume
from textual.widgets import Input, Static

from screens.commands import TODAY
from screens.host import rekindle
from screens.plain import content
from screens.today import actions
from screens.today.note import NotePage
from screens.today.rows import rows_of, unfinished_rows
from screens.widgets.fields import NoteField
from screens.widgets.lines import KeyLine, TopLine
from screens.widgets.rows import Row, Rows
from tracker.calendar.names import long_day
from tracker.content import Prompt, Prompts
from tracker.drafts import Draft
from tracker.records.library import Library
from tracker.store.documents import Documents
from tracker.views.today import TodayPage, today_page
from tracker.views.turn import Turn, turn

if TYPE_CHECKING:
    from tracker.views.ahead import Ahead


SHORT = 2
"""A note of so many characters or fewer is asked about: it may be a command that went into the field."""


class TodayScreen(NotePage):
    """The daily check-in."""

    BINDINGS: ClassVar[list[BindingType]] = TODAY
    NAME: ClassVar[str] = "today"

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        """The day that is shown; None follows today."""
        self._page: TodayPage | None = None
        self._prompts: Prompts | None = None
        self._prompt: Prompt | None = None
        self._ahead: Ahead | None = None
        self._ahead_of: tuple[Documents, Turn, str] | None = None
        """The records, the day with its surprises, and the viewer that it was read for."""

    def compose(self) -> ComposeResult:
        yield TopLine(self.NAME)
        yield Static(id="ask")
        yield NoteField(id="note")
        yield NoteField(placeholder="a good moment to tell it (you may leave this empty)", id="cue")
        yield Rows(id="list")
        yield KeyLine()

    # What is shown

    def on_mount(self) -> None:
        self.begin_writing()
        self.reload()
        self.focus_first()

    def on_resize(self) -> None:
        self.show_rows()

    def focus_first(self) -> None:
        """The field when somebody is here to write, else the list."""
        self.query_one("#note" if self._writing() else "#list").focus()

    def reload(self) -> None:
        at = rekindle(self).at()
        if at.library.couple is None:
            self._show_invitation()
            return
        self._page = today_page(at, rekindle(self).me, self._day)
        if self._ahead_of and self._ahead_of[1:] != (turn(at), self._page.viewer):
            self._ahead = None  # what one may see is not the other's to see
        if self._ahead is None:
            self.call_after_refresh(self._look_ahead)
        else:
            self.set_timer(0.02, self._look_ahead)  # the change itself is painted first, 6 ms earlier
        self._show_top(self._page)
        self._show_fields(self._page)
        self.follow_viewer()
        self.show_rows()

    def _show_invitation(self) -> None:
        self._page = self._ahead = None
        self.query_one(Rows).show(())
        self.query_one(TopLine).show("", "", "")
        self.query_one("#ask", Static).update(content("Welcome. Press s to set up: it takes a minute."))
        self._show_writing(False)

    def _show_top(self, page: TodayPage) -> None:
        left = long_day(page.day)
        back = (page.today - page.day).days
        if back:
            left += " · yesterday" if back == 1 else f" · {back} days ago"
            left += "   (0: today)"
        self.query_one(TopLine).show(left, page.month, page.viewer_name)

    def _show_fields(self, page: TodayPage) -> None:
        if not page.viewer:
            asked = "Only what you share is shown. Press p to say who is here."
        elif page.all_rests:
            asked = f"Everything rests. Something about {page.other_name} may be written all the same."
        elif page.day == page.today:
            asked = f"What did you notice about {page.other_name} today?"
        else:
            asked = f"What did you notice about {page.other_name} that day?"
        ask = self.query_one("#ask", Static)
        if str(ask.content) != asked:  # another text lays the whole page out again
            ask.update(content(asked))
        self._show_writing(bool(page.viewer))
        if page.viewer:
            self._prompt = self._prompt_of(page)
            self.query_one("#note", NoteField).placeholder = "" if page.all_rests else self._prompt.text

    def _show_writing(self, shown: bool) -> None:
        self.set_class(not shown, "nobody")
        for field in self.query(NoteField):
            if field.display != shown:
                field.display = shown

    def _prompt_of(self, page: TodayPage) -> Prompt:
        if self._prompts is None:
            self._prompts = Prompts.load()
        if self._prompt is not None:
            return self._prompt
        return self._prompts.for_day(page.day, page.viewer, other=page.other)

    def show_rows(self) -> None:
        if self._page is not None:
            rows = (*rows_of(self._page, self.size.width), *self._below())
            self.query_one(Rows).show((*unfinished_rows(self.elsewhere()), *rows))

    def _below(self) -> tuple[Row, ...]:
        if self._ahead is None or self._page is None or self._page.day != self._page.today:
            return ()
        from screens.today.ahead import rows_below

        return rows_below(self._ahead, self._page.today, self.size)

    def after_first_picture(self) -> None:
        self._look_ahead()

    def _look_ahead(self) -> None:
        """What comes up, and this day in other years: read once the page stands, which waits for neither."""
        at, page = rekindle(self).at(), self._page
        if page is None or at.library.couple is None or not self.is_drawn:
            return
        of = (at.library.documents, turn(at), page.viewer)
        if self._ahead_of == of:
            return
        from tracker.views.ahead import ahead

        self._ahead, self._ahead_of = ahead(at, page.viewer), of
        self.show_rows()

    def _writing(self) -> bool:
        return self._page is not None and bool(self._page.viewer)

    @property
    def shown(self) -> TodayPage | None:
        """The page as it is shown; None before set-up."""
        return self._page

    @property
    def library(self) -> Library:
        """The records as they stand now."""
        return rekindle(self).at().library

    # Who sits here

    def person_changed(self) -> None:
        self._prompt = None
        self.reload()
        self.focus_first()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """A dialog closed, perhaps with words left in it, or with those that a row stood for."""
        self.show_rows()

    # Writing

    @on(Input.Submitted, "#note, #cue")
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        text, cue = self.texts()
        if self._page is None or not text.strip():
            self.query_one("#note" if event.input.id == "cue" else "#list").focus()
            return
        if len(text.strip()) > SHORT:
            self._keep_note(self._page, text, cue)
            return
        question = "A note as short as this may be a key for a command. Enter once more keeps it."
        keep = partial(self._keep_note, self._page, text, cue)
        rekindle(self).twice(("short", text), question, keep)

    def _keep_note(self, page: TodayPage, text: str, cue: str) -> None:
        from tracker.acts.entries import appreciate

        app = rekindle(self)
        keep = partial(appreciate, by=page.viewer, text=text, cue=cue, day=page.day)
        if app.act(lambda at: keep(at), again=partial(self._keep_note, page, text, cue)):
            self.forget()
            self._prompt = None
            self.reload()
            self.query_one("#note").focus()
            app.say(f"Kept. Only you see it until you tell {page.other_name}.")

    @on(NoteField.Left)
    def _to_list(self, event: NoteField.Left) -> None:
        event.stop()
        self.query_one(Rows).focus()

    @on(NoteField.AnotherWanted)
    def _another(self, event: NoteField.AnotherWanted) -> None:
        event.stop()
        self.action_another_prompt()

    def action_another_prompt(self) -> None:
        if self._prompts is not None and self._prompt is not None:
            self._prompt = self._prompts.next_after(self._prompt)
            self.query_one("#note", NoteField).placeholder = self._prompt.text

    def action_write(self) -> None:
        if self._writing():
            self.query_one("#note").focus()

    # Days

    def _go(self, day: date) -> None:
        self.put_away()
        self._day = None if day >= rekindle(self).at().today else day
        self._prompt = None
        self.reload()

    def go_on_with(self, draft: Draft, day: date) -> None:
        """Go on with this draft, at its day; what stands in the fields now waits in its turn."""
        self._go(day)
        self.restore(draft)
        self.show_rows()
        self.query_one("#note").focus()

    def action_earlier(self) -> None:
        if self._page is not None:
            self._go(self._page.day - timedelta(days=1))

    def action_later(self) -> None:
        if self._page is not None:
            self._go(self._page.day + timedelta(days=1))

    def action_go_to_today(self) -> None:
        self._go(date.max)

    def action_go_to_day(self) -> None:
        actions.ask_day(self, self._go)

    # The list

    def open_row(self, row: str) -> None:
        actions.open_row(self, row)

    def tick_row(self, row: str) -> None:
        actions.tick_row(self, row)

    def remove_row(self, row: str) -> None:
        actions.remove_row(self, row)

    def action_said_aloud(self) -> None:
        actions.said_aloud(self)

    def action_weather(self) -> None:
        actions.weather(self)

    def action_add_ritual(self) -> None:
        actions.add_ritual(self)

    def action_pause(self) -> None:
        actions.pause_or_resume(self)
