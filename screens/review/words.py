"""The one field of an evening's step: what stands in it, and the words that wait there for their writer."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.widgets import TextArea

from screens.dialogs.base import Dialog
from screens.host import rekindle
from screens.review.keeping import seen_as, standing_words, text_of
from screens.review.steps import Step, spot_of
from screens.widgets.fields import Field
from tracker.drafts import Slot, Typed
from tracker.records.base import Record
from tracker.views.review import ReviewPage

_WORDS = "words"


class EveningWords(Dialog[None]):
    """The part of an evening that holds words. They wait for their writer when it is left, or passed on."""

    delicate = True

    _words: Slot
    _page: ReviewPage
    _step: Step
    _writer: str

    def __init__(self, quarter: str) -> None:
        super().__init__()
        self._quarter = quarter
        self._seen: Record | None = None
        """The record as the writer saw it when they began."""
        self._base = ""
        """What stands in the store where the field is: a text that differs from it is a draft."""

    def begin_writing(self) -> None:
        """The field is there."""
        app = rekindle(self)
        self._words = Slot(app.drafts)
        app.writes(self)

    def stash(self) -> None:
        """What is typed and not kept waits for whoever typed it."""
        if self._writes_line() or self._writes_scene():
            typed, stood = self._typed(), text_of(self._seen)
            same = typed.strip() == self._base.strip()
            self._words.stash(spot_of(self._page, self._step), {} if same else {_WORDS: Typed(typed, stood)})

    def set_aside(self) -> bool:
        """It stays open while the keyboard is passed on: each finds their own words in it."""
        return False

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close; typed words wait."""
        app = rekindle(self)
        app.writes_no_more(self)
        app.save_drafts()
        return super().dismiss(result)

    def take_words_up(self) -> None:
        """Fill the field with the writer's draft, or with what they kept."""
        left = rekindle(self).drafts.of(self._writer, spot_of(self._page, self._step).place)
        draft, standing = self._words.open(self._writer, left).get(_WORDS), self._standing()
        self._base = text_of(standing)
        self._seen = seen_as(standing, draft.stood) if draft else standing
        self._fill(draft.text if draft else self._base)

    def forget(self, kept: str) -> None:
        """What was typed is kept, as this."""
        self._words.forget()
        self._base = kept
        rekindle(self).save_drafts()

    def stranded(self) -> str:
        """The writer's own words for a scene that was read meanwhile, in another window, without them."""
        if not self._read_already():
            return ""
        draft = rekindle(self).drafts.of(self._writer, spot_of(self._page, self._step).place)
        return f"Typed by you and not kept: {draft.words[_WORDS].text}" if draft else ""

    def _read_already(self) -> bool:
        return self._step.kind == "scene" and bool(self._page.scenes)

    def _writes_line(self) -> bool:
        return self._step.kind == "resolution" or (self._step.kind == "question" and bool(self._writer))

    def _writes_scene(self) -> bool:
        return self._step.kind == "scene" and bool(self._writer) and not self._page.scenes

    def _typed(self) -> str:
        if self._writes_scene():
            return self.query_one("#words", TextArea).text
        return self.query_one("#answer", Field).value if self._writes_line() else self._base

    def _fill(self, text: str) -> None:
        field, words = self.query_one("#answer", Field), self.query_one("#words", TextArea)
        field.value = text if self._writes_line() else ""
        field.cursor_position = len(field.value)
        words.text = text if self._writes_scene() else ""  # and its undo goes, too: it is another's
        words.move_cursor(words.document.end)

    def _standing(self) -> Record | None:
        return standing_words(rekindle(self).at().library, self._quarter, self._step, self._writer)
