"""Reading every file and every entry again; what is not as it should be is said without their text."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from tracker.archive.files import stored_files
from tracker.records.base import Record, read_one
from tracker.records.beginnings import Beginning
from tracker.records.couple import Couple
from tracker.records.entries import Appreciation, Weather
from tracker.records.lookups import Lookup
from tracker.records.pauses import Pause
from tracker.records.plans import Plan
from tracker.records.remarks import Remark
from tracker.records.reviews import FutureScene, Review
from tracker.records.rituals import Moment, Ritual
from tracker.records.tried import Tried
from tracker.store.codec import DamagedError, decode
from tracker.store.documents import Documents
from tracker.store.safely import PRIVATE, modes_of
from tracker.store.schema import SCHEMA
from tracker.transfer.report import counted

_KINDS: dict[str, type[Record]] = {
    "couple": Couple,
    "rituals": Ritual,
    "moments": Moment,
    "appreciations": Appreciation,
    "weather": Weather,
    "pauses": Pause,
    "plans": Plan,
    "remarks": Remark,
    "tried": Tried,
    "lookups": Lookup,
    "reviews": Review,
    "future_scenes": FutureScene,
    "beginnings": Beginning,
}


def of_files(data: Path) -> Iterator[str]:
    """What is not as it should be about the files themselves."""
    for name, path in stored_files(data).items():
        if not name.endswith(".json"):
            yield f"{name} holds the bytes of a file that could not be read; look at it, then delete it."
            continue
        try:
            content = decode(path.read_bytes())
        except DamagedError:
            yield f"{name} cannot be read; the newest good backup takes its place."
            continue
        except OSError:
            yield f"{name} could not be opened by this account."
            continue
        if content.schema > SCHEMA:
            yield f"{name} was written by a newer Rekindle; update this one before you write."
        if content.by_hand:
            yield f"{name} was changed by hand: its checksum differs. It is read as it stands."
        if any(content.aside.values()):
            yield f"{name} holds entries that are not written as they should be; they are kept, not shown."


def of_backups(data: Path) -> Iterator[str]:
    """Dated backups that would be of no use."""
    for path in sorted(data.glob("*/backups/*.json")):
        try:
            decode(path.read_bytes())
        except (DamagedError, OSError):
            yield f"The dated backup {path.parent.parent.name}/backups/{path.name} cannot be read."


def of_entries(documents: Documents) -> Iterator[str]:
    """Entries that are passed over because they are not sound, and those that point at nothing."""
    for table, kind in _KINDS.items():
        unsound = [d for d in documents.standing(table) if read_one(d, kind) is None]
        for document in unsound:
            yield f"Entry {document['id']} of {table} is not written as it should be; it is kept, not shown."
    couples = list(documents.standing("couple"))
    if len(couples) > 1:
        yield "There are two set-ups here; the older one stands. Were two data folders put together?"
    rituals = (*documents.standing("rituals"), *documents.removed("rituals"))
    known = {ritual.get("key") for ritual in rituals}
    strays = sum(moment.get("ritual") not in known for moment in documents.standing("moments"))
    if strays:
        yield f"{counted(strays, 'ticks')} of a ritual that is not here: kept, not shown."


def of_folder(data: Path) -> Iterator[str]:
    """Who else may look, and whether anything can be written."""
    if os.name == "posix" and data.is_dir():
        mode = stat.S_IMODE(data.stat().st_mode)
        if modes_of(str(data)) == PRIVATE and mode & 0o077:
            yield f"Other accounts may open {data}; `chmod 700` keeps it to this one."
        if not os.access(data, os.W_OK | os.X_OK):
            yield f"This account may not write in {data}; everything is shown, and nothing can be added."
