"""Screens 2 and 3: dates and trips. They differ in what a span is, a week or a month, and share all else."""

from pathlib import Path

PLANS_LOOK = Path(__file__).with_name("plans.tcss")
MONTH_LOOK = Path(__file__).parent.with_name("widgets") / "month.tcss"
CARDS_LOOK = Path(__file__).parent.with_name("widgets") / "cards.tcss"
