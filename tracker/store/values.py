"""The values that may stand in a document: what JSON gives back, without what a terminal would obey."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from tracker.text import clean

_ESCAPED = re.compile(r"\\(?:[tbrf]|u00(?:[01]|7[fF]|[89])|u202[89]|u[dD][89a-fA-F])")
"""How a control character, a separator or a lone surrogate looks in ASCII JSON (and, in vain, an emoji)."""


_PLAIN = {str, int, bool, type(None)}


def _finite(text: str) -> float | None:
    """A float as JSON writes it, or None for one too large to be written again."""
    value = float(text)
    return value if math.isfinite(value) else None


DECODER = json.JSONDecoder(parse_constant=lambda _: None, parse_float=_finite)
"""Reads files. NaN and the infinities, which only a hand put there, become null: none could be written."""

ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False)
"""Writes the canonical form: ASCII, sorted, no spaces. ASCII, so that plain TinyDB opens it in any locale."""


def as_stored(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as a file gives them back; TypeError or ValueError for what JSON cannot hold."""
    if all(type(value) in _PLAIN for value in fields.values()) and _as_is(fields):
        return dict(fields)
    text = json.dumps(dict(fields), allow_nan=False)
    values: dict[str, Any] = json.loads(text)
    return cleaned(values) if needs_cleaning(text) else values


def _as_is(fields: Mapping[str, Any]) -> bool:
    """Whether plain values come back from JSON as they went in, with nothing to clean: nearly always."""
    return (
        all(type(name) is str for name in fields)
        and "".join([value for value in fields.values() if type(value) is str]).isprintable()
    )


def needs_cleaning(text: str) -> bool:
    """Whether JSON may hold a character that people's text must not: quick, and yes too often."""
    if not text.isascii() or "\x7f" in text:
        return True
    return "\\" in text and _ESCAPED.search(text) is not None


def cleaned(value: Any) -> Any:
    """The same JSON value with every string in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: cleaned(each) for key, each in value.items()}
    if isinstance(value, list):
        return [cleaned(each) for each in value]
    return value
