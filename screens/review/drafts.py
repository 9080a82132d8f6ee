"""What was typed in an evening and not kept yet: it waits in this window for its writer, never stored."""

from __future__ import annotations

from typing import NamedTuple

from tracker.records.base import Record


class Draft(NamedTuple):
    """Words that were typed and not kept."""

    text: str
    seen: Record | None
    """The record that stood there when they were begun."""


class Drafts:
    """Drafts by writer, quarter and step; whoever asks names the writer, so that nobody gets another's."""

    def __init__(self) -> None:
        self._all: dict[tuple[str, str, str], Draft] = {}

    def __bool__(self) -> bool:
        return any(draft.text.strip() for draft in self._all.values())

    def put(self, writer: str, quarter: str, step: str, draft: Draft | None) -> None:
        """Keep a draft for its writer; None takes it away."""
        if draft is None:
            self._all.pop((writer, quarter, step), None)
        else:
            self._all[writer, quarter, step] = draft

    def of(self, writer: str, quarter: str, step: str) -> Draft | None:
        """This writer's own draft at a step."""
        return self._all.get((writer, quarter, step))
