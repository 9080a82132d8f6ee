"""Moments from CSV: the whole file or nothing of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from tracker.acts.common import LONGEST_NOTE
from tracker.calendar.days import check_day
from tracker.errors import Refusal
from tracker.ids import id_order
from tracker.store.changes import Change, Document, Edit, Put
from tracker.store.documents import Documents
from tracker.text import folded
from tracker.transfer.days import read_day
from tracker.transfer.files import rows_of
from tracker.transfer.identities import Identities
from tracker.transfer.people import People, people
from tracker.transfer.report import STEP, Outcome, Part, Progress, Report, counted, joined, no_progress
from tracker.transfer.rows_out import HEADER
from tracker.transfer.standing import APPRECIATION, Moments, Row, tidy

MOST_SHOWN = 5
"""How many rows that cannot be read are named at once."""
_DELIMITERS = ",;\t"
_UNTOLD = "CSV does not say what was told: these are untold again, and only their author reads them."
_WORDLESS = "without their words: the days count, the words are not in this file."


def import_rows(
    documents: Documents, text: str, *, today: date, now: datetime, progress: Progress = no_progress
) -> Outcome:
    """What taking these rows in would write, and the report on it.

    Separators may be commas, semicolons or tabs. A row that stands already is passed, so the same file again
    adds nothing. An appreciation without words is kept without words, so that its day counts; its words fill
    it when a file brings them. So is one that does not even say whose it is, as the shared export has the
    untold ones. Refusal with the row's number, and nothing is written, for a ritual, partner or day that is
    not known here, and for words of appreciation by nobody.
    """
    importer = _Importer(documents, today, now)
    rows = list(_rows(text))
    refused: dict[int, str] = {}
    for done, (number, row) in enumerate(rows):
        try:
            importer.take(row)
        except Refusal as refusal:
            refused[number] = refusal.sentence
        if done % STEP == 0:
            progress(done, len(rows))
    if refused:
        raise _all_refused(refused)
    progress(len(rows), len(rows))
    return importer.changes(), Report(source="a CSV file of moments", parts=tuple(importer.parts()))


def _all_refused(refused: dict[int, str]) -> Refusal:
    """One refusal for all rows that cannot be read: the first few with their reasons, each reason once."""
    shown = dict(list(refused.items())[:MOST_SHOWN])
    parts = []
    for sentence in dict.fromkeys(shown.values()):
        numbers = [str(number) for number, said in shown.items() if said == sentence]
        parts.append(f"{'Row' if len(numbers) == 1 else 'Rows'} {joined(numbers)}: {sentence}")
    if len(refused) > len(shown):
        parts.append(f"There are {len(refused) - len(shown):,} more like these.")
    return Refusal(" ".join([*parts, "Nothing was imported."]))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header, with their numbers as a spreadsheet counts them."""
    text = text.removeprefix("\ufeff")
    header = text.partition("\n")[0].strip()
    for delimiter in _DELIMITERS:
        if tuple(cell.strip().strip('"').lower() for cell in header.split(delimiter)) == HEADER:
            rows = rows_of(text, "the file", delimiter)
            next(rows)
            return rows
    raise Refusal(f"The first row of the file must be {','.join(HEADER)}; nothing was imported.")


class _Wordless(NamedTuple):
    """An appreciation whose words are not here: one that stands, or one that this import adds."""

    standing: Document | None
    added: dict[str, Any]


