"""One self-contained archive: every file of the data as stored, and a manifest with their checksums.

An ordinary zip file, so that it opens anywhere, also without Rekindle. The same files at the same moment give
the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tracker.archive.files import stored_files, write_new
from tracker.archive.manifest import MANIFEST, write_manifest
from tracker.errors import Refusal

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100600


def pack(data: Path, out: Path, now: datetime) -> int:
    """Write the archive of a data folder to a new file; returns how many month files it holds.

    Each file is replaced whole when it is written, so reading one while somebody writes gives a whole one.
    """
    contents = {name: path.read_bytes() for name, path in stored_files(data).items()}
    if not contents:
        raise Refusal("There is nothing to back up yet.")
    write_new(out, archive_of(contents, now))
    return len(contents)


def archive_of(contents: dict[str, bytes], now: datetime) -> bytes:
    """The bytes of the archive of these files, in their order."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(_member(MANIFEST), write_manifest(contents, now))
        for name, raw in contents.items():
            archive.writestr(_member(name), raw)
    return file.getvalue()


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, _NO_TIME)
    member.compress_type = ZIP_DEFLATED
    member.create_system = 3  # the same bytes on every system
    member.external_attr = _MODE << 16
    return member
