"""HTML and SVG as text that is known to be safe: people's words only ever come in by `text`."""

from __future__ import annotations

import re
from typing import NewType

from tracker.text import clean

Html = NewType("Html", str)
"""Markup of ours; nothing else makes one but the functions here."""

_NO_CHARACTERS = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Code points that are no characters: HTML does not allow them."""
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
NOTHING = Html("")


def text(words: str) -> Html:
    """Words as they are, whatever is in them."""
    return Html(_NO_CHARACTERS.sub("\ufffd", clean(words)).translate(_ESCAPES))


def tag(name: str, /, *content: Html, **attributes: str | float) -> Html:
    """An element; in a name of an attribute `_` stands for `-`, and one at its end is left out."""
    said = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{said}>{''.join(content)}</{name}>")


def void(name: str, /, **attributes: str | float) -> Html:
    """An element that never has content: `<meta>`."""
    return Html(tag(name, **attributes).removesuffix(f"</{name}>"))


def joined(*parts: Html) -> Html:
    """Parts, one a line."""
    return Html("\n".join(part for part in parts if part))


def theirs(name: str, words: str, /, **attributes: str | float) -> Html:
    """An element with people's text, which finds its own direction and keeps it to itself."""
    return tag(name, text(words), dir="auto", **attributes)


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return text(value) if isinstance(value, str) else f"{round(value, 1):g}"
