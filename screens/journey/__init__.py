"""Screen 6: the twelve practices, what is held of each, and ways to begin."""

from pathlib import Path

JOURNEY_LOOK = Path(__file__).with_name("journey.tcss")
