"""Names and keys for imported rituals: unique without case, and the same again at the next import."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from tracker.acts.common import LONGEST_NAME
from tracker.ids import id_order
from tracker.records.rituals import BUILT_IN
from tracker.store.changes import Document
from tracker.text import folded, one_line

_UNNAMED = "Habit"
IMPORTED = " (imported)"
"""Added to a name that one of Rekindle's own rituals has."""


class Place(NamedTuple):
    """Where a habit goes: a ritual that stands, or a name and a key that are free."""

    name: str
    key: str
    standing: Document | None


class Names:
    """Finds each habit of one import its place, in the order of the file."""

    def __init__(self, rituals: Iterable[Document]) -> None:
        ordered = sorted(rituals, key=lambda ritual: id_order(str(ritual["id"])))
        self._standing = [ritual for ritual in ordered if ritual["key"] not in BUILT_IN]
        built_in = [ritual for ritual in ordered if ritual["key"] in BUILT_IN]
        self._reserved = {*BUILT_IN, *(folded(ritual["name"]) for ritual in built_in)}
        self._given = {form for ritual in self._standing for form in _forms(ritual)}
        self._claimed: set[str] = set()

    def place(self, wanted: str) -> Place:
        """The place of a habit. Two habits of one name get two: the second is called "Name (2)"."""
        stem = one_line(wanted) or _UNNAMED
        if folded(stem) in self._reserved:
            stem = _with_suffix(stem, IMPORTED)
        number, name = 1, _with_suffix(stem, "")
        while True:
            standing = self._find(name)
            if standing is not None or folded(name) not in self._taken:
                break
            number += 1
            name = _with_suffix(stem, f" ({number})")
        if standing is not None:
            self._claimed |= _forms(standing)
            return Place(str(standing["name"]), str(standing["key"]), standing)
        key = self._key(name)
        self._claimed |= {folded(name), key}
        return Place(name, key, None)

    @property
    def _taken(self) -> set[str]:
        return self._reserved | self._given | self._claimed

    def _find(self, name: str) -> Document | None:
        """The standing ritual of this name or else key, unless another habit of the file has it already."""
        free = [ritual for ritual in self._standing if not _forms(ritual) & self._claimed]
        for form in ("name", "key"):
            for ritual in free:
                if folded(ritual[form]) == folded(name):
                    return ritual
        return None

    def _key(self, name: str) -> str:
        """A short key out of the name, free among keys and names."""
        stem = re.sub(r"[^\w]+", "-", folded(name)).strip("-_") or "ritual"
        key, number = stem, 2
        while key in self._taken - {folded(name)}:
            key, number = f"{stem}-{number}", number + 1
        return key


def _forms(ritual: Document | dict[str, Any]) -> set[str]:
    """What a ritual answers to, without case."""
    return {folded(ritual["name"]), folded(ritual["key"])}


def _with_suffix(stem: str, suffix: str) -> str:
    """The name with its suffix, no longer than a name may be."""
    return stem[: LONGEST_NAME - len(suffix)].rstrip() + suffix
