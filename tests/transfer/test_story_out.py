"""The whole story in Markdown: everything both may see, in its quarter, people's words as words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.page.hostile import HOSTILE
from tests.page.quarters import life, quiet
from tests.views.homes import SAM, TODAY, at
from tracker.errors import Refusal
from tracker.store.documents import Documents
from tracker.transfer.story_out import export_story
from tracker.views.memories import memories

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def story(held: Documents | None = None, viewer: str = "") -> str:
    return "".join(export_story(at(held or life()), viewer))


def headings(text: str) -> list[str]:
    return re.findall(r"^#+ .*", text, re.MULTILINE)


def test_it_goes_by_year_and_quarter_and_ends_with_what_is_ahead() -> None:
    assert headings(story()) == [
        "# Alex and Sam",
        "## Beginnings",
        "## 2026",
        "### January to March 2026",
        "#### Steps reached",
        "### July to September 2026",
        "#### With a few words",
        "#### Looking back together",
        "### October to December 2026",
        "#### Dates",
        "#### Away together",
        "#### Steps reached",
        "#### With a few words",
        "#### Told",
        "#### What rested",
        "#### Looking back together",
        "##### When did you laugh together, and about what?",
        "## Planned",
        "## Ideas",
        "## Goals",
    ]


def test_every_memory_of_theirs_is_in_it_with_its_remarks() -> None:
    said = story()
    found = list(memories(at(life()), ""))
    assert len(found) > 10
    for one in found:
        assert one.title in said
        assert all(remark.text in said for remark in one.remarks)
    assert said.count("- **") >= len([one for one in found if one.kind != "appreciation"])
    assert "> The long way home\n>\n> — Sam, a song, Friday 1 May 2015" in said
    assert "> One evening a week without a plan\n>\n> — taken into the next quarter" in said
    assert "“We're in”, said by both on Friday 20 November 2026." in said
    assert "Illness, 27 Oct to 31 Oct: everything rested." in said
    assert "> The goose\n>\n> — Sam" in said
    assert "- **Fri 27 Nov, 19:00** A date, held" in said


def test_a_removed_question_keeps_its_answers() -> None:
    held = life()
    tables = {name: {d["id"]: dict(d) for d in held.standing(name)} for name in held.tables()}
    for row in tables["remarks"].values():
        row["question"] = "gone-long-ago" if row.get("question") else ""
    said = story(Documents(tables))
    assert "A question that is not asked any more" in said
    assert "The goose" in said


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_it_has_the_same_shape_whatever_they_wrote(words: str) -> None:
    def shape(text: str) -> list[str]:
        return [token.tag for token in READER.parse(text) if token.type == "heading_open"]

    said = story(life(words))
    assert shape(said) == shape(story(life("plain")))
    kinds = {token.type for token in READER.parse(said)}
    assert kinds & {"html_block", "fence", "code_block", "table_open", "hr"} == set()


def test_a_couple_of_the_first_day_and_odd_quarters_in_a_file() -> None:
    assert story(quiet()).startswith("# Alex and Sam\n\nAs of ")
    odd: dict[str, Any] = {"resolution": "x", "renewed_on": None, "figures": {}, "figures_on": None}
    held = life()
    tables = {name: {d["id"]: dict(d) for d in held.standing(name)} for name in held.tables()}
    for number, quarter in enumerate(("", "soon", "0001Q9", "2026-Q3"), 90):
        tables["reviews"][f"{number:022}"] = {
            **next(iter(tables["reviews"].values())),
            **odd,
            "quarter": quarter,
            "id": f"{number:022}",
        }
        tables["future_scenes"][f"{number:022}"] = {
            **next(iter(tables["future_scenes"].values())),
            "quarter": quarter,
            "id": f"{number:022}",
            "by": SAM,
            "read_on": None,
        }
    assert "July to September 2026" in story(Documents(tables), SAM)


def test_before_set_up_it_is_refused() -> None:
    with pytest.raises(Refusal, match="not set up yet"):
        story(Documents({}))


def test_nothing_of_a_day_to_come_is_a_memory() -> None:
    assert f"{TODAY.year + 1}" not in story()
