"""What a command is handed: the store, the clock, who uses this account, and where to read and to speak."""

from __future__ import annotations

import os
from datetime import date
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from tracker.cli.chosen import chosen_folder
from tracker.cli.typed import AN_END, StandardInput
from tracker.clock import Clock
from tracker.errors import Doubt, Refusal
from tracker.paths import state_folder
from tracker.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.acts.common import Standing
    from tracker.acts.sitting import Sitting
    from tracker.store.changes import Change, Receipt
    from tracker.store.draft_files import DraftFiles
    from tracker.store.protocol import Store
    from tracker.store.writer import Account

T = TypeVar("T")


def path_said(text: str) -> Path:
    """The path that was typed, from here or from the home folder; Refusal where no file can be called so."""
    try:
        usable = b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        usable = False
    if not usable:
        raise Refusal("No file can have that name; please look at it again.")
    return Path(text).expanduser().absolute()


class Streams:
    """Where words come from and go to. What goes out has no control characters: a terminal obeys them."""

    def __init__(self, source: TextIO, out: TextIO, err: TextIO) -> None:
        self.source = source
        self.out = out
        self.err = err
        self.input = StandardInput(source)

    def say(self, sentence: str) -> None:
        """One line of answer, on standard output."""
        self.out.write(f"{clean(sentence)}\n")

    def give(self, raw: bytes) -> None:
        """A whole file on standard output: its very bytes, whatever the locale."""
        self.out.flush()
        if isinstance(self.out, TextIOWrapper):
            self.out.buffer.write(raw)
        else:
            self.out.write(raw.decode())

    def remark(self, sentence: str) -> None:
        """One line beside the answer, on standard error."""
        self.out.flush()
        self.err.write(f"{clean(sentence)}\n")

    def ask(self, question: str) -> str:
        """One line of reply; empty at the end of the input."""
        self.out.flush()
        self.err.write(clean(question))
        self.err.flush()
        return self.input.line().strip()

    def read_note(self, question: str) -> str:
        """People's text from standard input: what they type up to an empty line, all of it from a pipe."""
        if self.source.isatty():
            self.remark(f"{question} {AN_END}")
            self.err.flush()
        return self.input.text()

    def leave(self) -> None:
        """Leave no words that came after an answer to the shell, which would run them."""
        if self.input.leave():
            self.remark("What came after that was not read.")


class Context:
    """What a command is handed. The store is opened, and the account asked, when first needed."""

    def __init__(
        self, streams: Streams, clock: Clock, data: str | None = None, *, meant: bool = False
    ) -> None:
        """`meant`: whatever may be a slip is meant, and not asked about (`--yes`)."""
        self.streams = streams
        self.clock = clock
        self.meant = meant
        if data is not None:
            path_said(data)
        self.data = Path(chosen_folder(data))
        """The folder of everything the couple wrote."""
        self.state = Path(state_folder(os.environ))
        """The folder of what belongs to this account alone."""

    @cached_property
    def store(self) -> Store:
        """The store on disk; Refusal where the folder cannot be used."""
        from tracker.store.disk import open_store

        return open_store(self.data, self.state, self.clock)

    @cached_property
    def account(self) -> Account:
        """What belongs to this account."""
        from tracker.store.writer import Account

        return Account(self.state)

    @property
    def drafts(self) -> DraftFiles | None:
        """Where a window writes unfinished words down; None where this account can write nothing."""
        from tracker.store.draft_files import DraftFiles

        try:
            return DraftFiles(self.data, self.account.writer())
        except (OSError, Refusal):
            return None

    @cached_property
    def sitting(self) -> Sitting:
        """Runs acts, in the name of the partner who uses this account."""
        from tracker.acts.sitting import Sitting

        sitting = Sitting(self.store, self.clock)
        couple = sitting.at().library.couple
        me = self.account.me(couple.id) if couple else None
        known = couple is not None and any(partner.id == me for partner in couple.partners)
        sitting.me = me if me and known else ""
        return sitting

    def at(self) -> Standing:
        """Where the couple stands now; Refusal before set-up."""
        at = self.sitting.at()
        at.library.need_couple()
        return at

    def do(self, act: Callable[..., list[Change]], *given: Any, **named: Any) -> Receipt:
        """Run one act of a couple with these arguments; all of it is written, or nothing."""
        self.at()  # before set-up not even a folder is made
        return self._sure(lambda: self.sitting.do(lambda at: act(at, *given, **named)))

    def check(self, check: Callable[..., object], *given: Any) -> None:
        """Ask what there is to ask before anybody is made to type something."""
        self._sure(lambda: check(self.sitting.at(), *given))

    def _sure(self, work: Callable[[], T]) -> T:
        """Run `work`; what may be a slip is asked about at a terminal, and refused where nobody is there."""
        while True:
            try:
                return work()
            except Doubt as doubt:
                self._ask_if_meant(doubt)
                self.sitting.mean(doubt.about)

    def _ask_if_meant(self, doubt: Doubt) -> None:
        """Refusal unless it is meant."""
        if self.meant:
            return
        if not self.streams.source.isatty():
            raise Refusal(f"{doubt.sentence} If that is meant, add --yes.")
        if self.streams.ask(f"{doubt.sentence} If that is meant, type yes: ").casefold() not in ("y", "yes"):
            raise Refusal("Nothing was kept.")

    def author(self, name: str | None) -> str:
        """The id of the named partner, else of the one who uses this account; Refusal without either."""
        if name is not None:
            return self.at().couple.named(name).id
        if not self.sitting.me:
            names = self.at().couple.either()
            raise Refusal(f"Who is it from? Add --by with a name, {names}; `rekindle setup --me` keeps it.")
        return self.sitting.me

    def past_day(self, text: str | None) -> date:
        """A day as people say it, today or before; today when nothing is said."""
        today = self.sitting.at().today
        if text is None:
            return today
        from tracker.calendar.spoken import read_past_day

        return read_past_day(text, today).day

    def began(self, text: str) -> date:
        """The day on which something began, as people say it; it may be one to come."""
        from tracker.calendar.spoken import read_began

        return read_began(text, self.sitting.at().today).day

    def tell_notices(self) -> None:
        """Say what there is to tell, of what was opened."""
        if "store" not in self.__dict__:
            return
        read = "sitting" in self.__dict__
        notices = self.sitting.at().library.notices if read else self.store.documents.notices
        for notice in notices:
            self.streams.remark(notice.sentence)

    def close(self) -> None:
        """Free what was opened."""
        if "store" in self.__dict__:
            self.store.close()