class _Importer:
    """One import under way: what it will write, and what stands already."""

    def __init__(self, documents: Documents, today: date, now: datetime) -> None:
        self._couple = people(documents)
        self._today = today
        self._ids = Identities(now)
        self._rituals = sorted(documents.standing("rituals"), key=lambda ritual: id_order(str(ritual["id"])))
        self._moments = Moments(documents, self._couple.day_ends_at)
        self._wordless: defaultdict[tuple[str, str], list[_Wordless]] = defaultdict(list)
        self._untold: Counter[str] = Counter()
        """How many untold appreciations stand on a day that no row without a name spoke of yet."""
        for document in documents.standing("appreciations"):
            self._untold[str(document["day"])] += not document.get("told_on")
            if not tidy(document.get("text")):
                by = str(document.get("by") or "")
                self._wordless[str(document["day"]), by].append(_Wordless(document, {}))
        self._new: list[tuple[str, dict[str, Any]]] = []
        self._edits: list[Change] = []
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def take(self, cells: list[str]) -> None:
        """Take one row in; Refusal where something of it is not known here."""
        ritual, row = self._read(cells)
        counts = self._counts[str(ritual["key"])]
        if row.ritual == APPRECIATION and not row.by:
            counts[self._notice(row)] += 1
        elif not self._moments.add(row):
            counts["standing"] += 1
        elif row.ritual == APPRECIATION:
            counts[self._appreciate(row)] += 1
        else:
            counts["moments"] += 1
            counts["late"] += bool(ritual.get("archived_on")) and row.day > str(ritual["archived_on"])
            self._new.append(("moments", row._asdict()))

    def changes(self) -> list[Change]:
        """Everything that is to be written, in the order of the file."""
        return [*(Put(table, self._ids.next(), fields) for table, fields in self._new), *self._edits]

    def parts(self) -> Iterator[Part]:
        """What was done for each ritual that the file names."""
        for ritual in self._rituals:
            key = str(ritual["key"])
            counts = self._counts.get(key)
            if counts is None:
                continue
            wordy = key == APPRECIATION
            whats = ("appreciations", "texts") if wordy else ("moments",)
            yield Part(
                name=str(ritual["name"]),
                taken={what: counts[what] for what in whats},
                standing=counts["standing"],
                left=tuple(_left(counts, self._still_wordless()) if wordy else _late(counts)),
            )

    def _still_wordless(self) -> int:
        return sum(table == "appreciations" and not fields["text"] for table, fields in self._new)

    def _read(self, cells: list[str]) -> tuple[Document, Row]:
        if len(cells) < len(HEADER) or any(cell.strip() for cell in cells[len(HEADER) :]):
            raise Refusal(
                f"it has {len(cells)} columns instead of 4; a note with a separator in it needs quotes."
            )
        day, name, by, note = cells[: len(HEADER)]
        ritual = self._ritual(name)
        row = Row(self._day(day), str(ritual["key"]), self._partner(by, self._couple), tidy(note))
        if len(row.note) > LONGEST_NOTE:
            raise Refusal(f"its note has {len(row.note):,} characters; {LONGEST_NOTE:,} are the most.")
        if row.ritual == APPRECIATION and row.note and not row.by:
            raise Refusal("an appreciation is by one of you; name who wrote it in the third column.")
        return ritual, row

    def _ritual(self, name: str) -> Document:
        for ritual in self._rituals:
            if folded(name) in (folded(ritual["key"]), folded(ritual["name"])):
                return ritual
        known = ", ".join(sorted(str(ritual["key"]) for ritual in self._rituals))
        raise Refusal(
            f"its ritual is not known here; known are {known}. Add it first with `rekindle ritual add NAME`."
        )

    def _day(self, text: str) -> str:
        day = read_day(text)
        if day is None:
            raise Refusal("its day is not written like 2026-11-20.")
        return check_day(day, self._today).isoformat()

    @staticmethod
    def _partner(name: str, couple: People) -> str:
        partner = couple.named(name)
        if partner is None:
            raise Refusal(
                f"its partner is neither {' nor '.join(couple.names.values())}; leave it empty for both."
            )
        return partner

    def _notice(self, row: Row) -> str:
        """Take in that somebody noticed something on a day; as what it counts."""
        if self._untold[row.day]:
            self._untold[row.day] -= 1
            return "standing"
        self._new.append(("appreciations", self._untold_words(row)))
        return "appreciations"

    def _appreciate(self, row: Row) -> str:
        """Fill an appreciation of that day whose words are not here, or add a new one; as what it counts."""
        wordless = self._wordless[row.day, row.by] or self._wordless[row.day, ""]
        if row.note and wordless:
            standing, added = wordless.pop(0)
            if standing is not None:
                self._edits.append(self._filled(standing, row))
                return "texts"
            added["text"] = row.note
            return "standing"
        fields = self._untold_words(row)
        self._new.append(("appreciations", fields))
        if not row.note:
            self._wordless[row.day, row.by].append(_Wordless(None, fields))
        return "appreciations"

    def _filled(self, standing: Document, row: Row) -> Change:
        """One that stands without words, with these, and with whose they are where that was not known."""
        wanted = {"text": row.note}
        if not standing.get("by"):
            wanted |= {"by": row.by, "about": self._couple.other(row.by)}
        seen = {name: standing.get(name, "") for name in wanted}
        return Edit("appreciations", str(standing["id"]), wanted, seen)

    def _untold_words(self, row: Row) -> dict[str, Any]:
        about = self._couple.other(row.by) if row.by else ""
        untold: dict[str, Any] = {"cue": "", "told_on": None, "told_how": ""}
        return {"day": row.day, "by": row.by, "about": about, "text": row.note, **untold}


def _left(counts: Counter[str], wordless: int) -> Iterator[str]:
    if wordless:
        yield f"{counted(wordless, 'appreciations')} {_WORDLESS}"
    if counts["appreciations"] > wordless:
        yield _UNTOLD


def _late(counts: Counter[str]) -> Iterator[str]:
    if counts["late"]:
        late = counted(counts["late"], "moments")
        yield f"{late} after it was put away: counted once it is taken up again."
