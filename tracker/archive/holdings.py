"""What an archive or a dated backup holds, read without trusting it."""

from __future__ import annotations

import zlib
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tracker.archive.files import belongs, reason
from tracker.archive.manifest import MANIFEST, read_manifest
from tracker.errors import Refusal

MOST_BYTES = 512 * 1024 * 1024
"""All files of an archive together: a hundred times ten years of two people who write every day."""
MOST_FILES = 20_000

_NOT_THEIRS = (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, KeyError)
"""What zipfile raises for bytes that are not its own: also when encrypted, or packed by a newer method."""

_DAMAGED = "This archive is damaged: {}. Nothing was changed."
_NOT_ONE = "This is no archive that `rekindle backup` wrote, nor a dated backup; nothing was changed."


class Holdings(NamedTuple):
    """The files of an archive, every one checked against its checksum."""

    files: dict[str, bytes]
    """By `writer/file`, sorted."""
    made_at: datetime | None
    """None for a dated backup of a single month."""
    version: str
    """Of the Rekindle that wrote it; empty for a dated backup."""


def read_holdings(path: Path) -> Holdings:
    """Read an archive, or a dated backup of one month; Refusal for anything that is not sound throughout."""
    try:
        if path.suffix == ".json":
            return _dated_backup(path)
        with ZipFile(path) as archive:
            return _checked(archive)
    except OSError as error:
        raise Refusal(f"The archive could not be read: {reason(error)}.") from None
    except _NOT_THEIRS:
        raise Refusal(_NOT_ONE) from None


def _dated_backup(path: Path) -> Holdings:
    """A file of a writer's `backups` folder: `2026-11.2026-11-22.json` is that writer's `2026-11.json`."""
    month = path.name.split(".")[0]
    in_place = path.parent.name == "backups"
    name = f"{(path.parent.parent if in_place else path.parent).resolve().name}/{month}.json"
    if not belongs(name):
        raise Refusal(_NOT_ONE)
    if path.stat().st_size > MOST_BYTES:
        raise Refusal(_DAMAGED.format("it is far too large"))
    return Holdings({name: path.read_bytes()}, None, "")


def _checked(archive: ZipFile) -> Holdings:
    members = archive.infolist()
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise Refusal(_DAMAGED.format("it says that it holds far too much"))
    told = read_manifest(_read(archive, archive.getinfo(MANIFEST)))
    names = [member.filename for member in members if member.filename != MANIFEST]
    if sorted(names) != sorted(told.files) or not all(map(belongs, names)):
        raise Refusal(_DAMAGED.format("its files are not the ones it lists"))
    files = {name: _read(archive, archive.getinfo(name)) for name in sorted(names)}
    if any(sha256(raw).hexdigest() != told.files[name].sha256 for name, raw in files.items()):
        raise Refusal(_DAMAGED.format("a checksum differs"))
    return Holdings(files, told.made_at, told.version)


def _read(archive: ZipFile, member: ZipInfo) -> bytes:
    """A member's bytes, never more than it announced: the announced sizes were summed up before."""
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile("packed by another program")
    with archive.open(member) as file:
        raw = file.read(member.file_size + 1)
    if len(raw) != member.file_size:
        raise BadZipFile("a size differs")
    return raw
