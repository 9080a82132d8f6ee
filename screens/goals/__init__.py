"""Screen 4: goals, their steps, the private wishes, and comparing them."""

from pathlib import Path

GOALS_LOOK = Path(__file__).with_name("goals.tcss")
