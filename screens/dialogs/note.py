"""One's own note: change it, remove it, tell it, or show it."""

from __future__ import annotations

from typing import ClassVar

from msgspec import structs
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static, TextArea

from screens.careful import AGAIN
from screens.commands import EVERYWHERE
from screens.dialogs.base import LEAVE, Dialog, button
from screens.host import rekindle
from screens.plain import content
from screens.today.actions import TOLD
from screens.widgets.fields import Field
from screens.widgets.text_area import LinesField
from tracker.acts.entries import reword, tell
from tracker.acts.removal import remove
from tracker.drafts import Fields, Spot, Typed
from tracker.records.entries import Appreciation
from tracker.views.beside import kept_beside

_HOW = {"aloud": "Did you say it aloud?", "shown": "Did they read it here?"}


class _OfNote(Dialog[str]):
    """A dialog about one note of the partner who sits here."""

    delicate = True

    def __init__(self, note_id: str) -> None:
        super().__init__()
        self._note_id = note_id

    def note(self) -> Appreciation:
        """The note as it stands now."""
        notes = rekindle(self).at().library.appreciations
        return next(note for note in notes if note.id == self._note_id)

    def finish(self, result: str, said: str) -> None:
        """Close, show what is true now, and say what happened."""
        app = rekindle(self)
        app.reload()
        app.say(said)
        self.dismiss(result)


class NoteDialog(_OfNote):
    """Change the words of a note, or remove it."""

    TITLE_TEXT = "Your note"
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        Binding(
            "ctrl+s", "save", "keep", id="note.save", tooltip="Keep the words as they stand", group=EVERYWHERE
        ),
        Binding(
            "ctrl+x",
            "remove",
            "remove",
            id="note.remove",
            tooltip="Remove it; it can be brought back",
            group=EVERYWHERE,
            priority=True,
        ),
    ]

    def __init__(self, note_id: str) -> None:
        super().__init__(note_id)
        self.spot = Spot(f"note:{note_id}", "changes to a note")

    def body(self) -> ComposeResult:
        note = self._seen = self.note()
        yield LinesField(note.text, id="words")
        with Horizontal(classes="field"):
            yield Static("A good moment", classes="label")
            yield Field(note.cue, "when you hand me the coffee", id="moment")
        kept = "Both of you can read it: it was told." if note.told else "Only you see it until you tell it."
        yield Static(kept, classes="note")
        for said in kept_beside(rekindle(self).at(), "appreciations", note.id):
            yield Static(content(said), classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Keep  ^s", "save", primary=True)
        yield button("Remove  ^x", "remove")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        words = self.query_one("#words", TextArea)
        words.move_cursor(words.document.end)
        words.focus()

    def unfinished(self) -> Fields:
        text, cue = self.query_one("#words", TextArea).text, self.query_one("#moment", Field).value
        typed = {"text": Typed(text, self._seen.text), "cue": Typed(cue, self._seen.cue)}
        return {key: one for key, one in typed.items() if one.text != one.stood}

    def fill_in(self, words: Fields) -> str:
        if "text" in words:
            self.query_one("#words", TextArea).load_text(words["text"].text)
        if "cue" in words:
            self.query_one("#moment", Field).value = words["cue"].text
        stood = {key: typed.stood for key, typed in words.items()}
        changed = any(getattr(self._seen, key) != text for key, text in stood.items())
        self._seen = structs.replace(self._seen, **stood)  # so that both are kept, and it is said
        return "The note was changed meanwhile." if changed else ""

    def action_save(self) -> None:
        app, record_id = rekindle(self), self._note_id
        text, cue = self.query_one("#words", TextArea).text, self.query_one("#moment", Field).value
        me, seen = app.me, self._seen
        if self.attempt(
            lambda: app.sitting.do(lambda at: reword(at, record_id, me=me, text=text, cue=cue, seen=seen))
        ):
            self.finish("saved", "Kept.")

    def action_remove(self) -> None:
        rekindle(self).twice(("remove", self._note_id), f"Remove this note? {AGAIN}", self._remove)

    def _remove(self) -> None:
        app, record_id = rekindle(self), self._note_id
        me = app.me
        if self.attempt(lambda: app.sitting.do(lambda at: remove(at, "appreciations", record_id, me=me))):
            self.finish("removed", "Removed; u brings it back.")


class ToldDialog(_OfNote):
    """A note that was told: it belongs to both, and only its author may change it."""

    TITLE_TEXT = "Told"

    def body(self) -> ComposeResult:
        note = self.note()
        yield Static(content(note.text), classes="large")
        by = rekindle(self).at().couple.name_of(note.by)
        yield Static(content(f"Noticed by {by}."), classes="note")

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")


class OfferDialog(_OfNote):
    """The one note that may be told today, large enough to be shown across the table."""

    TITLE_TEXT = "To tell, when the moment comes"
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        Binding(
            "t",
            "tell('aloud')",
            "said it aloud",
            id="offer.aloud",
            tooltip="You told it in your own voice",
            group=EVERYWHERE,
        ),
        Binding(
            "v",
            "tell('shown')",
            "they read it here",
            id="offer.shown",
            tooltip="You let them read it here",
            group=EVERYWHERE,
        ),
    ]

    def body(self) -> ComposeResult:
        note = self.note()
        yield Static(content(note.text), classes="large")
        if note.cue:
            yield Static(content(f"A good moment: {note.cue}"), classes="note")

    def buttons(self) -> ComposeResult:
        yield button("I said it aloud  t", "tell('aloud')", primary=True, id="aloud")
        yield button("They read it here  v", "tell('shown')")
        yield button("Not today  esc", "leave")

    def action_tell(self, how: str) -> None:
        question = f"{_HOW[how]} {AGAIN}"
        rekindle(self).twice(("tell", self._note_id, how), question, lambda: self._tell(how))

    def _tell(self, how: str) -> None:
        app, record_id = rekindle(self), self._note_id
        me = app.me
        if self.attempt(lambda: app.sitting.do(lambda at: tell(at, record_id, me=me, how=how))):
            self.finish("told", TOLD)
