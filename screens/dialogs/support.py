"""More support: a quiet page. Opening it writes nothing; only keeping numbers does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.commands import EVERYWHERE
from screens.dialogs.base import HELP, LEAVE, Dialog, button
from screens.dialogs.form import Form, Item, Note, Values, Words
from screens.host import rekindle
from screens.plain import content
from tracker.acts.couple import keep_support_numbers
from tracker.content_support import support
from tracker.drafts import Spot
from tracker.views.beside import numbers_beside

if TYPE_CHECKING:
    from screens.app import RekindleApp


class SupportDialog(Dialog[None]):
    """What to do when this is not enough, and a place for the couple's own local numbers."""

    delicate = True

    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        HELP,
        Binding(
            "e",
            "numbers",
            "your numbers",
            id="support.numbers",
            tooltip="Write down numbers near you; both of you see them",
            group=EVERYWHERE,
        ),
    ]

    def heading(self) -> str:
        return support().title

    def body(self) -> ComposeResult:
        yield Static(id="support-words")

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave", primary=True)
        yield button("Your own numbers  e", "numbers", id="numbers")

    def on_mount(self) -> None:
        self._show()
        body = self.query_one(VerticalScroll)
        body.can_focus = True
        body.focus()

    def reload(self) -> None:
        """Show what stands now."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        self.query_one("#support-words", Static).update(self._words())

    def _words(self) -> Content:
        page, couple = support(), rekindle(self).at().library.couple
        numbers = couple.support_numbers if couple else ""
        parts: list[Content] = []
        for paragraph in page.paragraphs:
            parts += [content(paragraph), Content()]
        parts.append(Content.styled(page.numbers_title, "$primary"))
        parts.append(content(numbers) if numbers else Content.styled(page.numbers_empty, "$quiet"))
        return Content("\n").join(parts)

    def action_numbers(self) -> None:
        app = rekindle(self)
        if app.at().library.couple is not None:
            app.push_screen(numbers_form(app), lambda _: self.reload())


def numbers_form(app: RekindleApp) -> Form:
    """The couple's own numbers, as words of both."""
    couple = app.at().couple

    def save(values: Values) -> None:
        app.sitting.do(lambda at: keep_support_numbers(at, values["numbers"], seen=couple))
        app.reload()

    items: tuple[Item, ...] = (
        Words("numbers", "One a line, with what it is for", couple.support_numbers),
        Note("Both of you see this. Empty it to take it away."),
        *(Note(said) for said in numbers_beside(app.at())),
    )
    return Form(support().numbers_title, items, save, spot=Spot("numbers:", ""))  # no list names these
