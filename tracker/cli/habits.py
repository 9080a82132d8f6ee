"""Which habits of another tracker an import takes: one partner's own become what both see, so it is asked."""

from __future__ import annotations

from argparse import Namespace

from tracker.cli.context import Context
from tracker.errors import Refusal
from tracker.transfer.habits import Found
from tracker.transfer.report import counted

SHARED = "Both of you will see the habits that are imported, and every day of them: they become your rituals."
ALL = "all"


def choose(found: Found, args: Namespace, context: Context) -> tuple[Found, bool]:
    """The habits that were chosen, and whether their notes are; asked for at a terminal, said by options.

    A dry run takes all while nothing is chosen. Refusal where nobody chose, and nobody could be asked.
    """
    context.streams.say(SHARED)
    if args.all_habits or not found.habits:
        return found, args.notes
    if args.habits is not None:
        return found.only(args.habits), args.notes
    if args.dry_run:
        context.streams.say("All of them are looked at here; choose with --habits NAMES or --all-habits.")
        return found, args.notes
    if not context.streams.source.isatty():
        raise Refusal(_nobody_chose(found))
    return _asked(found, args, context)


def _nobody_chose(found: Found) -> str:
    named = ",".join(filter(None, found.names[:2])) or "NAMES"
    return (
        f'Which habits shall both of you see? Name them with --habits "{named}", or add --all-habits;'
        " --dry-run lists them. Nothing was imported."
    )


def _asked(found: Found, args: Namespace, context: Context) -> tuple[Found, bool]:
    for number, habit in enumerate(found.habits, 1):
        name, noted = found.names[number - 1] or "without a name", habit.noted
        notes = f", {counted(noted, 'notes')}" if noted else ""
        context.streams.say(f"{number:3}  {name}: {habit.cadence.words()}{notes}")
    wanted = context.streams.ask("Which ones? Names or numbers with commas between, or all: ")
    if not wanted:
        raise Refusal("Nothing was imported.")
    chosen = found if wanted.casefold() == ALL else found.only(wanted)
    return chosen, args.notes or _notes_asked(sum(habit.noted for habit in chosen.habits), context)


def _notes_asked(noted: int, context: Context) -> bool:
    if not noted:
        return False
    question = f"Take {counted(noted, 'notes')} in them, too? Both of you will read them. Type yes: "
    return context.streams.ask(question).casefold() in ("y", "yes")
