"""Help: the keys that work here and now, read off the live bindings; and a few words on what this is."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from screens.commands import EVERYWHERE, shown_key
from screens.dialogs.base import HELP, LEAVE, Dialog, button
from screens.plain import content

ABOUT = (
    "Notes are kept privately until you tell them: hidden from the other one's screen, not encrypted. "
    "Whoever can open the files of this account can read them."
)


class HelpScreen(Dialog[None]):
    """The keys of the screen it was opened over."""

    delicate = True

    TITLE_TEXT = "Keys that work here"
    BINDINGS: ClassVar[list[BindingType]] = [
        LEAVE,
        HELP,
        Binding(
            "m",
            "support",
            "more support",
            id="help.support",
            tooltip="A quiet page: when more support than this is needed",
            group=EVERYWHERE,
        ),
    ]

    def __init__(self, over: Screen[object]) -> None:
        super().__init__()
        self._lines = key_lines(over)

    def body(self) -> ComposeResult:
        # All of it in one widget: each of the forty lines would take a millisecond and more to be styled.
        yield Static(self._page())

    def _page(self) -> Content:
        lines: list[Content] = []
        for group, keys in self._lines.items():
            lines += [Content(), Content.styled(group, "$primary")]
            lines += [content(f"{key:>9}   {said}") for key, said in keys]
        lines += [Content(), Content.styled("Private, in plain words", "$primary")]
        lines += [Content(), Content.styled(ABOUT, "$quiet")]
        return Content("\n").join(lines)

    def on_mount(self) -> None:
        body = self.query_one(VerticalScroll)
        body.can_focus = True
        body.focus()

    def buttons(self) -> ComposeResult:
        yield button("Close  esc", "leave")
        yield button("More support  m", "support", id="support")

    def action_support(self) -> None:
        from screens.dialogs.support import SupportDialog

        self.app.push_screen(SupportDialog())


def key_lines(screen: Screen[object]) -> dict[str, list[tuple[str, str]]]:
    """By group: each key as it is shown, and what it does. Several keys of one command share a line."""
    groups: dict[str, dict[str, tuple[list[str], str]]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not binding.id or not binding.tooltip or not active.enabled:
            continue
        group = binding.group.description if binding.group else "Everywhere"
        shown = shown_key(binding.key)
        keys, _ = groups.setdefault(group, {}).setdefault(binding.id, ([], binding.tooltip))
        if shown not in keys:
            keys.append(shown)
    return {g: [(" ".join(keys), said) for keys, said in lines.values()] for g, lines in groups.items()}
