"""The one place where everything that can go wrong becomes a sentence and an exit code.

No traceback, no local variable, nothing that a person wrote: what ends up in a terminal may end up in a log.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from tracker.clock import Clock
from tracker.errors import Refusal
from tracker.text import clean

REFUSED = 1
INTERRUPTED = 130
READER_LEFT = 141
"""What a shell sees of any program whose reader closed the pipe."""


def guarded(arguments: list[str], clock: Clock) -> int:
    """Run one line; whatever happens, say it in a sentence and give the exit code."""
    _have_streams()
    _be_tolerant(sys.stdin, sys.stdout, sys.stderr)
    try:
        code = _run(arguments, clock)
        sys.stdout.flush()
        return code
    except Refusal as refusal:
        return _told(refusal.sentence)
    except SystemExit as leaving:  # argparse, after help or wrong usage
        return leaving.code if isinstance(leaving.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _leave_quietly()
        return READER_LEFT
    except OSError as error:
        return _told(f"The system declined: {error.strerror or type(error).__name__}.")
    except Exception as error:  # noqa: BLE001 - the one top-level place that turns anything into a sentence
        from tracker.mishap import describe

        return _told(describe(error))
    finally:
        gc.enable()


def _run(arguments: list[str], clock: Clock) -> int:
    if not arguments:
        gc.disable()  # until the first picture stands: a start makes many objects and drops few
        from tracker.launch import app_alone

        return app_alone(clock)
    if "status" in arguments:  # without the parser, which costs more than the answer
        gc.disable()  # nothing is garbage before the line is said; looking for it takes a tenth of the time
        from tracker.cli.status import quick_status

        code = quick_status(arguments, clock)
        if code is not None:
            return code
    from tracker.cli.run import run

    return run(arguments, clock)


def _told(sentence: str) -> int:
    try:
        sys.stdout.flush()
        sys.stderr.write(f"{clean(sentence)}\n")
    except BrokenPipeError:
        _leave_quietly()
    return REFUSED


def _have_streams() -> None:
    """A stream that was closed by whoever started us is empty, and takes everything.

    Its number is taken with it, or the next file that is opened would have it: one of the couple's.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - kept open


def _be_tolerant(*streams: TextIO) -> None:
    """In a narrow locale a name shows with question marks rather than not at all; odd bytes stop no note."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _leave_quietly() -> None:
    """Let what is still buffered go nowhere, or Python would complain about it on leaving."""
    with suppress(OSError, ValueError):  # a stream of a test has no descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
