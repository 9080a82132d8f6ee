"""The page of a quarter as one HTML file: no script, nothing from elsewhere.

A browser that opens it is told so, too: its policy lets in the styles of the file itself and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracker.calendar.periods import Period
from tracker.page import pictures
from tracker.page.markup import NOTHING, Html, joined, tag, text, theirs, void
from tracker.page.outline import (
    Answered,
    Block,
    Entry,
    Line,
    Said,
    Section,
    kind_line,
    notes,
    sections,
    since_starting,
    written,
)
from tracker.page.style import SHEET
from tracker.page.year import begun
from tracker.text import one_line
from tracker.views.review import ReviewPage, Wave

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_LONG = 320
"""Characters from which words of theirs are set smaller."""


def render(page: ReviewPage) -> str:
    """The whole file."""
    head = tag("head", *_head(page))
    return (
        joined(Html("<!DOCTYPE html>"), tag("html", head, Html("\n"), tag("body", _main(page)), lang="en"))
        + "\n"
    )


def _head(page: ReviewPage) -> Iterable[Html]:
    yield void("meta", charset="utf-8")
    yield void("meta", http_equiv="Content-Security-Policy", content=POLICY)
    yield void("meta", name="referrer", content="no-referrer")
    yield void("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield void("meta", name="color-scheme", content="light dark")
    yield tag("title", text(f"{one_line(page.names)}, {page.title}"))
    yield tag("style", Html(SHEET))


def _main(page: ReviewPage) -> Html:
    quarter = Period(page.first, page.last)
    parts = (_section(section, quarter) for section in sections(page))
    kind = tag("p", text(kind_line(page)), class_="kind") if kind_line(page) else NOTHING
    return tag("main", _header(page), kind, _year(page), joined(*parts), _footer(page))


def _header(page: ReviewPage) -> Html:
    started = tag("p", text(since_starting(page)), class_="small") if page.month else NOTHING
    return tag(
        "header",
        theirs("p", one_line(page.names), class_="names"),
        tag("h1", text(page.title)),
        started,
        pictures.months(page),
    )


def _year(page: ReviewPage) -> Html:
    """The year that the quarter ends; not where nothing stands in it yet."""
    if not begun(page.days):
        return NOTHING
    key = tag(
        "div",
        tag("span", text("a quiet day"), class_="key-words"),
        pictures.legend(),
        tag("span", text("a full one"), class_="key-words"),
        pictures.legend_of_rest(),
        tag("span", text("a day of rest"), class_="key-words"),
        class_="keys",
    )
    return tag("section", tag("h2", text("Day by day")), tag("div", pictures.year(page), class_="year"), key)


def _section(section: Section, quarter: Period) -> Html:
    drawn = [_block(one, quarter) for one in section.blocks]
    heading = tag("h2", text(section.title))
    if section.key in ("dates", "trips", "steps"):
        return tag("section", heading, tag("ul", *drawn, class_="list"))
    if section.key == "rhythm":
        waves = [html for html, one in zip(drawn, section.blocks, strict=True) if isinstance(one, Wave)]
        return tag("section", heading, tag("div", *waves, class_="waves"), *drawn[len(waves) :])
    if section.key == "ahead":
        return tag("section", heading, tag("div", *drawn, class_="along"))
    return tag("section", heading, *drawn)


def _block(one: Block, quarter: Period) -> Html:
    match one:
        case Line():
            return tag("p", text(one.text), class_="small")
        case Said():
            return _quote(one)
        case Entry():
            return _entry(one)
        case Answered():
            answers = tag("div", *map(_answer, one.answers), class_="answers")
            return tag("div", tag("h3", text(one.question)), answers, class_="asked")
        case Wave():
            return _wave(one, quarter)


def _quote(said: Said) -> Html:
    whose = ", ".join(part for part in (said.who, said.when) if part)
    size = {"class_": "long"} if len(said.text) > _LONG else {}
    cite = theirs("cite", whose) if whose else NOTHING
    return tag("blockquote", theirs("p", said.text, **size), cite)


def _entry(one: Entry) -> Html:
    content = (
        theirs("p", one.title, class_="title") if one.title else NOTHING,
        theirs("p", one.text, class_="text" if one.title else "title") if one.text else NOTHING,
        *map(_remark, one.said),
    )
    return tag("li", tag("time", text(one.when)), tag("div", *content))


def _remark(said: Said) -> Html:
    return tag(
        "div", theirs("span", said.text), Html(" "), theirs("span", said.who, class_="who"), class_="remark"
    )


def _answer(said: Said) -> Html:
    return tag("div", theirs("p", said.who, class_="who"), theirs("p", said.text))


def _wave(one: Wave, quarter: Period) -> Html:
    name = theirs("bdi", one_line(one.name))
    caption = tag("figcaption", name, tag("span", text(one.cadence), class_="cadence"))
    return tag("figure", caption, pictures.wave(one, quarter), tag("span", text(one.said), class_="said"))


def _footer(page: ReviewPage) -> Html:
    said = (tag("dt", text(note.whose)) + tag("dd", text(note.text)) for note in notes(page))
    return tag("footer", tag("p", text(written(page))), tag("dl", *map(Html, said)))
