"""A keyboard that sends odd bytes: a mark is typed in their place, and the app goes on."""

from __future__ import annotations

import codecs
import sys
from functools import partial


def forgive_odd_bytes() -> None:
    """Have Textual read keys as forgivingly as it writes.

    It decodes what is typed strictly, and ends with the first byte that is no UTF-8: an ü from a terminal
    in Latin-1, or a click reported in the oldest way, would cost every word that was not kept yet.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    vars(linux_driver)["getincrementaldecoder"] = _forgiving


def _forgiving(encoding: str) -> partial[codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), "replace")
