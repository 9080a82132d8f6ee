"""`doctor`: says what is fine and what is not, never a text. Exit 1 where something needs attention."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from tracker.acts.to_come import to_come
from tracker.archive import checkup
from tracker.archive.files import stored_files
from tracker.cli.context import Context


def doctor(args: Namespace, context: Context) -> int:
    """Look everything through."""
    say = context.streams.say
    if not stored_files(context.data):
        say(f"Nothing was written in {context.data} yet.")
        return 0
    # The files come first: opening the store may already put a backup in the place of a damaged one.
    files = list(checkup.of_files(context.data))
    rounds = (
        ("Every month file can be read, and its checksum fits.", files),
        ("Every dated backup can be read.", checkup.of_backups(context.data)),
        ("Every entry is written as it should be.", checkup.of_entries(context.store.documents)),
        ("No entry stands on a day that is still to come.", _to_come(context)),
        ("The folder's permissions are as they should be.", checkup.of_folder(context.data)),
    )
    attention = 0
    for fine, found in rounds:
        sentences = list(found)
        attention += len(sentences)
        for sentence in sentences or [fine]:
            say(sentence)
    return 1 if attention else 0


def _to_come(context: Context) -> Iterator[str]:
    """Entries of a clock that was wrong: which and when, never what they say."""
    for one in to_come(context.sitting.at(), context.sitting.me):
        yield f"Entry {one.id}, {one.said()}, is still to come; `rekindle move {one.id} DAY` puts it right."
