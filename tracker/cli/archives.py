"""`backup` and `restore`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from tracker.acts.common import is_own_wish
from tracker.archive.files import stored_files
from tracker.archive.holdings import Holdings, read_holdings
from tracker.archive.pack import pack
from tracker.archive.restore import changes_to, differing, documents_of, put_back
from tracker.calendar.names import long_day
from tracker.cli.context import Context, path_said
from tracker.errors import Refusal
from tracker.store.changes import Change
from tracker.store.documents import Documents
from tracker.store.safely import PRIVATE, ensure_folder, modes_of, refusal_of
from tracker.transfer.days import read_day
from tracker.transfer.report import counted, joined

MOST_LISTED = 20
_COUNTED = {
    "appreciations": "appreciations",
    "moments": "ticks",
    "plans": "plans",
    "goals": "goals",
    "pauses": "pauses",
    "rituals": "rituals",
}
"""What is counted aloud. Neither weather nor a partner's own wishes are: that there are any is private."""


def backup(args: Namespace, context: Context) -> int:
    """Write one archive of everything."""
    out = path_said(args.out) if args.out is not None else _own_place(context)
    _pack(out / _name(context) if out.is_dir() else out, context)
    return 0


def restore(args: Namespace, context: Context) -> int:
    """Say what an archive holds, ask, and put it back; without one, list what there is."""
    if args.file is None:
        return _list(context)
    holdings = read_holdings(path_said(args.file))
    then = documents_of(holdings)
    for line in _described(holdings, then):
        context.streams.say(line)
    if stored_files(context.data):
        return _into_use(then, args, context)
    _agree("Put it back as it was?", args, context)
    put_back(holdings, context.data)
    context.streams.say(f"Put back into {context.data}, byte for byte.")
    return 0


def _into_use(then: Documents, args: Namespace, context: Context) -> int:
    """Back up what stands, then write what the archive has beyond it."""
    _refuse_strangers(context.store.documents, then)

    def wanted(now: Documents) -> list[Change]:
        return changes_to(now, then, replace=args.replace)

    if not wanted(context.store.documents):
        context.streams.say(_nothing_brought(differing(context.store.documents, then)))
        return 0
    what = "everything that differs" if args.replace else "what is absent or removed here"
    _agree(f"Bring back {what}? What stands here is backed up first.", args, context)
    _pack(_own_place(context) / _name(context), context)
    context.store.write(wanted)
    context.streams.say("Brought back. Whatever came after the archive was left as it is.")
    if left := differing(context.store.documents, then):
        context.streams.say(_left(left))
    return 0


def _nothing_brought(differ: int) -> str:
    """Why nothing was written."""
    if not differ:
        return "All of it stands here already; nothing was changed."
    return f"Nothing of it is absent or removed here, so nothing was changed. {_left(differ)}"


def _left(differ: int) -> str:
    """What `--replace` would do beyond, as in "2 entries differ here and were left as they are; …"."""
    left, back = f"{differ:,} entries differ here and were left as they are", "them"
    if differ == 1:
        left, back = "1 entry differs here and was left as it is", "it"
    return f"{left}; `restore FILE --replace` puts {back} back as in the archive."


def _refuse_strangers(now: Documents, then: Documents) -> None:
    """Two couples in one place would be neither."""
    here = {document["id"] for document in now.standing("couple")}
    there = {document["id"] for document in then.standing("couple")}
    if here and there and not here & there:
        raise Refusal("This archive is of another set-up; put it back into an empty place, with --data.")


def _agree(question: str, args: Namespace, context: Context) -> None:
    if args.yes or context.streams.ask(f"{question} Type yes: ").casefold() in ("y", "yes"):
        return
    if not context.streams.source.isatty():
        raise Refusal("Nothing was changed: nobody could be asked. Add --yes to do it without a question.")
    raise Refusal("Nothing was changed.")


def _pack(out: Path, context: Context) -> None:
    pack(context.data, out, context.clock.now())
    context.streams.say(f"Backed up to {out}")


def _own_place(context: Context) -> Path:
    """The folder for archives beside this account's dated backups."""
    if not context.data.is_dir():
        raise Refusal("There is nothing to back up yet.")
    try:
        own = context.data / context.account.writer()
        folder = own / "archives"
        ensure_folder(str(own), modes_of(str(context.data)).folder)
        ensure_folder(str(folder), PRIVATE.folder)
    except OSError as error:
        raise refusal_of(error) from None
    return folder


def _name(context: Context) -> str:
    return f"rekindle-{context.clock.now():%Y-%m-%d-%H%M%S}.zip"


def _described(holdings: Holdings, then: Documents) -> Iterator[str]:
    """What an archive holds, in a few lines."""
    if holdings.made_at is not None:
        yield f"An archive of {long_day(holdings.made_at.date())}, written by Rekindle {holdings.version}."
    written = (read_day(d.get("day")) for table in ("appreciations", "moments") for d in then.standing(table))
    days = [day for day in written if day is not None]
    if days:
        yield f"Its entries are from {long_day(min(days))} to {long_day(max(days))}."
    counts = {
        word: sum(not is_own_wish(table, document) for document in then.standing(table))
        for table, word in _COUNTED.items()
    }
    parts = [counted(count, word) for word, count in counts.items() if count]
    yield f"It holds {joined(parts) or 'no entries'}."


def _list(context: Context) -> int:
    """The archives beside the dated backups, and these, the newest first."""
    archives = sorted(context.data.glob("*/archives/*.zip"), key=lambda path: path.name, reverse=True)
    dated = sorted(context.data.glob("*/backups/*.json"), key=_dated, reverse=True)
    for title, found in (("Archives", archives), ("Dated backups, each of one month", dated)):
        context.streams.say(f"{title}:" if found else f"{title}: none yet.")
        for path in found[:MOST_LISTED]:
            context.streams.say(f"  {path}")
        if len(found) > MOST_LISTED:
            context.streams.say(f"  and {len(found) - MOST_LISTED:,} older ones in the same folders")
    return 0


def _dated(path: Path) -> str:
    """The day in `2026-11.2026-11-22.json`, then its month."""
    month, _, day = path.name.removesuffix(".json").partition(".")
    return f"{day} {month}"
