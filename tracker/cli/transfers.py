"""`export` and `import`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from tracker.acts.imports import marked, new_import_id
from tracker.acts.meant import check_clock
from tracker.archive.files import write_new
from tracker.cli import imports
from tracker.cli.context import Context, path_said
from tracker.cli.habits import choose
from tracker.cli.progress import Watch
from tracker.errors import Refusal
from tracker.ids import WIDTH
from tracker.store.changes import Change
from tracker.store.documents import Documents
from tracker.transfer import harsh, loop_csv, loop_db, sniff
from tracker.transfer.adopt import adopt
from tracker.transfer.copy_in import import_copy
from tracker.transfer.copy_out import export_copy
from tracker.transfer.files import as_text, read_bytes
from tracker.transfer.report import Outcome
from tracker.transfer.rows_in import import_rows
from tracker.transfer.rows_out import export_rows

Take = Callable[[Documents], Outcome]
"""What an import would write over these documents."""

MOST_MINUTES = 40_320
"""How long before its start a calendar may speak up: four weeks."""

_OURS = "Both of you will see what is imported, but for what only its author may read."
_DRY = "Nothing was written: this was a dry run."
_HABITS = {sniff.LOOP_DB: loop_db.read, sniff.LOOP_CSV: loop_csv.read, sniff.HARSH: harsh.read}


def export(args: Namespace, context: Context) -> int:
    """Write everything out, to a new file or to standard output."""
    at = context.at()
    viewer = at.couple.named(args.viewer).id if args.viewer is not None else ""
    documents, hints = context.store.documents, tuple[str, ...]()
    if args.format == "ics":
        text = _calendar(args, context, viewer)
    elif args.plan is not None or args.alarm is not None:
        raise Refusal("--plan and --alarm are for a calendar file; add --format ics.")
    elif args.format == "md":
        from tracker.transfer.story_out import export_story  # only for a story

        text = "".join(export_story(at, viewer))
    elif args.format == "csv":
        text, hints = export_rows(documents, now=at.now, viewer=viewer)
    else:
        text = export_copy(documents, now=at.now, viewer=viewer)
    if args.out is None:
        context.streams.give(text.encode())
    else:
        write_new(path_said(args.out), text.encode())
        whose = f", with what only {at.couple.name_of(viewer)} may see" if viewer else ""
        context.streams.say(f"Written to {args.out}{whose}.")
    for hint in hints:
        context.streams.remark(hint)
    return 0


def _calendar(args: Namespace, context: Context, viewer: str) -> str:
    """The calendar file that was asked for."""
    from tracker.transfer.calendar_out import export_calendar  # only for a calendar file

    if args.alarm is not None and not 0 <= args.alarm <= MOST_MINUTES:
        raise Refusal(f"An alarm can be 0 to {MOST_MINUTES} minutes before the start.")
    alarm = timedelta(minutes=args.alarm) if args.alarm is not None else None
    plan_id = args.plan.strip().zfill(WIDTH) if args.plan is not None else ""
    now = context.at().now
    return export_calendar(context.store.documents, now=now, viewer=viewer, plan_id=plan_id, alarm=alarm)


def bring_in(args: Namespace, context: Context) -> int:
    """Read entries from a file: all of them, or none. Without a file, say what can be taken back."""
    if args.take_back is not None or args.file is None:
        return _of_the_past(args, context)
    watch = Watch(context.streams.err, context.clock)
    take = _taker(args, context, watch)
    try:
        changes, report = take(context.store.documents) if args.dry_run else _written(take, context)
    finally:
        watch.done()
    for line in report.lines():
        context.streams.say(line)
    for line in [_DRY] if args.dry_run else imports.hints(changes):
        context.streams.say(line)
    return 0


def _of_the_past(args: Namespace, context: Context) -> int:
    """What concerns imports that were made."""
    if args.file is not None:
        raise Refusal(
            "--take-back needs no file; it takes the newest import back, or the one you name after it."
        )
    return imports.listed(context) if args.take_back is None else imports.take_back(args, context)


def _written(take: Take, context: Context) -> Outcome:
    outcomes: list[Outcome] = []
    import_id = new_import_id(context.clock.now())

    def build(documents: Documents) -> list[Change]:
        outcomes.append(take(documents))
        return marked(outcomes[-1][0], import_id)

    context.check(check_clock)
    context.store.write(build)
    return outcomes[-1]  # the store may have asked twice, when somebody wrote in between


def _taker(args: Namespace, context: Context, watch: Watch) -> Take:
    """What is done with this file. It is read once, before anybody waits for a lock."""
    path = path_said(args.file)
    kind, today, now = _kind(args.format, path), _today(context), context.clock.now()
    if kind in _HABITS:
        by = context.author(args.by)
        found = _HABITS[kind](path, today, watch)
        watch.done()
        chosen, notes = choose(found, args, context)
        return lambda documents: adopt(
            documents, chosen, by=by, today=today, now=now, notes=notes, progress=watch
        )
    if args.habits is not None or args.all_habits or args.notes:
        raise Refusal("--habits, --all-habits and --notes are for the files of other trackers.")
    text = as_text(read_bytes(path), path.name)
    context.streams.say(_OURS)
    if kind == sniff.CSV:
        return lambda documents: import_rows(documents, text, today=today, now=now, progress=watch)
    return lambda documents: import_copy(documents, text, today=today, progress=watch)


def _kind(wanted: str | None, path: Path) -> str:
    """What the file is: as said, or as its first bytes tell. `loop` alone is either of its two files."""
    if wanted is None or wanted == "loop":
        found = sniff.format_of(path)
        if wanted and found not in (sniff.LOOP_DB, sniff.LOOP_CSV):
            raise Refusal("This file is neither a backup nor an export of Loop Habit Tracker.")
        return found
    return wanted


def _today(context: Context) -> date:
    """The couple's day; before set-up, when the zone comes with the file, the latest day on earth."""
    at = context.sitting.at()
    return at.today if at.library.couple else (at.now + timedelta(hours=14)).date()
