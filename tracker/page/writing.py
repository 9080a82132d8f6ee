"""Writing the page of a quarter: what the command and the screen's key share."""

from __future__ import annotations

from importlib import import_module
from typing import Literal

from tracker.acts.common import Standing
from tracker.calendar.periods import parse_quarter, quarter_id
from tracker.errors import Refusal
from tracker.views.review import ReviewPage, review_page

Format = Literal["text", "md", "html", "json"]

_RENDERERS: dict[Format, str] = {"text": "text", "md": "markdown", "html": "html", "json": "as_json"}
_ENDINGS: dict[Format, str] = {"text": "txt", "md": "md", "html": "html", "json": "json"}


def write_page(at: Standing, quarter: str = "", form: Format = "html") -> bytes:
    """The page of a quarter like "2026Q3" as a file, in UTF-8; by default of the one that is running.

    It is what both may see, the same whoever asks. Refusal for a quarter to come, and before set-up.
    """
    at.library.need_couple()
    quarter = named(at, quarter)
    if parse_quarter(quarter).first > at.today:
        raise Refusal("This quarter is still to come; it can be looked back on once it has begun.")
    return rendered(review_page(at, quarter), form).encode()


def rendered(page: ReviewPage, form: Format) -> str:
    """The page in one format; only that format's renderer is imported."""
    text: str = import_module(f"tracker.page.{_RENDERERS[form]}").render(page)
    return text


def named(at: Standing, quarter: str = "") -> str:
    """The quarter as records name it, as in "2026Q3"; the running one where none is said."""
    return quarter_id(parse_quarter(quarter).first if quarter else at.today)


def file_name(quarter: str, form: Format = "html") -> str:
    """The name that a page's file has unless they choose another, as in "rekindle-2026Q3.html"."""
    return f"rekindle-{quarter}.{_ENDINGS[form]}"
