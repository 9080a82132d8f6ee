"""One document of a file against the one that stands: the change it makes, if any."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tracker.acts.imports import MARK
from tracker.store.changes import Document, Put, Revert
from tracker.store.documents import stamp_of
from tracker.transfer.veil import UNTOLD
from tracker.transfer.versions import FROM, MASKED, masked_in, named_masked, origin, said, version_of

_OF_THE_STORE = ("id", "_v", "_w", "_b", MARK)


def as_change(table: str, incoming: Document, standing: Document | None) -> Put | Revert | None:
    """What makes `standing` (None, removed or a bare tombstone, too) hold what `incoming` knows better.

    The newer version wins; the same one brings what was masked before; an older one only fills what is empty
    because it was masked. A removed record stays removed unless the file's version is newer. This is the one
    place where a foreign document becomes a change.
    """
    if standing is None or standing.get("removed_at") or "recorded_at" not in standing:
        is_news = standing is None or stamp_of(incoming) > stamp_of(standing)
        return Put(table, str(incoming["id"]), _new(incoming)) if is_news else None
    theirs, ours = stamp_of(incoming), version_of(standing)
    fresh = masked_in(standing) - _masked(table, incoming)
    if theirs > ours or (theirs == ours and fresh):
        wanted = _taken_over(table, incoming, standing)
    else:
        empty = {name for name in fresh if not standing.get(name) and incoming.get(name)}
        if not empty:
            return None
        wanted = _filled(incoming, standing, empty)
    return _revert(table, standing, wanted)


def _new(incoming: Document) -> dict[str, Any]:
    return _with_origin(incoming, said(incoming), incoming, named_masked(incoming))


def _taken_over(table: str, incoming: Document, standing: Document) -> dict[str, Any]:
    """The incoming version, with what stands here in the place of what is masked there."""
    masked = _masked(table, incoming)
    words = said(incoming)
    if masked:
        # A mask may also keep fields from us that it does not name: nothing that stands here goes.
        words = {**said(standing), **{name: value for name, value in words.items() if name not in masked}}
    return _with_origin(incoming, words, incoming, masked)


def _filled(incoming: Document, standing: Document, names: set[str]) -> dict[str, Any]:
    """The standing version, with older words where it has none; they stay marked as not of its version."""
    words = {**said(standing), **{name: incoming[name] for name in names}}
    stamp, writer = version_of(standing)
    return _with_origin(standing, words, {"_v": stamp, "_w": writer}, masked_in(standing))


def _with_origin(
    source: Document, words: Mapping[str, Any], version: Document, masked: frozenset[str]
) -> dict[str, Any]:
    """The fields to store: words, when they changed, which version they are, and what is masked in them."""
    fields = {**words, "updated_at": source.get("updated_at", source["recorded_at"])}
    fields[FROM] = origin({**words, "_v": version["_v"], "_w": version["_w"]})
    return {**fields, MASKED: sorted(masked)} if masked else fields


def _masked(table: str, incoming: Document) -> frozenset[str]:
    """The fields that the file keeps from us. No appreciation is without words, whatever a file says."""
    wordless = table == "appreciations" and not incoming.get("text")
    return named_masked(incoming) or frozenset(UNTOLD if wordless else ())


def _revert(table: str, standing: Document, wanted: Mapping[str, Any]) -> Revert | None:
    """The change after which the document says what is wanted and no more; None when it does already."""
    before = {name: value for name, value in standing.items() if name not in _OF_THE_STORE}
    differing = sorted(name for name in {*before, *wanted} if before.get(name, ...) != wanted.get(name, ...))
    if not differing:
        return None
    # Named even where it is the same: else the store would write the present moment.
    fields = {name: wanted.get(name, ...) for name in (*differing, "updated_at")}
    return Revert(table, str(standing["id"]), stamp_of(standing), fields)
