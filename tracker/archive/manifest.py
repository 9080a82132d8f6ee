"""What an archive says about itself: by whom, when, and each file's size and checksum."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

import msgspec

from tracker import __version__
from tracker.errors import Refusal

MANIFEST = "manifest.json"
FORMAT = 1
"""The number of the layout; a newer one is not read."""


class Member(msgspec.Struct, frozen=True):
    """One file in it."""

    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """The first file of an archive."""

    format: int
    version: str
    """Of the Rekindle that wrote it."""
    made_at: datetime
    files: dict[str, Member]
    """By `writer/file`."""


def write_manifest(contents: dict[str, bytes], now: datetime) -> bytes:
    """The manifest of these files, for a person's eyes, too."""
    files = {name: Member(len(raw), sha256(raw).hexdigest()) for name, raw in contents.items()}
    told = Manifest(FORMAT, __version__, now.replace(microsecond=0), files)
    return msgspec.json.format(msgspec.json.encode(told), indent=1)


def read_manifest(raw: bytes) -> Manifest:
    """The manifest in these bytes; ValueError when they are none, Refusal when they are of a newer layout."""
    told = msgspec.json.decode(raw, type=Manifest)
    if told.format != FORMAT:
        raise Refusal("This archive is from a newer Rekindle; please update first. Nothing was changed.")
    return told
