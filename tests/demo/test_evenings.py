"""The demo's reviews: past quarters alone, and words that come once."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.demo.telling import TODAY, tell
from tracker.calendar.periods import parse_quarter, period_of
from tracker.content_review import questions_of, review_questions
from tracker.demo.texts import texts


@pytest.mark.parametrize(("seed", "years"), [(1, 2), (2, 1), (1, 10)])
def test_only_quarters_that_are_over_were_looked_back_on_each_once(seed: int, years: int) -> None:
    told = tell(seed, years)
    quarters = [review["quarter"] for review in told.table("reviews")]
    assert len(set(quarters)) == len(quarters) >= 2 * years
    for review in told.table("reviews"):
        span = parse_quarter(review["quarter"])
        assert span.first >= period_of(told.start, "quarter").first
        assert span.last < date.fromisoformat(review["renewed_on"]) < TODAY
        assert review["resolution"]


def test_answers_are_to_the_quarters_own_questions_and_nobody_says_a_thing_twice() -> None:
    told = tell(1, 10)
    quarters = {review["id"]: review["quarter"] for review in told.table("reviews")}
    answers = [remark for remark in told.table("remarks") if remark.get("review")]
    assert len(answers) >= 40
    for answer in answers:
        asked = {one.key for one in questions_of(quarters[answer["review"]])}
        assert answer["question"] in asked
    assert set(Counter(answer["text"] for answer in answers).values()) == {1}
    by = Counter(answer["by"] for answer in answers)
    assert abs(by[told.partners[0]] - by[told.partners[1]]) <= 1


def test_every_answer_has_a_question() -> None:
    assert set(texts().reviews.answers) <= {one.key for one in review_questions()}
