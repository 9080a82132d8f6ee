"""The nine reasons, to be read in quiet. Nothing is asked here and nothing is kept."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.dialogs.base import Dialog, button
from screens.plain import content
from tracker.content import Reason, article
from tracker.views.journey import lines_words

HOW_TO_READ = (
    "Read on your own, and notice which one or two ring true. A cause with a name is easier to talk about; "
    "compare only when you both wish to."
)


class ReasonsDialog(Dialog[None]):
    """Why couples fall out of love, by the article."""

    delicate = True

    TITLE_TEXT = "Nine reasons, from the article"

    def body(self) -> ComposeResult:
        yield Static(self._page())

    def _page(self) -> Content:
        parts = [Content.styled(HOW_TO_READ, "$quiet")]
        for reason in article().reasons:
            parts += [Content(), *_reason(reason)]
        return Content("\n").join(parts)

    def on_mount(self) -> None:
        body = self.query_one(VerticalScroll)
        body.can_focus = True
        body.focus()

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")


def _reason(reason: Reason) -> list[Content]:
    source = f"from the article, {lines_words(reason.lines)}"
    name = Content.styled(reason.name, "bold")
    if reason.inferred:
        source += "; the name is ours, the text has none"
    return [name, content(reason.line_description), Content.styled(source, "$quiet")]
