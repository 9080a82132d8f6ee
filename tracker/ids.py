"""The identity of a record: one integer, made without asking anybody, and its fixed-width text."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TypeGuard

WIDTH = 22
"""Digits of an id's text at the least: the milliseconds and 32 random bits fit until October 2043."""
WIDEST = 25
"""Digits at the most: enough for the last year that a date can hold, 9999."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def new_id(now: datetime) -> str:
    """A fresh id: unix milliseconds in the high bits, 32 random bits below, as 22 digits or more.

    Two processes, accounts or machines never agree on a counter, so none is used; ids made later come later
    in `id_order`. A clock before 1970 counts as 1970: no id is negative.
    """
    milliseconds = max(0, (now - _EPOCH) // timedelta(milliseconds=1))
    return id_text((milliseconds << 32) | int.from_bytes(os.urandom(4), "big"))


def id_text(number: int) -> str:
    """The text of a document id: 22 digits with leading zeros, or more without any."""
    return str(number).zfill(WIDTH)


def id_order(record_id: str) -> str:
    """A key that sorts ids of every width by their numbers: as plain text, a 23rd digit would sort too early.

    A blank sorts before every digit, and one text compares faster than a pair of length and text.
    """
    return record_id.rjust(WIDEST)


def is_id(text: object) -> TypeGuard[str]:
    """Whether this is the text of an id as `id_text` writes it."""
    if not isinstance(text, str) or not WIDTH <= len(text) <= WIDEST:
        return False
    return text.isascii() and text.isdigit() and (len(text) == WIDTH or text[0] != "0")
