"""Where the command line begins."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tracker.clock import Clock


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run one line; the exit code: 0 done, 1 refused with a sentence, 2 wrong usage, 130 interrupted."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    from tracker.cli.guard import guarded

    code = guarded(arguments, clock or Clock())
    if argv is None:
        _leave_at_once(code)
    return code


def _leave_at_once(code: int) -> None:
    """End the process here: taking ten years of entries down one by one would only make people wait."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
