"""Who may see what of a document that leaves the house.

`viewer` is a partner's id, or empty for the shared part: what both may see. Nothing private leaves in the
shared part, not even that it exists, but for how many appreciations stand on a day: of those that were not
told, neither the words leave nor whose they are.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from tracker.calendar.when import read_when
from tracker.records.plans import has_begun
from tracker.store.changes import Document
from tracker.store.documents import Documents
from tracker.transfer.halves import Halves
from tracker.transfer.people import find_people
from tracker.transfer.standing import APPRECIATION

UNTOLD = ("about", "by", "cue", "text")
"""Empty in an appreciation that was not told yet."""
HELD = (
    "childcare",
    "checklist",
    "cost",
    "counts",
    "history",
    "notes",
    "novelty",
    "phones_away",
    "place",
    "title",
    "unsuitable",
)
"""Absent from a surprise until it begins; so is any field that is not in `_HELD_SHOWS`."""
_ALWAYS = ("id", "recorded_at", "updated_at", "by", "_v", "_w")
_UNTOLD_SHOWS = (*_ALWAYS, "day", "told_on", "told_how")
_HELD_SHOWS = (*_ALWAYS, "kind", "state", "start", "end", "surprise")
_OPEN = ("couple", "rituals", "pauses", "plans", "lookups", "reviews", "beginnings")
"""Tables that belong to both. What others hold is seen by its author, and by both where it has none."""
_PRIVATE = ("weather", "tried", "future_scenes")
"""Tables of which the shared part does not even tell whether they hold anything."""
_SAID_OF = ("milestones", "remarks")
"""Tables whose documents speak of another record."""


class View(NamedTuple):
    """What of a document a viewer sees."""

    fields: dict[str, Any]
    hidden: tuple[str, ...] = ()
    """The fields that are kept from them: always the same ones, whatever the document holds."""


class Veil:
    """Shows the documents to one viewer at one instant."""

    def __init__(self, documents: Documents, viewer: str, now: datetime) -> None:
        self._viewer = viewer
        self._now = now
        couple = find_people(documents)
        self._days = (couple.time_zone, couple.day_ends_at) if couple else ("UTC", "00:00")
        """The couple's zone, and when their day ends."""
        self._hidden = {
            str(document["id"]): str(document.get("by", ""))
            for table, is_hidden in (("plans", self.holds), ("goals", self._is_own_wish))
            for document in (*documents.standing(table), *documents.removed(table))
            if is_hidden(document)
        }
        """The ids of surprises that are held and of wishes not yet shared, with their authors; removed ones,
        too, for what was said of them may still stand.
        """
        self._halves = Halves(documents, tuple(couple.names) if couple else (), self._days[1])

    def shown(self, table: str, document: Document) -> View | None:
        """The document as the viewer may see it, or None where it is not there for them."""
        if table == "plans" and self.holds(document):
            return View(_only(document, _HELD_SHOWS), HELD)
        if table == "appreciations":
            return self._appreciation(document)
        if not self._is_there(table, document):
            return None
        return self._without_drafts(document) if table == "future_scenes" else View(dict(document))

    def holds(self, plan: Document) -> bool:
        """Whether a plan is a surprise that the viewer may not know more of yet.

        Held until it begins, which `has_begun` tells; without a day, or let go, it stays the planner's.
        """
        if not plan.get("surprise") or self._is_author(plan) or not plan.get("by"):
            return False
        begun = has_begun(plan.get("kind"), read_when(plan.get("start")), self._now, *self._days)
        return plan.get("state") == "let-go" or not begun

    def is_half(self, ritual: object, day: object, document: Document) -> bool:
        """Whether a mark of a ritual is the other one's half of a day that does not stand for both yet."""
        if self._is_author(document) or document.get("told_on"):
            return False
        return self._halves.holds(ritual, day)

    def words(self, appreciation: Document) -> bool:
        """Whether the viewer may read the words of an appreciation."""
        return bool(appreciation.get("told_on")) or self._is_author(appreciation)

    def _is_author(self, document: Document) -> bool:
        return bool(self._viewer) and document.get("by") == self._viewer

    def _is_own_wish(self, goal: Document) -> bool:
        """Whether a goal is still the private wish of one of them, and not of the viewer."""
        return goal.get("state") == "wish" and bool(goal.get("by")) and not self._is_author(goal)

    def _speaks_of_hidden(self, document: Document) -> bool:
        """Whether its author, or nobody in particular, says something of a record that is hidden."""
        if self._is_author(document):
            return False
        values = (value for value in document.values() if isinstance(value, str))
        authors = {self._hidden[value] for value in values if value in self._hidden}
        return bool(authors) and document.get("by", "") in {"", *authors}

    def _is_there(self, table: str, document: Document) -> bool:
        if table == "moments":
            return not self.is_half(document.get("ritual"), document.get("day"), document)
        if table == "goals":
            return not self._is_own_wish(document)
        if table == "future_scenes" and document.get("read_on"):
            return True
        if table in _SAID_OF:
            return not self._speaks_of_hidden(document)
        nobodys = not document.get("by") and table not in _PRIVATE
        return table in _OPEN or nobodys or self._is_author(document)

    def _appreciation(self, document: Document) -> View | None:
        if self.is_half(APPRECIATION, document.get("day"), document):
            return None
        if not self.words(document):
            return View(_only(document, _UNTOLD_SHOWS) | dict.fromkeys(UNTOLD, ""), UNTOLD)
        return self._without_drafts(document)

    def _without_drafts(self, document: Document) -> View:
        """Words that another version once had were never told, nor read together."""
        shown = dict(document)
        if not self._is_author(document):
            shown.pop("_kept", None)
        return View(shown)


def _only(document: Document, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: document[name] for name in names if name in document}
