"""Putting new month files in place: all of them or none, and safe from a power cut before anyone is told.

Every new file is whole and on the disk under a temporary name before the first old one is replaced, so a
full disk changes nothing. Until all is safe, the old files keep a second name, from which they are put back
when anything stops.
"""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH105, PTH118

from __future__ import annotations

import os
from collections.abc import Mapping

from tracker.store.safely import Mark, Modes, discard, sync_folder, write_temporary


def publish(folder: str, contents: Mapping[str, bytes], modes: Modes) -> dict[str, Mark]:
    """Replace files of a folder, by name; their new marks. OSError, and then all is as it was."""
    mark = os.urandom(6).hex()
    names = {name: os.path.join(folder, f".{name}.{mark}") for name in contents}
    marks: dict[str, Mark] = {}
    try:
        for name, data in contents.items():
            marks[name] = write_temporary(names[name] + ".tmp", data, modes.file)
        replace(folder, names)
    finally:
        for name in names.values():
            discard(name + ".tmp")
    return marks


def replace(folder: str, names: Mapping[str, str]) -> None:
    for name, stem in names.items():
        os.replace(stem + ".tmp", os.path.join(folder, name))
    sync_folder(folder)
