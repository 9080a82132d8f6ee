"""The page of a quarter as JSON, for a script: stable keys, named here and pinned by a test.

`quarter`, `title`, `first`, `last`, `today`, `running`, `names`, `month` and `months` say which quarter it
is. `days` holds {`day`, `level`, `rests`} of a year; `waves` holds {`key`, `name`, `cadence`, `period`,
`said`, `periods`: [{`first`, `last`, `state`, `happened`}]}. `dates`, `trips`, `steps` and `told` hold
{`kind`, `day`, `title`, `text`, `by`, `remarks`: [{`by`, `text`}]}. Then come `told_more`, `pauses`, `since`,
`questions` ([{`key`, `text`, `answers`: [{`by`, `text`}]}]), `resolution`, `resolution_before`, `renewed_on`,
`scenes` ([{`by`, `text`}]), `figures` ([{`name`, `said`}]), `figures_on` and `notes` ([{`whose`, `text`}]).
Days are ISO text; `by` is a name, empty for both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.page.outline import notes
from tracker.text import clean
from tracker.views.memories import Memory
from tracker.views.review import ReviewPage, Wave


def render(page: ReviewPage) -> str:
    """The whole page, indented, in UTF-8."""
    return json.dumps(_plain(_as_object(page)), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _as_object(page: ReviewPage) -> dict[str, Any]:
    plain = page._asdict()
    del plain["week_start"], plain["begins"]
    return plain | {
        "days": [one._asdict() for one in page.days],
        "waves": [_wave(one) for one in page.waves],
        "dates": _memories(page.dates),
        "trips": _memories(page.trips),
        "steps": _memories(page.steps),
        "told": _memories(page.told),
        "questions": [
            {
                "key": one.key,
                "text": one.text,
                "answers": [_said(line.name, line.text) for line in one.answers],
            }
            for one in page.questions
        ],
        "scenes": [_said(one.name, one.text) for one in page.scenes],
        "figures": [one._asdict() for one in page.figures],
        "notes": [one._asdict() for one in notes(page)],
    }


def _wave(wave: Wave) -> dict[str, Any]:
    plain = wave._asdict()
    states = plain.pop("states")
    return {**plain, "periods": [one._asdict() for one in states]}


def _memories(memories: Iterable[Memory]) -> list[dict[str, Any]]:
    return [
        {
            "kind": one.kind,
            "day": one.day,
            "title": one.title,
            "text": one.text,
            "by": one.by_name,
            "remarks": [_said(remark.name, remark.text) for remark in one.remarks],
        }
        for one in memories
    ]


def _said(by: str, text: str) -> dict[str, str]:
    return {"by": by, "text": text}


def _plain(value: Any) -> Any:
    """As JSON can hold it: days as ISO text, and of people's text what every format shows."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
