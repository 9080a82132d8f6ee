"""Command keys on other keyboard layouts: what a key would type on a Latin one.

A command is a place on the keyboard as much as a letter: whoever writes Russian presses the key of `n` and
the terminal sends т. Letters that are typed into a field are never changed.
"""

from __future__ import annotations

from textual import events
from textual.keys import _character_to_key

_QWERTY = "qwertyuiop[]asdfghjklzxcvbnm"
_BY_PLACE = {
    "русский": "йцукенгшщзхъфывапролдячсмить",
    "עברית": "/'קראטוןםפ][שדגכעיחלךזסבהנמצ",
}
"""The three rows of letters of other layouts, key by key as in `_QWERTY`."""
_BY_SOUND = {"ελληνικά": ("αβγδεζηθικλμνξοπρστυφχψως", "abgdezhuiklmnjoprstyfxcvw")}
"""Layouts whose letters stand where the Latin ones of the same sound do."""
_BY_HAND = {"і": "s", "ї": "]", "ў": "o"}
"""Ukrainian and Belarusian letters that stand in the place of a Russian one."""
_AZERTY_DIGITS = dict(zip("&é\"'(-è_çà", "1234567890", strict=True))
"""The upper row of a French keyboard without Shift."""


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _BY_PLACE.values():
        found |= {there: here for there, here in zip(row, _QWERTY, strict=True) if there.isalpha()}
    for row, latin in _BY_SOUND.values():
        found |= dict(zip(row, latin, strict=True))
    found |= _BY_HAND
    capitals = {there.upper(): here.upper() for there, here in found.items() if there.upper() != there}
    return {**capitals, **found, **_AZERTY_DIGITS}


LATIN = _table()
"""What stands on a Latin keyboard where these characters are typed; none of them is a command by itself."""


def as_latin(event: events.Key) -> events.Key:
    """The key as a Latin keyboard would have sent it; any other key as it is."""
    latin = LATIN.get(event.character or "")
    return events.Key(_character_to_key(latin) if not latin.isalnum() else latin, latin) if latin else event
