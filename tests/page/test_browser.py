"""The page in a real browser, where one is installed: nothing asked for, complained of or cut off."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.page.browser import CHROMIUM, Browser, browser
from tests.page.hostile import HOSTILE
from tests.page.quarters import life
from tests.views.homes import at
from tracker.page.style import DARK, LIGHT
from tracker.page.writing import write_page

pytestmark = pytest.mark.skipif(
    CHROMIUM is None or sys.platform == "win32", reason="no browser is installed that can be driven"
)
WIDTHS = (390, 1280)
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
ALL_HOSTILE = "\n".join(HOSTILE)[:19_000]


@pytest.fixture(scope="module")
def driven(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def written(folder: Path, words: str = "The long way home") -> Path:
    path = folder / "rekindle-2026Q4.html"
    path.write_bytes(write_page(at(life(words)), "2026Q4"))
    return path


@pytest.mark.parametrize("words", ["The long way home", ALL_HOSTILE], ids=["usual", "hostile"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_it_opens_quietly_at_any_width_by_day_and_by_night(
    driven: Browser, tmp_path: Path, width: int, scheme: str, words: str
) -> None:
    path = written(tmp_path, words)
    driven.open(path, width, scheme)
    assert [one["entry"] for one in driven.said("Log.entryAdded")] == []
    assert driven.said("Runtime.consoleAPICalled") + driven.said("Runtime.exceptionThrown") == []
    assert {one["request"]["url"] for one in driven.said("Network.requestWillBeSent")} == {path.as_uri()}
    assert driven.value("innerWidth") == width
    assert driven.value("root = document.documentElement; root.scrollWidth - root.clientWidth") == 0, (
        "beyond the edge"
    )
    assert driven.value("document.compatMode") == "CSS1Compat"
    assert driven.value("document.querySelector('h1').textContent") == "October to December 2026"
    colours = DARK if scheme == "dark" else LIGHT
    red, green, blue = (int(colours["paper"][place : place + 2], 16) for place in (1, 3, 5))
    ground = driven.value("getComputedStyle(document.body).backgroundColor")
    assert ground == f"rgb({red}, {green}, {blue})"
    assert driven.picture().startswith(b"\x89PNG")


def test_every_picture_has_its_name_for_those_who_hear_it(driven: Browser, tmp_path: Path) -> None:
    driven.open(written(tmp_path))
    nodes = driven("Accessibility.getFullAXTree")["nodes"]
    names = [one["name"]["value"] for one in nodes if one.get("role", {}).get("value") in ("image", "img")]
    assert len(names) == driven.value("document.querySelectorAll('svg[role=img]').length")
    assert all(name.endswith(".") for name in names)


def test_a_stranger_in_the_file_is_let_in_neither_as_script_nor_as_picture(
    driven: Browser, tmp_path: Path
) -> None:
    """The policy stands even where somebody else has added to the file."""
    path = written(tmp_path)
    added = b"<script>window.ran = 1</script><img src='https://example.org/a.png' alt=''></main>"
    path.write_bytes(path.read_bytes().replace(b"</main>", added))
    driven.open(path)
    assert driven.value("window.ran") is None
    assert len(driven.said("Log.entryAdded") + driven.said("Audits.issueAdded")) >= 1


@pytest.mark.parametrize("paper", PAPERS)
def test_it_prints_on_either_paper_by_day(driven: Browser, tmp_path: Path, paper: str) -> None:
    driven.open(written(tmp_path), scheme="dark")
    printed = driven.printed(*PAPERS[paper])
    assert printed.startswith(b"%PDF")
    assert 1 <= printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") <= 5
