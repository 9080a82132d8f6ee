"""Every command and its options, declared once: usage, help and completion files are all made from here.

A command names the function that runs it as text, so that reading a line imports nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.cli.parser import Command, Parser, add_commands, add_data

SHELLS = ("bash", "zsh", "fish")
PERIODS = ("day", "week", "month", "quarter")
KEPT_BY = ("either", "both")
PAUSES = ("ebb", "illness", "upheaval", "travel", "apart")
"""The kinds of pause; the same as in the records, which cost too much to import for reading a line."""
FORMATS_OUT = ("json", "csv", "ics", "md")
PAGES = ("text", "md", "html", "json")
FORMATS_IN = ("csv", "json", "loop", "loop-db", "loop-csv", "harsh")

_DAY = "a day as people say it: yesterday, fri, 20 Nov, or year-month-day"
_NAME = "whose it is: one of your two names"


_DESCRIPTION = "A quiet tracker for two people who want to fall back in love. Without a command: the app."
_EPILOG = "Days are read as people say them: yesterday, fri, 20 Nov. Everything stays on your own disk."


def build_parser(asked: str | None = None) -> Parser:
    """The parser of the whole line; with `asked`, the one command's options only."""
    parser = Parser(prog="rekindle", allow_abbrev=False, description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--version", action="store_true", help="say the version")
    parser.add_argument(
        "--print-completion",
        choices=SHELLS,
        metavar="SHELL",
        help="write a completion file for bash, zsh or fish",
    )
    add_data(parser, None)
    add_commands(parser, COMMANDS, "command", asked)
    return parser


def asked_in(arguments: Sequence[str]) -> str | None:
    """The command named in a line, as far as that can be told without reading it; None for all of them."""
    names = {command.name for command in COMMANDS}
    words = iter(arguments)
    for word in words:
        if word in names:
            return word
        if word == "--data":
            next(words, None)  # a folder may be called like a command
    return None


def _sure(place: Parser) -> None:
    place.add_argument(
        "--yes", action="store_true", help="a day long before you began, or an odd clock, is meant"
    )


def _setup(place: Parser) -> None:
    _sure(place)
    place.add_argument("--names", nargs=2, metavar=("A", "B"), help="your two names")
    place.add_argument("--me", metavar="NAME", help="who of you uses this account")
    place.add_argument("--start", metavar="DATE", help="the day both of you began to try, or will")
    place.add_argument("--together-since", metavar="DATE|YEAR", help="since when you are a couple")
    place.add_argument("--children", choices=("yes", "no"), help="whether there are children at home")
    place.add_argument("--day-ends-at", metavar="HH:MM", help="when your day ends, 00:00 to 11:59 (04:00)")
    place.add_argument("--week-start", choices=("monday", "sunday"), help="the first day of your week")
    place.add_argument(
        "--window-months", metavar="N|suggested", help="months before the look-up asks, 2 to 24 (suggested)"
    )
    place.add_argument("--time-zone", metavar="ZONE", help="like Europe/Berlin (the machine's own)")


def _status(place: Parser) -> None:
    place.add_argument("--json", action="store_true", help="every ritual's figures, for a script")
    place.add_argument("--today", metavar="DATE", help="as if today were that day")


def _appreciate(place: Parser) -> None:
    _sure(place)
    place.add_argument(
        "text", nargs="?", help="what you noticed; left out or -, it is read from standard input"
    )
    place.add_argument("--cue", metavar="TEXT", default="", help="a good moment to tell it")
    place.add_argument("--by", metavar="NAME", help=_NAME)
    place.add_argument("--on", metavar="DAY", help=_DAY)


def _did(place: Parser) -> None:
    _sure(place)
    place.add_argument("ritual", metavar="RITUAL", help="the ritual's key or name")
    place.add_argument("--by", metavar="NAME", help="who of you did it; left out, it was both of you")
    place.add_argument("--on", metavar="DAY", help=_DAY)
    place.add_argument(
        "--note", metavar="TEXT", default="", help="a few words about it; - reads standard input"
    )


def _ritual(place: Parser) -> None:
    add_commands(place, RITUAL_COMMANDS, "ritual_command")


def _ritual_add(place: Parser) -> None:
    place.add_argument("name", metavar="NAME", help="what you call it")
    _cadence(place)


def _ritual_set(place: Parser) -> None:
    place.add_argument("key", metavar="KEY", help="the ritual's key or name")
    place.add_argument("--name", metavar="NAME", help="another name for it")
    _cadence(place)


def _cadence(place: Parser) -> None:
    _sure(place)
    place.add_argument("--times", type=int, metavar="N", help="how many days in each period (1)")
    place.add_argument("--per", choices=PERIODS, help="the period (week)")
    place.add_argument("--kept-by", choices=KEPT_BY, help="whether one of you is enough (either)")
    place.add_argument("--forgive", type=int, metavar="N", help="quiet periods a run forgives, 0 to 3 (1)")
    place.add_argument("--since", metavar="DAY", help="the day counting begins (today)")


def _ritual_list(place: Parser) -> None:
    place.add_argument("--json", action="store_true", help="for a script")


def _ritual_archive(place: Parser) -> None:
    _sure(place)
    place.add_argument("key", metavar="KEY", help="the ritual's key or name")
    place.add_argument("--undo", action="store_true", help="take it up again")


def _pause(place: Parser) -> None:
    _sure(place)
    place.add_argument("start", metavar="START", nargs="?", help="the first day that rests; none: list them")
    place.add_argument("end", metavar="END", nargs="?", help="the last day; open when left out")
    place.add_argument("--kind", choices=PAUSES, default="ebb", help="why (ebb: closeness comes and goes)")
    place.add_argument("--ritual", metavar="KEY", help="only this ritual rests, not everything")
    place.add_argument("--remove", metavar="ID", help="set this pause aside")


def _resume(place: Parser) -> None:
    _sure(place)
    place.add_argument("--ritual", metavar="KEY", help="only this ritual's pause")


def _plan(place: Parser) -> None:
    _sure(place)
    place.add_argument("kind", choices=("date", "trip"), help="an evening or a weekend away")
    place.add_argument("title", metavar="TITLE", help="what you call it; - reads standard input")
    place.add_argument("--on", metavar="WHEN", help="when it begins: fri 7pm, 27 Nov 19:00, next saturday")
    place.add_argument("--until", metavar="WHEN", help="when it ends: 22:00, sunday")
    place.add_argument("--nights", type=int, metavar="N", help="how many nights a trip has")
    place.add_argument("--place", metavar="TEXT", help="where")
    place.add_argument("--notes", metavar="TEXT", help="anything else; - reads standard input")
    place.add_argument("--cost", choices=("free", "low", "middle", "high"), help="the band of what it costs")
    place.add_argument("--childcare", choices=("none", "needed", "sorted"), help="whether you need it")
    place.add_argument("--novelty", choices=("familiar", "new"), help="whether it is new to you")
    place.add_argument("--phones-away", action="store_true", help="without your phones")
    place.add_argument("--counts", choices=("yes", "no"), help="whether it counts as the month's trip (yes)")
    place.add_argument("--surprise", action="store_true", help="held from the other until it begins")
    place.add_argument("--by", metavar="NAME", help=_NAME)


def _agenda(place: Parser) -> None:
    place.add_argument("--weeks", type=int, metavar="N", default=4, help="how many, with this one (4)")
    place.add_argument("--json", action="store_true", help="for a script")
    place.add_argument("--for", dest="viewer", metavar="NAME", help="with what only that partner may see")


def _review(place: Parser) -> None:
    place.add_argument("quarter", metavar="QUARTER", nargs="?", help="as in 2026Q3 (the one that is running)")
    place.add_argument("--format", choices=PAGES, default="text", help="text; md, html or json for a file")
    place.add_argument("--out", metavar="FILE", help="a new file, instead of standard output")


_LOOKUP_KEYS = (
    "Keys of --json: state (not-started, paused, early, upheaval, not-all-tried or ask-each); month (the "
    "running one), months and days since the start, without what rested; start; window (months, as it holds) "
    "and window_suggested; next_look (the first day on which the question can come, while it rests); tried "
    "and left (practices that both of you tried, and the others). What is not known is null. Answers are "
    "never here."
)


def _lookup(place: Parser) -> None:
    place.epilog = _LOOKUP_KEYS
    place.add_argument("--json", action="store_true", help="for a script")


def _removed(place: Parser) -> None:
    _sure(place)
    place.add_argument("--bring-back", metavar="ID", help="bring this one back")
    place.add_argument("--by", metavar="NAME", help="with what is only that partner's own")


def _move(place: Parser) -> None:
    _sure(place)
    place.add_argument("id", metavar="ID", help="its number, as `doctor` says it")
    place.add_argument("day", metavar="DAY", help=_DAY)
    place.add_argument("--by", metavar="NAME", help=_NAME)


def _export(place: Parser) -> None:
    place.add_argument(
        "--format",
        choices=FORMATS_OUT,
        default="json",
        help="json; csv for moments; ics for plans; md to read",
    )
    place.add_argument("--for", dest="viewer", metavar="NAME", help="with what only that partner may see")
    place.add_argument("--out", metavar="FILE", help="a new file, instead of standard output")
    place.add_argument("--plan", metavar="ID", help="ics: this one alone; `agenda --json` has the ids")
    place.add_argument(
        "--alarm", type=int, metavar="MINUTES", help="ics: how long before a calendar speaks up"
    )


def _import(place: Parser) -> None:
    _sure(place)
    place.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help="an export, or another tracker's file or folder; none: list what was imported",
    )
    place.add_argument("--format", choices=FORMATS_IN, help="told from the file itself when left out")
    place.add_argument("--by", metavar="NAME", help="whose entries another tracker's are")
    place.add_argument("--habits", metavar="NAMES", help="which of its habits you share, as in Yoga,Reading")
    place.add_argument("--all-habits", action="store_true", help="share all of its habits")
    place.add_argument("--notes", action="store_true", help="share what was noted in them, too")
    place.add_argument("--dry-run", action="store_true", help="say what would be added, and write nothing")
    place.add_argument(
        "--take-back",
        metavar="ID",
        nargs="?",
        const="",
        help="take the newest import back, or the one of this number, for 30 days",
    )


