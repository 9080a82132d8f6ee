"""Screen 5: a quarter looked back on, and the evening for it."""

from pathlib import Path

REVIEW_LOOK = Path(__file__).with_name("review.tcss")
HEAT_LOOK = Path(__file__).parent.with_name("widgets") / "heat.tcss"
