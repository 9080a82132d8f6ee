"""What is said when the tracker itself goes wrong: where, never what a person wrote."""

# Plain os.path: a mishap must not need more than this.
# ruff: noqa: PTH120

from __future__ import annotations

import os
import traceback

_ROOMS = ("tracker", "screens", "data")


def describe(error: BaseException | None) -> str:
    """One sentence: the kind of error and the place in our code. No message, no values, no source lines.

    An exception's own message may quote a value, and a value may be a note; so it is left out as well.
    """
    place = _place(error)
    kind = type(error).__name__ if error is not None else "an unknown error"
    return (
        f"Rekindle stopped because of a mistake of its own ({kind}{place}). "
        "Everything kept is safe; please report these words, they hold nothing that you wrote."
    )


def _place(error: BaseException | None) -> str:
    """The innermost line of ours, as in " in tracker/store/disk.py, line 7"; without the folders above."""
    home = os.path.dirname(os.path.dirname(__file__)) + os.sep
    place = ""
    for frame, line in traceback.walk_tb(error.__traceback__ if error is not None else None):
        path = frame.f_code.co_filename.removeprefix(home)
        if path.partition(os.sep)[0] in _ROOMS:
            place = f" in {path.replace(os.sep, '/')}, line {line}"
    return place
