"""What is said when the tracker itself goes wrong: where, never what a person wrote."""

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
    frames = traceback.extract_tb(error.__traceback__) if error is not None else []
    for frame in reversed(frames):
        folder, name = os.path.split(frame.filename)  # noqa: PTH - a mishap must not need more than this
        room = next((room for room in _ROOMS if f"{os.sep}{room}" in folder), None)
        if room:
            return f" in {folder[folder.rindex(f'{os.sep}{room}') + 1 :]}/{name}, line {frame.lineno}"
    return ""
