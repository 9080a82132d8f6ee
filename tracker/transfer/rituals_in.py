"""Rituals out of an export among those that stand: keys and names stay unique without case."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.acts.common import LONGEST_NAME
from tracker.store.changes import Document
from tracker.text import folded


class Fitting:
    """Fits the rituals of one file in, one after the other."""

    def __init__(self, standing: Iterable[Document]) -> None:
        self._owners = {
            folded(str(ritual[form])): str(ritual["id"]) for ritual in standing for form in ("name", "key")
        }

    def fit(self, ritual: Document, left: list[str]) -> Document | None:
        """The ritual as it can stand here. None where another has its key, and then its moments."""
        key, name = str(ritual.get("key", "")), str(ritual.get("name", ""))
        if self._is_taken(key, ritual):
            left.append(
                f"Not taken: “{name}”. A ritual with the key {key} stands here, and has its moments now."
            )
            return None
        free, number = name, 1
        while self._is_taken(free, ritual):
            number += 1
            suffix = f" ({number})"
            free = name[: LONGEST_NAME - len(suffix)] + suffix
        if free != name:
            left.append(f"“{name}” is called “{free}” here: another ritual has its name.")
        for form in (key, free):
            self._owners.setdefault(folded(form), str(ritual["id"]))
        return {**ritual, "name": free}

    def _is_taken(self, form: str, ritual: Document) -> bool:
        owner = self._owners.get(folded(form))
        return owner is not None and owner != ritual["id"]
