"""The look-up's text as it is drawn: the article's part and ours, each under its own name."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from screens.plain import content
from tracker.views.lookup import LookupPage, Said

_COLUMN = 34
"""Cells of a practice's number and name; two of them stand side by side at 80 columns."""


def article_part(said: Iterable[Said], credit: str = "") -> Content:
    """What the article says, in our words; `credit` names it in full, which is done where it comes first."""
    texts = [content(one.text) for one in said]
    head = Content.styled(f"The article, {credit}" if credit else "The article", "$secondary")
    return Content("\n").join([head, *texts]) if texts else content("")


def ours_part(said: Iterable[Said]) -> Content:
    """What we say."""
    texts = [content(one.text) for one in said]
    return Content("\n").join([Content.styled("Ours", "$secondary"), *texts])


def title_part(page: LookupPage) -> Content:
    """The heading of the state; once both revealed, with both answers."""
    given = [Content(" · ").join([content(f"{name}: {answer}") for name, answer in page.given])]
    head = Content.styled(page.title, "bold $primary")
    return Content("\n").join([head, *given]) if page.given else head


def more_part(page: LookupPage) -> Content:
    """What is asked, or what is left to try, in two columns."""
    asked = [content(f"· {question}") for question in page.questions]
    left = [f"{one:<{_COLUMN}}" for one in page.left]
    pairs = ["".join(left[place : place + 2]).rstrip() for place in range(0, len(left), 2)]
    return Content("\n").join([*asked, *(content(pair) for pair in pairs)])
