"""One look at the data folder, for `status` alone: it runs in a prompt, so it reads no more than what counts.

The store itself can do all of this, but brings everything that writing needs; and it reads the weather, which
is a third of all bytes and has no part in any figure.
"""

# pathlib costs 10 ms at start
# ruff: noqa: PTH114, PTH118, PTH208

from __future__ import annotations

import os
from collections.abc import Iterator

from tracker.store.codec import DamagedError, decode
from tracker.store.documents import Documents, Tables
from tracker.store.merging import merged
from tracker.store.naming import by_id, is_copy, month_of
from tracker.store.safely import read_file

_WEATHER = b',"weather":{"'
_ANOTHER_TABLE = b'}},"'
"""Where a table ends and another one begins, as the store writes it."""


def glance(root: str) -> Documents:
    """The newest version of everything that counts. What cannot be read is passed over, nothing written."""
    return Documents(merged(_sources(root)))


def _sources(root: str) -> Iterator[Tables]:
    for path in _month_files(root):
        try:
            yield by_id(decode(_what_counts(read_file(path)[0]), verify=False).tables)
        except (OSError, DamagedError):
            continue  # the app and every other command say so


def _month_files(root: str) -> Iterator[str]:
    """The files of all writers, in the order in which the store reads them."""
    for writer in _listed(root):
        folder = os.path.join(root, writer)
        if not writer.startswith(".") and not os.path.islink(folder):
            months = [name for name in _listed(folder) if month_of(name)]
            yield from (os.path.join(folder, name) for name in sorted(months, key=is_copy))


def _listed(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except (OSError, ValueError):  # not there, or a name that no folder can have
        return []


def _what_counts(raw: bytes) -> bytes:
    """The file without its weather, where that stands last, as the store writes it.

    In JSON a quote within a text is escaped, so these bytes can only be the beginning of a table.
    """
    at = raw.rfind(_WEATHER)  # from the end: it is the last third
    return raw if at < 0 or raw.find(_ANOTHER_TABLE, at) >= 0 else raw[:at] + b"}"
