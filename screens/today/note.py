"""The two fields of Today, and what stands unfinished in them: by day, for its author alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from screens.host import rekindle
from screens.page import Page
from screens.widgets.fields import NoteField
from tracker.calendar.names import long_day
from tracker.drafts import Draft, Slot, Spot, Typed
from tracker.views.today import TodayPage

_FIELDS = ("note", "cue")


class NotePage(Page):
    """A page with a note and its cue; the words of each day and partner come and go with them."""

    _words: Slot

    @property
    def shown(self) -> TodayPage | None:
        """The page as it is shown; None before set-up."""
        raise NotImplementedError

    def begin_writing(self) -> None:
        """The fields are there."""
        app = rekindle(self)
        self._words = Slot(app.drafts)
        app.writes(self)

    def show_rows(self) -> None:
        """Show the list as it is now, with the rows of `elsewhere`."""

    def on_input_changed(self) -> None:
        rekindle(self).typed()

    def texts(self) -> tuple[str, str]:
        """The note and its cue, as they are typed."""
        note, cue = (self.query_one(f"#{name}", NoteField).value for name in _FIELDS)
        return note, cue

    def stash(self) -> None:
        """Put what is typed and not kept into the slot; see `screens.drafting`."""
        if self.shown is not None:
            typed = zip(_FIELDS, self.texts(), strict=True)
            self._words.stash(
                _spot(self.shown.day), {name: Typed(text) for name, text in typed if text.strip()}
            )

    def follow_viewer(self) -> None:
        """The fields show the words of whoever sits here, and of nobody else."""
        page = self.shown
        if page is not None and page.viewer and page.viewer != self._words.by:
            if self._words.by is not None:
                self.put_away()
            self.restore()

    def restore(self, draft: Draft | None = None) -> None:
        """Fill the fields with what the viewer left at this day, or with this draft of it."""
        page = self.shown
        if page is not None and page.viewer:
            left = draft or rekindle(self).drafts.of(page.viewer, _spot(page.day).place)
            words = self._words.open(page.viewer, left)
            self._fill(*(words[name].text if name in words else "" for name in _FIELDS))

    def put_away(self) -> None:
        """What is typed leaves the fields and waits for its author, at the day it was begun for."""
        self.stash()
        self._words.leave()
        self._fill()

    def forget(self) -> None:
        """What was typed is kept."""
        self._words.forget()
        self._fill()
        rekindle(self).save_drafts()

    def person_leaves(self) -> None:
        self.put_away()

    def elsewhere(self) -> Iterator[Draft]:
        """The unfinished words of whoever sits here that do not stand in these fields, and may be named."""
        app = rekindle(self)
        here = self._words.draft_id
        return (draft for draft in app.drafts.mine(app.me) if draft.spot.title and draft.id != here)

    def _fill(self, *texts: str) -> None:
        for name, text in zip(_FIELDS, texts or ("", ""), strict=True):
            self.query_one(f"#{name}", NoteField).value = text


def _spot(day: date) -> Spot:
    return Spot(f"today:{day.isoformat()}", f"a note for {long_day(day)}")
