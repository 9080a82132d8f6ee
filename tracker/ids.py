"""The identity of a record: one integer, made without asking anybody, and its fixed-width text."""

from __future__ import annotations

import os
from datetime import datetime

WIDTH = 22
"""Digits of an id's text: enough for the milliseconds and 32 random bits until October 2043."""


def new_id(now: datetime) -> str:
    """A fresh id: unix milliseconds in the high bits, 32 random bits below, as 22 digits.

    Two processes, accounts or machines never agree on a counter, so none is used; ids made later sort later.
    """
    number = (int(now.timestamp() * 1000) << 32) | int.from_bytes(os.urandom(4), "big")
    return id_text(number)


def id_text(number: int) -> str:
    """The fixed-width text of a document id."""
    return str(number).zfill(WIDTH)
