"""`erase`: everything goes, after both names are typed; and what is out of reach is said."""

from __future__ import annotations

import os
import shutil
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tracker.archive.files import reason, writer_folders
from tracker.cli.context import Context
from tracker.errors import Refusal
from tracker.paths import data_folder
from tracker.store.documents import Documents
from tracker.text import folded

_OUT_OF_REACH = (
    "Out of reach are archives kept elsewhere, copies that a sync program or another backup made, files that"
    " you exported, and what a disk may hold of deleted files."
)


def erase(args: Namespace, context: Context) -> int:
    """Delete all that was written here, with its backups."""
    folders = writer_folders(context.data)
    if not folders:
        context.streams.say("There is nothing to erase.")
        return 0
    context.streams.remark(f"This deletes everything in {context.data}, with all backups there, for good.")
    _ask_for_both_names(context)
    couples = _couples(context.store.documents)
    context.close()
    left = [folder.name for folder in folders if not _delete(folder)]
    _tidy(context, couples)
    context.streams.say("Erased." if not left else "Erased, but for what this account may not delete.")
    for name in left:
        context.streams.say(f"{name} belongs to another account: erase it from there.")
    context.streams.say(_OUT_OF_REACH)
    return 0 if not left else 1


def _ask_for_both_names(context: Context) -> None:
    """Refusal unless both are typed, one after the other or on one line."""
    couple = context.sitting.at().library.couple
    names = [partner.name for partner in couple.partners] if couple else ["erase", "everything"]
    wanted = sorted(map(folded, names))
    first = context.streams.ask(
        f"Both of you, please type your names.\n{names[0]}: " if couple else "Type erase everything: "
    )
    if folded(first) in (f"{folded(names[0])} {joint}{folded(names[1])}" for joint in ("", "and ")):
        return
    second = context.streams.ask(f"{names[1]}: ")
    if sorted(map(folded, (first, second))) != wanted:
        raise Refusal("These are not both names; nothing was deleted.")


def _delete(folder: Path) -> bool:
    """Delete a writer's folder; False where it is not this account's to delete."""
    try:
        shutil.rmtree(folder)
    except PermissionError:
        return False
    except OSError as error:
        raise Refusal(f"Not everything could be deleted: {reason(error)}. Please run it once more.") from None
    return True


def _couples(documents: Documents) -> set[str]:
    """The ids of the couples of this folder, removed ones too."""
    return {str(one["id"]) for one in (*documents.standing("couple"), *documents.removed("couple"))}


def _tidy(context: Context, couples: set[str]) -> None:
    """The locks, what this account remembers of these couples, and the folders where nothing else is left.

    The account's name as a writer and its settings serve every folder, so they go with the last one.
    """
    _quietly((context.data / ".edit.lock").unlink)
    _quietly(context.data.rmdir)
    if context.account.forget(couples) and _is_last(context.data):
        for path in context.state.glob("account.json*"):
            _quietly(path.unlink)
        _quietly(context.state.rmdir)


def _is_last(erased: Path) -> bool:
    """Whether the erased folder was the account's own, and no other place of its own holds anything."""
    usual = {name: value for name, value in os.environ.items() if name != "REKINDLE_DATA"}
    own = {Path(data_folder(None, env)).resolve() for env in (os.environ, usual)}
    return erased.resolve() in own and not any(map(writer_folders, own))


def _quietly(step: Callable[[], None]) -> None:
    """A lock that is gone already, or a folder that holds something else, is left alone."""
    with suppress(OSError):
        step()
