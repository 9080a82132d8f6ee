"""The quarters they looked back on together, and the future that each pictured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from tracker.calendar.periods import is_quarter
from tracker.ids import id_order
from tracker.records.base import Record


def _check(quarter: str) -> None:
    """ValueError for what names no quarter: no page could be turned to it."""
    if not is_quarter(quarter):
        raise ValueError("not a quarter")


class Review(Record, frozen=True, kw_only=True):
    """One quarter looked back on. It belongs to both; answers are remarks, each a document of its own."""

    quarter: str
    """As in "2026Q3"."""
    resolution: str = ""
    """The one thing they take into the next quarter."""
    renewed_on: date | None = None
    """The day on which both pressed "we're in", if they did."""
    figures: dict[str, Any] = msgspec.field(default_factory=dict)
    """The rhythm's figures as they stood on the evening, by ritual key: shown as of that day."""
    figures_on: date | None = None
    """The day of those figures."""

    def __post_init__(self) -> None:
        _check(self.quarter)


class Reviews:
    """All reviews, one a quarter, the oldest quarter first."""

    def __init__(self, reviews: Iterable[Review]) -> None:
        found: dict[str, list[Review]] = {}
        for review in sorted(reviews, key=lambda one: id_order(one.id)):
            found.setdefault(review.quarter, []).append(review)
        self._ids = {quarter: [review.id for review in several] for quarter, several in found.items()}
        self._all = tuple(_as_one(several) for _, several in sorted(found.items()))

    def __iter__(self) -> Iterator[Review]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def of(self, quarter: str) -> Review | None:
        """The review of a quarter like "2026Q3", if one was begun."""
        return next((review for review in self._all if review.quarter == quarter), None)

    def ids(self, quarter: str) -> tuple[str, ...]:
        """The ids of all records of that quarter: what was answered in any of them was answered."""
        return tuple(self._ids.get(quarter, ()))


def _as_one(reviews: list[Review]) -> Review:
    """One evening that two machines may each have begun: what was kept in either of them was kept."""
    first, *others = reviews
    if not others:
        return first
    resolved = [review for review in reviews if review.resolution]
    stands = max(resolved, key=lambda one: (one.version, one.writer), default=first)
    renewed = max((review.renewed_on for review in reviews if review.renewed_on), default=None)
    return msgspec.structs.replace(stands, renewed_on=renewed)


class FutureScene(Record, frozen=True, kw_only=True):
    """An ordinary day some years on, as one of them pictures it: its author's alone until both read."""

    quarter: str
    text: str = ""
    read_on: date | None = None
    """The day on which both were read together; from then on it belongs to both."""

    def __post_init__(self) -> None:
        _check(self.quarter)


class FutureScenes:
    """All scenes, in the order in which they were begun."""

    def __init__(self, scenes: Iterable[FutureScene]) -> None:
        self._all = tuple(scenes)

    def __iter__(self) -> Iterator[FutureScene]:
        return iter(self._all)

    def own(self, partner: str, quarter: str) -> FutureScene | None:
        """This partner's own scene of a quarter."""
        return next((one for one in self._all if (one.by, one.quarter) == (partner, quarter)), None)

    def read_together(self, quarter: str = "") -> tuple[FutureScene, ...]:
        """Those that were read together: of one quarter, or of all."""
        return tuple(one for one in self._all if one.read_on and quarter in ("", one.quarter))
