"""What may be asked once something was lived."""

from __future__ import annotations

from tracker.acts.common import Standing
from tracker.calendar.periods import period_of
from tracker.records.plans import Plan


def may_keep_date(at: Standing, plan: Plan) -> bool:
    """Whether a trip that happened could stand for the week's date as well: that week is not kept yet.

    It is the week in which the trip began, where the moment of `date` would count.
    """
    day = at.library.plans.day(plan)
    counted = any(ritual.key == "date" for ritual in at.library.rituals.active())
    if plan.kind != "trip" or plan.state != "happened" or day is None or not counted:
        return False
    rhythm = at.library.ledger.rhythm("date", at.today)
    period = period_of(day, rhythm.rule.period, at.couple.week_start)
    states = [one.state for one in rhythm.between(period.first, period.last)]
    return "kept" not in states and not rhythm.happened_on(day)
