"""The real program at a moment that stands still: `python -m tests.terminal.program MOMENT [ARGUMENT…]`."""

from __future__ import annotations

import sys
from datetime import datetime

from tracker.__main__ import main
from tracker.clock import FixedClock


def run_at(moment: str, arguments: list[str]) -> int:
    """The program's exit code."""
    return main(arguments, FixedClock(datetime.fromisoformat(moment)))


if __name__ == "__main__":
    sys.exit(run_at(sys.argv[1], sys.argv[2:]))
