"""The data folder that a line chose: one there is, or one to be made; never a file."""

# pathlib costs 10 ms at start, and `status` comes by here
# ruff: noqa: PTH116

from __future__ import annotations

import os
from stat import S_ISDIR

from tracker.errors import Refusal
from tracker.paths import data_folder


def chosen_folder(option: str | None) -> str:
    """The folder of the data; Refusal where something else stands there, or on the way to it."""
    folder = data_folder(option, os.environ)
    try:
        if S_ISDIR(os.stat(folder).st_mode):
            return folder
    except NotADirectoryError:
        pass
    except (OSError, ValueError):  # not there yet, or whoever opens it will say what is wrong
        return folder
    raise Refusal("The data folder that was chosen is a file, not a folder; please choose another one.")
