"""`review` and `export --format md`."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_hostile import HOSTILE
from tests.cli.test_hostile import _sound as sound

EMPTY = (
    "October to December 2026 · Alex and Sam\n"
    "Month 4 since starting\n"
    "\n"
    "Nothing stands in this quarter yet; there is still room in it for something\n"
    "small.\n"
    "\n"
    "Written on Friday 20 November 2026, while the quarter was running.\n"
    "For both: Nothing here is counted per person.\n"
)


@pytest.fixture
def lived(alex: Shell) -> Shell:
    """One evening and one note."""
    alex.done("did", "date", "--note", "Chips in the car.", "--on", "13 Nov")
    alex.done("appreciate", "The way you sang", "--on", "yesterday")
    return alex


def test_the_running_quarter_is_read_in_the_terminal(lived: Shell) -> None:
    said = lived.done("review")
    assert said.startswith("October to December 2026 · Alex and Sam\nMonth 4 since starting\n")
    assert "Dates\n  Fri 13 Nov  Chips in the car.\n" in said
    assert "sang" not in said, "not told yet"
    assert said == lived.done("review", "2026Q4") == lived.done("review", "2026-q4", "--format", "text")


def test_an_empty_quarter_says_one_kind_line(pair: Shell) -> None:
    assert pair.done("review") == EMPTY
    said = pair.done("review", "2020Q1")
    assert "Nothing stands in this quarter, and that is fine: there is room for what comes." in said


def test_what_cannot_be_looked_back_on_is_refused(pair: Shell) -> None:
    assert "still to come" in pair.refused("review", "2027Q1")
    assert pair.refused("review", "soon") == "A quarter is written like 2026Q3.\n"
    assert pair("review", "--format", "pdf").code == 2


def test_before_set_up_it_is_refused_and_nothing_is_made(shell: Shell) -> None:
    assert "not set up yet" in shell.refused("review")
    assert not shell.data.exists()


def test_a_file_is_written_once_and_for_the_two_alone(lived: Shell, tmp_path: Path) -> None:
    path = tmp_path / "ours.html"
    assert lived.done("review", "--format", "html", "--out", str(path)) == f"Written to {path}.\n"
    written = path.read_text(encoding="utf-8")
    assert written.startswith("<!DOCTYPE html>")
    assert written == lived.done("review", "--format", "html")
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "left alone" in lived.refused("review", "--format", "md", "--out", str(path))
    assert path.read_text(encoding="utf-8") == written


def test_a_script_reads_it(lived: Shell) -> None:
    found = json.loads(lived.done("review", "--format", "json"))
    assert (found["quarter"], found["running"]) == ("2026Q4", True)
    assert [one["title"] for one in found["dates"]] == ["Chips in the car."]


def test_it_writes_nothing_into_the_data(lived: Shell) -> None:
    before = lived.files()
    for form in ("text", "md", "html", "json"):
        lived.done("review", "--format", form)
    assert lived.files() == before


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_kept_as_words(
    alex: Shell, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")  # files are written here under any name
    alex("did", "date", f"--note={text}")
    alex("plan", "date", f"--notes={text}", "--on", "27 Nov", "--", text)
    alex("ritual", "add", "--since", "2026-10-01", "--", text)
    for line in (
        ["review"],
        ["review", "--format", "md"],
        ["review", "--format", "html"],
        ["export", "--format", "md"],
    ):
        sound(alex(*line))
    sound(alex("review", f"--out={text}"))
    sound(alex("review", "--", text))


def test_the_story_is_written_for_both_or_with_what_is_ones_own(lived: Shell, tmp_path: Path) -> None:
    said = lived.done("export", "--format", "md")
    assert said.startswith("# Alex and Sam\n\nAs of Friday 20 November 2026: what both may see.\n\n")
    assert (
        "## 2026\n\n### October to December 2026\n\n#### Dates\n\n- **Fri 13 Nov** Chips in the car.\n"
        in said
    )
    assert "sang" not in said
    assert "sang" not in lived.done("export", "--format", "md", "--for", "Sam")
    path = tmp_path / "story.md"
    told = lived.done("export", "--format", "md", "--for", "Alex", "--out", str(path))
    assert told == f"Written to {path}, with what only Alex may see.\n"
    assert "#### Yours alone\n\n> The way you sang\n" in path.read_text(encoding="utf-8")
    assert "for a calendar file" in lived.refused("export", "--format", "md", "--plan", "3")
