"""The look-up as it is shown: what the article says, what is ours, and what may be done, in every state.

Until both revealed, a page depends on no answer: only on what is shared, and, for the viewer's own eyes, on
whether the viewer answered and pressed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, NamedTuple

from tracker.acts.common import Standing
from tracker.acts.looking_up import Visit, circumstances, left_to_try, rests_by_choice
from tracker.calendar.names import long_day, month_name
from tracker.content import article
from tracker.content_lookup import LookupWords, StateWords, lookup_words
from tracker.errors import Refusal
from tracker.lookup.next_look import next_look
from tracker.lookup.state import ANSWERS, OUTCOMES, State
from tracker.lookup.ways import Way, rests_until, ways
from tracker.lookup.window import suggested
from tracker.ready_made import COUNSELLING
from tracker.records.lookups import Lookup
from tracker.rhythm import words

RESTING: tuple[State, ...] = ("not-started", "paused", "early", "upheaval")
"""The states in which the question rests until a day that can be said."""
NOT_NOW = "not-now"
LOOK_AGAIN = "look-again"
"""How the way without a name is called in the content."""


Offer = Literal["", "pause", "ritual"]
"""What a chosen way asks for beside the day: a pause of kind apart, or the ritual of counselling."""


class Said(NamedTuple):
    """A sentence or two, and whose they are."""

    text: str
    key: str = ""
    """The key of the article's statement or practice; empty where the words are ours."""


class Choice(NamedTuple):
    """Something that can be chosen: an answer, or a way on."""

    key: str
    label: str
    note: str = ""
    mine: bool = False
    """Whether the viewer chose this way on: for their own eyes, until both did."""


class LookupPage(NamedTuple):
    """Everything that a look-up shows to one viewer."""

    state: State
    since: str
    """As in "Month 4: 3 months, 12 days since 3 August 2026"; empty before the start."""
    always: tuple[Said, ...]
    """The article's, before anything else."""
    title: str
    """Ours."""
    said: tuple[Said, ...]
    """The article's part of this state, then ours."""
    questions: tuple[str, ...]
    """Asked, and never computed with; ours."""
    left: tuple[str, ...]
    """The practices that are left to try, as in "3 Say how it really is"."""
    given: tuple[tuple[str, str], ...]
    """Both names with their answers, once both revealed."""
    choices: tuple[Choice, ...]
    """The answers, while the viewer may give one; the ways on, once both revealed."""
    own: str
    """For the viewer's own eyes: what became of their answer or choice, or that nobody said who sits here."""
    offer: Offer
    """What can be added in one key, after a way that asks for it."""
    credit: str
    """The article and who wrote it."""

    def lines(self) -> Iterator[str]:
        """The page as text: the article's part and ours each under their name."""
        if self.since:
            yield f"{self.since}."
        yield f"From the article, {self.credit}:"
        yield from (f"  {one.text}" for one in self.always)
        yield self.title
        yield from (f"  {'The article' if one.key else 'Ours'}: {one.text}" for one in self.said)
        yield from (f"  {one}" for one in self.left)


def lookup_page(at: Standing, visit: Visit | None = None, viewer: str = "") -> LookupPage:
    """What this viewer sees; without a visit, or a viewer, what both may see."""
    visit = visit or Visit()
    state, said = visit.state(at), lookup_words()
    shown = _shown(at, state, said)
    return LookupPage(
        state=state,
        since=_since(at),
        always=tuple(_articles(key) for key in said.always),
        title=shown.title.format(**_values(at, state)),
        said=(*(_articles(key) for key in shown.article), *(Said(one) for one in _ours(at, state, shown))),
        questions=shown.questions,
        left=_left(at) if state == "not-all-tried" else (),
        given=_given(at, visit) if state in OUTCOMES else (),
        choices=_choices(at, visit, state, viewer),
        own=_own(at, visit, state, viewer),
        offer=_offer(at, state),
        credit=f"“{article().title}” by {article().author}",
    )


def window_said(at: Standing) -> str:
    """The window in a sentence: how many months, why, and whose figure it is."""
    couple, said = at.couple, lookup_words()
    if couple.window_months is not None:
        sentence = said.window_own
    else:
        known = couple.together_since and couple.effort_start
        sentence = said.window_suggested if known else said.window_unknown
    return sentence.format(window=_months(circumstances(at).window))


def next_look_of(at: Standing) -> date | None:
    """The day on which the question can come, while it rests; None where it does not, or none can be said."""
    known = circumstances(at)
    return next_look(known, at.today) if Visit().state(at) in RESTING else None


def as_json(at: Standing) -> dict[str, Any]:
    """The shared part of the look-up, for a script; `rekindle lookup --help` says what each key is."""
    couple, known = at.couple, circumstances(at)
    since, named, left = known.months(at.today), next_look_of(at), left_to_try(at)
    return {
        "state": Visit().state(at),
        "month": since.running if since else None,
        "months": since.months if since else None,
        "days": since.days if since else None,
        "start": couple.effort_start.isoformat() if couple.effort_start else None,
        "window": known.window,
        "window_suggested": suggested(couple.together_since, couple.effort_start),
        "next_look": named.isoformat() if named else None,
        "tried": [one.key for one in article().practices if one.key not in left],
        "left": list(left),
    }


