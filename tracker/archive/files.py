"""Which files belong to the data, and a new file that appears whole or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path

from tracker.errors import Refusal
from tracker.store.draft_files import FOLDER as DRAFTS
from tracker.store.naming import month_of
from tracker.store.safely import discard, refusal_of, sync_folder, write_temporary

_ASIDE = re.compile(r"\d{4}-\d\d\.json\.damaged-.+")
"""The bytes of a month file that could not be read, kept for a person to look at."""
_SOUND = re.compile(r"[^\x00-\x1f\x7f-\x9f/\\:]{1,120}")


def belongs(name: str) -> bool:
    """Whether `writer/file` is a name that the data can hold. Nothing else is packed, nor put back.

    No step up, no absolute path, no drive, no hidden file, no lock, nothing deeper.
    """
    writer, _, file = name.partition("/")
    sound = _SOUND.fullmatch(writer) and _SOUND.fullmatch(file)
    return bool(sound and not writer.startswith(".") and (month_of(file) or _ASIDE.fullmatch(file)))


def stored_files(data: Path) -> dict[str, Path]:
    """The files of all writers by `writer/file`, sorted; no locks, no dated backups, nothing half written."""
    found = {f"{path.parent.name}/{path.name}": path for path in data.glob("*/*") if _is_plain(path)}
    return {name: found[name] for name in sorted(found) if belongs(name)}


def writer_folders(data: Path) -> list[Path]:
    """The folders of all writers: those with a lock, a month file or drafts. All else there is not ours."""
    folders = [path for path in sorted(data.glob("*")) if path.is_dir() and not path.is_symlink()]
    return [folder for folder in folders if any(map(_tells_a_writer, folder.glob("*")))]


def _tells_a_writer(path: Path) -> bool:
    return path.name in (".lock", DRAFTS) or belongs(f"{path.parent.name}/{path.name}")


def _is_plain(path: Path) -> bool:
    """A file in a folder, neither reached through a link: a link could lead anywhere."""
    return path.is_file() and not path.is_symlink() and not path.parent.is_symlink()


def write_new(path: Path, data: bytes, mode: int = 0o600) -> None:
    """A file that appears whole, or not at all. Refusal where something of that name stands already."""
    fresh = str(path.with_name(f".{path.name}.{os.getpid()}.tmp"))
    _refuse_existing(path)
    if not path.parent.is_dir():
        raise Refusal("There is no folder of that name to write into; please choose another folder.")
    try:
        write_temporary(fresh, data, mode)
        try:
            _settle(fresh, path)
        finally:
            discard(fresh)
        sync_folder(str(path.parent))
    except PermissionError:
        raise Refusal("That folder cannot be written to; please choose another folder.") from None
    except OSError as error:
        raise refusal_of(error) from None


def reason(error: OSError) -> str:
    """What the system said, without the path: that may be a person's own words."""
    return error.strerror or type(error).__name__


def _refuse_existing(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise Refusal("There is a file of that name already; it was left alone. Choose another name.")


def _settle(fresh: str, path: Path) -> None:
    """Give the finished file its name. A link never replaces; where there are no links, look and rename."""
    try:
        path.hardlink_to(fresh)
    except OSError:
        _refuse_existing(path)
        Path(fresh).rename(path)
