"""What each of them says afterwards: a document of its own, so that nobody's words replace the other's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tracker.records.base import Record


class Remark(Record, frozen=True, kw_only=True):
    """A few words of one partner about a plan or a review."""

    plan: str = ""
    """The id of the plan it is about; empty when it is about a review."""
    review: str = ""
    """The id of the review it is about; empty when it is about a plan."""
    question: str = ""
    """The key of the question it answers, in a review."""
    text: str = ""


class Remarks:
    """All remarks, in the order in which they were written."""

    def __init__(self, remarks: Iterable[Remark]) -> None:
        self._all = tuple(remarks)
        self._by_plan: dict[str, list[Remark]] = defaultdict(list)
        self._by_review: dict[str, list[Remark]] = defaultdict(list)
        for remark in self._all:
            self._by_plan[remark.plan].append(remark)
            if remark.review:
                self._by_review[remark.review].append(remark)

    def __iter__(self) -> Iterator[Remark]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def about(self, plan_id: str) -> tuple[Remark, ...]:
        """Those about one plan."""
        return tuple(self._by_plan.get(plan_id, ()))

    def in_review(self, review_id: str) -> tuple[Remark, ...]:
        """The answers of one review."""
        return tuple(self._by_review.get(review_id, ()))