def way_of(choice: str) -> Way:
    """The way on behind the key of a choice; Refusal where it is none."""
    known: dict[str, Way] = {way or LOOK_AGAIN: way for state in OUTCOMES for way in ways(state)}
    if choice not in known:
        raise Refusal(f"A way on is one of {', '.join(known)}.")
    return known[choice]


def _kept_said(kept: Lookup, until: date) -> str:
    """What is said while the question rests because of what both chose."""
    return lookup_words().way(kept.chosen or LOOK_AGAIN).kept.format(next=long_day(until))


def _shown(at: Standing, state: State, said: LookupWords) -> StateWords:
    if state == "not-started" and at.couple.effort_start is not None:
        return said.state("not-started-ahead")
    return said.state("early-chosen" if state == "early" and rests_by_choice(at) else state)


def _values(at: Standing, state: State) -> dict[str, str]:
    """What the braces in the content may name."""
    start = at.couple.effort_start
    until = rests_until("", at.today) if state == "nearer" else None
    return {"start": long_day(start) if start else "", "next": long_day(until) if until else ""}


def _since(at: Standing) -> str:
    since, start = circumstances(at).months(at.today), at.couple.effort_start
    if since is None or start is None:
        return ""
    return f"{since.month_text()}: {since.span_text()} since {start.day} {month_name(start)} {start.year}"


def _articles(key: str) -> Said:
    """The article's own, by the key of a statement or a practice."""
    source = article()
    known = {
        **{one.key: one.gist for one in source.practices},
        **{one.key: one.gist for one in source.timeline},
    }
    return Said(known[key], key)


def _ours(at: Standing, state: State, shown: StateWords) -> Iterator[str]:
    chosen = rests_by_choice(at) if state == "early" else None
    if state in RESTING and at.couple.effort_start is not None:
        named, said = next_look_of(at), lookup_words()
        if chosen is not None:
            yield _kept_said(chosen, named or chosen.next_look)
        else:
            yield said.next.format(next=long_day(named)) if named else said.no_next
    yield from (one.format(**_values(at, state)) for one in shown.ours)
    if state in ("not-started", "early") and chosen is None:
        yield window_said(at)


def _offer(at: Standing, state: State) -> Offer:
    """The pause or the ritual that the chosen way asks for, where the couple has none yet."""
    kept = rests_by_choice(at) if state == "early" else None
    chosen = kept.chosen if kept is not None else ""
    if chosen == "apart":
        spans = (pause for pause in at.library.pauses if pause.kind == "apart")
        there = any(pause.until is None or pause.until >= at.today for pause in spans)
        return "" if there else "pause"
    if chosen == "counsellor":
        known = COUNSELLING.among(at.library.rituals)
        return "ritual" if known is None or known.archived_on else ""
    return ""


def _left(at: Standing) -> tuple[str, ...]:
    keys = left_to_try(at)
    return tuple(f"{one.number} {one.name}" for one in article().practices if one.key in keys)


def _given(at: Standing, visit: Visit) -> tuple[tuple[str, str], ...]:
    said = lookup_words()
    return tuple((one.name, said.answer(visit.revealed[one.id])) for one in at.couple.partners)


def _choices(at: Standing, visit: Visit, state: State, viewer: str) -> tuple[Choice, ...]:
    said = lookup_words()
    if state == "ask-each" and viewer and not visit.answered_by(viewer):
        return tuple(Choice(key, said.answer(key)) for key in ANSWERS)
    if state not in OUTCOMES:
        return ()
    mine = visit.chosen_by(viewer)
    return (*(_way(at, way, said, way == mine) for way in ways(state)), Choice(*_named(said, NOT_NOW)))


def _way(at: Standing, way: Way, said: LookupWords, mine: bool) -> Choice:
    key, label, note = _named(said, way or LOOK_AGAIN)
    until = rests_until(way, at.today)
    return Choice(key, label, note.format(next=words.day(until, at.today)) if until else note, mine)


def _named(said: LookupWords, key: str) -> tuple[str, str, str]:
    way = said.way(key)
    return way.key, way.label, way.note


def _own(at: Standing, visit: Visit, state: State, viewer: str) -> str:
    if state not in ("ask-each", *OUTCOMES):
        return ""
    if not viewer:
        return "Press p and say who of you sits here."
    other = at.couple.other(viewer).name
    if state in OUTCOMES:
        chosen = visit.chosen_by(viewer)
        way = "" if chosen is None else _named(lookup_words(), chosen or LOOK_AGAIN)[1]
        return (
            f"You chose “{way}”. It is kept once {other} chooses it, too. p: over to {other}." if way else ""
        )
    if not visit.answered_by(viewer):
        return ""
    if visit.pressed_by(viewer):
        return f"Your answer is kept for this visit, and you pressed reveal. p: over to {other}."
    return "Your answer is kept for this visit. r reveals, a answers anew."


def _months(count: int) -> str:
    return f"{count} months"
