"""People's text: kept as they wrote it, but for the characters that a terminal would obey."""

from __future__ import annotations

_BREAKS = (0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029)
"""What separates lines, as different systems write it: LF, VT, FF, CR, FS, GS, RS, US, NEL, LS, PS."""
_CONTROLS: dict[int, int | None] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), None),
    **dict.fromkeys(_BREAKS, 0x0A),
}
_SURROGATES = range(0xD800, 0xE000)
"""Alone, one of these cannot be written as UTF-8: one in a note would stop every later save."""
_INSTEAD = 0xFFFD


def clean(text: str) -> str:
    """`text` without control characters (C0, delete and C1); separators become newlines, tabs spaces."""
    if text.isprintable():
        return text
    if _SURROGATES[0] not in _CONTROLS:  # made when first needed: a shell prompt waits for this module
        _CONTROLS.update(dict.fromkeys(_SURROGATES, _INSTEAD))
    return text.replace("\r\n", "\n").replace("\t", " ").translate(_CONTROLS)


def one_line(text: str) -> str:
    """`text` cleaned and on one line, runs of white space folded to one space."""
    return " ".join(clean(text).split())


def folded(text: str) -> str:
    """The form in which names and keys are compared: one line, without case, accents in one spelling."""
    plain = one_line(text).casefold()
    if plain.isascii():
        return plain
    from unicodedata import normalize  # only where it is needed: a shell prompt waits for this

    return normalize("NFC", plain)


def is_blank(text: str) -> bool:
    """Whether nothing of it can be seen: only spaces, or characters without a shape."""
    return not any(character.isprintable() and not character.isspace() for character in text)
