"""Where the command line begins. `status` is answered here already, because a prompt runs it all day long."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tracker.clock import Clock


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run one line; the exit code: 0 done, 1 refused with a sentence, 2 wrong usage, 130 interrupted."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    from tracker.cli.guard import guarded

    return guarded(arguments, clock or Clock())


if __name__ == "__main__":
    sys.exit(main())
