"""Forms: labelled fields on one card, each answered at once with what was understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from screens.careful import AGAIN
from screens.commands import EVERYWHERE
from screens.dialogs.base import LEAVE, Dialog, button
from screens.host import rekindle
from screens.plain import content
from screens.widgets.fields import Choice, Field
from tracker.drafts import Fields, Spot, Typed
from tracker.errors import Refusal

Values = Mapping[str, str]
"""What stands in a form, by the key of the field."""

Echo = Callable[[str], str]
"""Says back what a typed text means; raises `Refusal` where it means nothing."""


class After(NamedTuple):
    """What a field is told from, as an end is told from its start."""

    key: str
    echo: Callable[[str, str], str]
    """Says back what the text means, beside what stands in the other field."""


class Text(NamedTuple):
    """A field to type in; with `after` it is echoed beside what stands in another one."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    echo: Echo | None = None
    after: After | None = None


class Pick(NamedTuple):
    """A field to choose in."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str = ""


class Words(NamedTuple):
    """A field for some lines; its label stands above it."""

    key: str
    label: str
    value: str = ""


class Note(NamedTuple):
    """A quiet line between fields."""

    text: str


class Link(NamedTuple):
    """A line that leads on; what was typed is kept first."""

    key: str
    label: str
    text: str
    work: Callable[[], object]


REMOVE = "Remove"
"""A further button of this name is asked about before it does what it says."""

Item = Text | Pick | Words | Note | Link


class Form(Dialog[str]):
    """A card of fields. `save` gets all values and may refuse; only then does the card stay open.

    Dismisses with "saved", the name of another action that ran through, or None when it was left.
    """

    delicate = True

    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        Binding("ctrl+s", "save", "keep", id="form.save", tooltip="Keep what stands here", group=EVERYWHERE),
        Binding("enter", "next", "next", show=False, id="form.next", group=EVERYWHERE),
        Binding("up", "app.focus_previous", "previous", show=False, id="form.up", group=EVERYWHERE),
        Binding("down", "app.focus_next", "next", show=False, id="form.down", group=EVERYWHERE),
    ]

    def __init__(
        self,
        heading: str,
        items: tuple[Item, ...],
        save: Callable[[Values], object],
        *,
        save_label: str = "Keep",
        more: tuple[tuple[str, Callable[[], object]], ...] = (),
        keeps_first: bool = False,
        spot: Spot | None = None,
        proposed: bool = False,
    ) -> None:
        """`more` are further buttons: a label, and what it does (which may refuse). With `keeps_first` they
        keep what was typed before they do it.

        `spot` and `proposed` are those of `Dialog`. Of a form about something new, all fields are kept as
        they stand; else only those that were touched, so that what is changed elsewhere meanwhile stays so.
        """
        super().__init__()
        self._heading = heading
        self._items = items
        self._save = save
        self._save_label = save_label
        self._more = more
        self._keeps_first = keeps_first
        self.spot = spot
        self.proposed = proposed
        self._whole = spot is not None and spot.is_new

    def heading(self) -> str:
        return self._heading

    def body(self) -> ComposeResult:
        for item in self._items:
            if isinstance(item, Note):
                yield Static(content(item.text), classes="note first" if item is self._items[0] else "note")
                continue
            if isinstance(item, Words):
                if item.label:
                    yield Static(content(item.label), classes="note")
                yield self._lines(item)
                continue
            with Horizontal(classes="field"):
                yield Static(content(item.label), classes="label")
                yield self._widget(item)
            if isinstance(item, Text) and (item.echo or item.after):
                yield Static("", id=f"echo-{item.key}", classes="echo")

    def _widget(self, item: Text | Pick | Link) -> Widget:
        if isinstance(item, Text):
            return Field(item.value, item.hint, id=f"field-{item.key}")
        if isinstance(item, Link):
            return button(f"{item.text}  ›", f"follow('{item.key}')", id=f"link-{item.key}")
        return Choice(item.options, item.value, id=f"field-{item.key}")

    def _lines(self, item: Words) -> Widget:
        from screens.widgets.text_area import LinesField  # slow to import, and few forms have one

        field = LinesField(item.value, id=f"field-{item.key}")
        field.add_class("words")
        return field

    def buttons(self) -> ComposeResult:
        yield button(f"{self._save_label}  ^s", "save", primary=True)
        for place, (label, _) in enumerate(self._more):
            yield button(label, f"more({place})", id=f"more-{place}")
        yield button("Close  esc", "leave")

    def on_mount(self) -> None:
        for item in self._items:
            if isinstance(item, Text) and item.value:
                self._say_back(item.key, item.value)

    def unfinished(self) -> Fields:
        values = self.values()
        given = {item.key: self._given(item) for item in self._fields()}
        if values == given:
            return {}
        return {
            key: Typed(value, given[key])
            for key, value in values.items()
            if self._whole or value != given[key]
        }

    def fill_in(self, words: Fields) -> str:
        fields = {item.key: item for item in self._fields()}
        for key, typed in words.items():
            if key in fields:
                self._put(key, typed.text)
        changed = (fields[key] for key in words if key in fields and not self._whole)
        meanwhile = [one for one in changed if self._given(one) != words[one.key].stood]
        return " ".join(
            (
                *(f"Meanwhile it says “{self._given(one)}” there: {one.label}." for one in meanwhile),
                *(f"You had also typed: “{words[key].text}”." for key in words if key not in fields),
            )
        )

    def _fields(self) -> Iterator[Text | Pick | Words]:
        return (item for item in self._items if isinstance(item, Text | Pick | Words))

    def _put(self, key: str, value: str) -> None:
        """Put a value into a field."""
        widget = self.query_one(f"#field-{key}")
        if isinstance(widget, Choice):
            widget.choose(value)
        else:
            setattr(widget, "value" if isinstance(widget, Field) else "text", value)

    def _given(self, item: Text | Pick | Words) -> str:
        """What stood in a field at first."""
        if isinstance(item, Pick) and item.value not in dict(item.options):
            return item.options[0][0]
        return item.value

    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {item.key: self._value(item.key) for item in self._fields()}

    def _value(self, key: str) -> str:
        widget = self.query_one(f"#field-{key}")
        if isinstance(widget, Field | Choice):
            return widget.value
        text = getattr(widget, "text", "")  # of a TextArea, which is not imported here
        return text if isinstance(text, str) else ""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        key = (event.input.id or "").removeprefix("field-")
        self._say_back(key, event.value)
        for item in self._items:
            if isinstance(item, Text) and item.after and item.after.key == key:
                self._say_back(item.key, self._value(item.key))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._go_on_from(event.input)

    def action_next(self) -> None:
        """Enter in a choice; words and buttons answer it themselves."""
        if isinstance(self.focused, Choice):
            self._go_on_from(self.focused)

    def _go_on_from(self, widget: Widget) -> None:
        """To the next field, as in any form of paper, and from the last one kept; ^s keeps from anywhere."""
        fields = [item.key for item in self._items if isinstance(item, Text | Pick | Words)]
        if widget.id == f"field-{fields[-1]}":
            self.action_save()
        else:
            self.focus_next("Field, Choice, TextArea")

    def _say_back(self, key: str, value: str) -> None:
        self.trouble("")
        item = next((i for i in self._items if isinstance(i, Text) and i.key == key), None)
        if item is None or not (item.echo or item.after):
            return
        said, wrong = "", False
        try:
            said = self._meaning(item, value) if value.strip() else ""
        except Refusal as refusal:
            said, wrong = refusal.sentence, True
        echo = self.query_one(f"#echo-{key}", Static)
        echo.update(content(said))
        echo.set_class(wrong, "unsure")
        echo.set_class(bool(said), "said")

    def _meaning(self, item: Text, value: str) -> str:
        if item.after:
            return item.after.echo(value, self._value(item.after.key))
        return item.echo(value) if item.echo else ""

    def action_save(self) -> None:
        if self.attempt(lambda: self._save(self.values())):
            self.dismiss("saved")

    def action_more(self, place: int) -> None:
        label, work = self._more[place]
        go_on = partial(self._go_on, label, work, self._keeps_first)
        if label == REMOVE:
            rekindle(self).twice(("more", label), f"Remove it? {AGAIN}", go_on)
        else:
            go_on()

    def action_follow(self, key: str) -> None:
        """Where a link leads."""
        link = next(item for item in self._items if isinstance(item, Link) and item.key == key)
        self._go_on(key, link.work, True)

    def _go_on(self, result: str, work: Callable[[], object], keep: bool) -> None:
        if keep and self.has_changes() and not self.attempt(lambda: self._save(self.values())):
            return
        if self.attempt(work):
            self.dismiss(result)