def _backup(place: Parser) -> None:
    place.add_argument("--out", metavar="FILE", help="a new file (beside the dated backups when left out)")


def _restore(place: Parser) -> None:
    place.add_argument(
        "file", metavar="FILE", nargs="?", help="an archive or a dated backup; none: list them"
    )
    place.add_argument("--replace", action="store_true", help="also what stands here and differs")
    place.add_argument("--yes", action="store_true", help="do not ask")


def _where(place: Parser) -> None:
    place.add_argument("--json", action="store_true", help="for a script")


def _demo(place: Parser) -> None:
    place.add_argument("--seed", type=int, metavar="N", default=1, help="another made-up couple (1)")
    place.add_argument("--years", type=int, metavar="N", default=2, help="how many years of theirs (2)")
    place.add_argument("--today", metavar="DATE", help="the day on which the story has arrived")


def _nothing(place: Parser) -> None:
    """A command without options."""


RITUAL_COMMANDS = (
    Command("add", "add one of your own", "tracker.cli.rituals:add", _ritual_add),
    Command("set", "change how often or by whom", "tracker.cli.rituals:change", _ritual_set),
    Command("list", "list them all", "tracker.cli.rituals:show", _ritual_list),
    Command("archive", "put one away; all it holds stays", "tracker.cli.rituals:archive", _ritual_archive),
)

