"""Marks after a few documents changed: worked out from what changed, not from ten years."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.rhythm.marks import Ticks, gather, joined
from tracker.store.documents import Documents
from tracker.store.shapes import Document
from tracker.text import folded

_FEW = 50
"""With more changes than this, gathering everything again is as quick."""


def renewed(
    marks: dict[str, Ticks],
    before: Mapping[str, Document],
    now: Mapping[str, Document],
    table: str,
    day_ends_at: str,
) -> dict[str, Ticks]:
    """The marks of a table as it stands now, from those that it held before.

    The very same objects where nothing is different: what follows from them need not be read again.
    """
    before = dict(before.items())
    changed = [key for key, document in now.items() if before.get(key) is not document]
    changed += [key for key in before if key not in now] if len(before) + len(changed) > len(now) else []
    if len(changed) > _FEW:
        return gather(Documents({table: now}), table, day_ends_at)
    added: list[dict[str, Ticks]] = []
    touched: set[str] = set()
    for key in changed:
        old, new = (_marks_of(source.get(key), table, day_ends_at) for source in (before, now))
        if old == new:
            continue  # other words on the same day
        if old:
            touched.update(old, new)
        else:
            added.append(new)
    result = {key: ticks for key, ticks in joined((marks, *added)).items() if key not in touched}
    if touched:
        about = _about(now, touched) if table == "moments" else now  # only moments name their ritual
        again = gather(Documents({table: about}), table, day_ends_at)
        result |= {key: ticks for key, ticks in again.items() if key in touched}
    return result


def _marks_of(document: Document | None, table: str, day_ends_at: str) -> dict[str, Ticks]:
    """The marks that one document makes."""
    if document is None:
        return {}
    return gather(Documents({table: {"": document}}), table, day_ends_at)


def _about(documents: Mapping[str, Document], keys: set[str]) -> Mapping[str, Document]:
    """The moments of these rituals, however their keys are spelt."""
    named = [(key, ritual) for key, d in documents.items() if isinstance(ritual := d.get("ritual"), str)]
    wanted = {ritual for ritual in {ritual for _, ritual in named} if folded(ritual) in keys}
    return {key: documents[key] for key, ritual in named if ritual in wanted}