COMMANDS = (
    Command("setup", "begin, or change what you agreed", "tracker.cli.setup:setup", _setup),
    Command("status", "say in one calm line where you are", "tracker.cli.status:status", _status),
    Command("appreciate", "keep something that you noticed", "tracker.cli.entries:appreciate", _appreciate),
    Command("did", "mark that a ritual happened", "tracker.cli.entries:did", _did),
    Command("ritual", "add, change, list or put away rituals", "tracker.cli.rituals:show", _ritual),
    Command("pause", "let a span of days rest, or list what does", "tracker.cli.pauses:pause", _pause),
    Command("resume", "end what rests today", "tracker.cli.pauses:resume", _resume),
    Command("plan", "plan a date or a trip, or keep an idea", "tracker.cli.plans:plan", _plan),
    Command("agenda", "say what comes up", "tracker.cli.plans:agenda", _agenda),
    Command("review", "look back on a quarter: a page to keep", "tracker.cli.review:review", _review),
    Command("lookup", "say where the article's question stands", "tracker.cli.lookup:lookup", _lookup),
    Command("removed", "list what can be brought back", "tracker.cli.removed:removed", _removed),
    Command("move", "move an entry off a day to come", "tracker.cli.moving:move", _move),
    Command("export", "write everything out", "tracker.cli.transfers:export", _export),
    Command("import", "read entries from a file", "tracker.cli.transfers:bring_in", _import),
    Command("backup", "write one archive of everything", "tracker.cli.archives:backup", _backup),
    Command("restore", "put an archive back", "tracker.cli.archives:restore", _restore),
    Command("doctor", "check that every file is sound", "tracker.cli.doctor:doctor", _nothing),
    Command("where", "say where everything is kept", "tracker.cli.places:where", _where),
    Command("erase", "delete everything", "tracker.cli.erasing:erase", _nothing),
    Command("demo", "open a made-up couple's years", "tracker.cli.demo:demo", _demo),
)
