"""The page as HTML: valid, by itself, safe, small, told in words, and readable by day and by night."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import product
from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings

from tests.page.hostile import HOSTILE, WORDS
from tests.page.quarters import life, page, quiet
from tests.views.homes import PARTNERS, TODAY, at, documents, iso, mark, ritual
from tracker.page.html import POLICY, render
from tracker.page.style import DARK, LIGHT
from tracker.store.documents import Documents
from tracker.text import clean
from tracker.views.review import review_page

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
LARGEST = 300_000
NO_CHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff\U0001ffff]")
"""Those of `HOSTILE`, and a few more."""


def tree(written: str) -> ElementTree.Element:
    """The document as a strict reader understands it; a mistake in it raises."""
    parsed = html5lib.HTMLParser(strict=True).parse(written)
    assert isinstance(parsed, ElementTree.Element)
    return parsed


def words_of(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_it_is_valid_and_has_no_element_that_we_did_not_mean_whatever_they_wrote(words: str) -> None:
    kinds = {one.tag for one in tree(render(page(life("plain")))).iter()}
    found = tree(render(page(life(words))))
    assert {one.tag for one in found.iter()} <= kinds | {f"{XHTML}cite"}
    assert {name for one in found.iter() for name in one.attrib if name.startswith("on")} == set()


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(words=WORDS.filter(lambda words: bool(clean(words).strip())))
def test_what_they_wrote_reads_as_they_wrote_it(words: str) -> None:
    found = tree(render(page(life(words))))
    scene = next(one for one in found.iter(f"{XHTML}blockquote") if words_of(one).endswith("Alex"))
    shown = NO_CHARACTER.sub("\ufffd", clean(words))
    assert words_of(scene[0]) == shown


def test_the_head_says_what_a_page_by_itself_must_say() -> None:
    head = tree(render(page())).find(f"{XHTML}head")
    assert head is not None
    metas = {one.get("name") or one.get("http-equiv") or "charset": one for one in head.iter(f"{XHTML}meta")}
    assert metas["charset"].get("charset") == "utf-8"
    assert metas["Content-Security-Policy"].get("content") == POLICY
    assert POLICY.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert metas["referrer"].get("content") == "no-referrer"
    assert "width=device-width" in str(metas["viewport"].get("content"))
    assert words_of(head.findall(f"{XHTML}title")[0]) == "Alex and Sam, October to December 2026"
    assert tree(render(page())).get("lang") == "en"


def test_nothing_of_it_comes_from_elsewhere_or_runs() -> None:
    written = render(page())
    found = tree(written)
    assert {"src", "href", "srcset", "action", "data", "style"} & {
        name for one in found.iter() for name in one.attrib
    } == set()
    assert {one.tag.rpartition("}")[2] for one in found.iter()} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "use",
        "a",
    } == set()
    assert re.findall(r"url\(|@import|https?:|javascript:", written) == []


def test_a_year_stays_small() -> None:
    assert len(render(page()).encode()) < 120_000
    full = page()._replace(
        days=tuple(one._replace(level=4, rests=True) for one in page().days), today=date(2027, 1, 1)
    )
    assert len(render(full).encode()) < LARGEST


def pictures() -> list[ElementTree.Element]:
    return [one for one in tree(render(page())).iter(f"{SVG}svg") if one.get("aria-hidden") != "true"]


def test_every_picture_is_well_formed_and_says_in_words_what_it_shows() -> None:
    assert len(pictures()) == 1 + 4 + len(page().waves)
    for one in pictures():
        assert one.get("role") == "img"
        title, described = words_of(one[0]), words_of(one[1])
        assert (one[0].tag, one[1].tag) == (f"{SVG}title", f"{SVG}desc")
        assert one.get("aria-label") == f"{title}. {described}"
        assert described.endswith(".")
    for text in re.findall(r"<svg.*?</svg>", render(page()), re.DOTALL):
        ElementTree.fromstring(text)


def test_the_words_of_the_pictures_are_those_of_the_page() -> None:
    said = [one.get("aria-label") or "" for one in pictures()]
    assert said[0] == "Month 4 since starting. The quarter held months 2 to 4."
    assert any(one.startswith("Apr to Jun 2026. A quiet time.") for one in said)
    assert any("Oct to Dec 2026. Days that held something: October 1" in one for one in said)
    for wave in page().waves:
        assert any(one.startswith(f"{wave.name}, {wave.cadence}. ") and wave.said in one for one in said)


def test_every_day_is_drawn_from_the_first_that_counts_to_today() -> None:
    quarters = [one for one in tree(render(page())).iter(f"{SVG}svg") if one.get("class") == "days"]
    drawn = [sum(one.tag == f"{SVG}circle" for one in quarter.iter()) for quarter in quarters]
    rests = [sum(one.get("class") == "rest" for one in quarter.iter()) for quarter in quarters]
    assert page().begins == date(2026, 8, 3)
    marks = [one for one in page().days if one.day <= TODAY and (one.level or not one.rests)]
    shown = Counter((one.day.month - 1) // 3 for one in marks if one.level or one.day >= page().begins)
    assert drawn == [shown[number] for number in range(4)]
    assert rests == [0, 0, 0, 5]


def luminance(colour: str) -> float:
    """By WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_the_rules_say() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("theme", ["by day", "by night"])
def test_text_stands_out_from_what_it_stands_on(theme: str) -> None:
    written = render(page())
    day, night = re.findall(r":root\{(.*?)\}", written)
    colours = dict(re.findall(r"--(\w+):(#[0-9a-f]{6});", day if theme == "by day" else night))
    assert colours == (LIGHT if theme == "by day" else DARK)
    for text, ground in product(("ink", "soft", "ember"), ("paper", "leaf")):
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert "prefers-color-scheme:dark" in written
    assert contrast(LIGHT["soft"], "#ffffff") >= 4.5, "on paper"


def test_text_has_no_colour_but_these() -> None:
    style = re.findall(r"<style>(.*?)</style>", render(page()), re.DOTALL)[0]
    rules = style[style.index("}}") :]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == []
    assert set(re.findall(r"(?<![-\w])color:([^;}]+)", rules)) == {
        "var(--ink)",
        "var(--soft)",
        "var(--ember)",
    }


def test_an_empty_quarter_is_one_kind_line() -> None:
    found = tree(render(review_page(at(quiet()), "2026Q4")))
    assert "there is still room in it for something small" in words_of(found)
    assert list(found.iter(f"{XHTML}section")) == []


def test_without_rhythm_and_month_no_figure_of_either_is_left() -> None:
    found = words_of(tree(render(page(life(show_rhythm=False, show_month=False)))))
    assert re.findall(r"Rhythm|kept \d|in a row|Month \d|since starting", found) == []
    assert re.findall(r"Rhythm|kept \d|Month \d", words_of(tree(render(page())))) != []


def test_it_says_quietly_whose_is_what() -> None:
    said = words_of(tree(render(page())))
    assert "Nothing here is counted per person." in said
    assert (
        "“If You Want To Fall Back In Love With Your Partner, Do These 12 Things”, by Catherine Winter"
        in said
    )
    assert "Ours" in said


def test_a_couple_of_three_weeks_sees_no_quarters_from_before() -> None:
    young = documents(moments=[mark("date", 1, note="Chips.")], rituals=[ritual("date", since=iso(20))])
    quarters = [one for one in tree(render(page(young))).iter(f"{SVG}svg") if one.get("class") == "days"]
    assert [words_of(one[0]) for one in quarters] == ["Oct to Dec 2026"]


@pytest.mark.parametrize("name", ["<b>Alex", "A & B]]>", "</title><script>", '"', "\u202exelA"])
def test_names_and_what_rituals_are_called_are_words_as_well(name: str) -> None:
    partners = [{**one, "name": f"{one['name'][0]}{name}"} for one in PARTNERS]
    held = life(partners=partners)
    tables = {table: {d["id"]: dict(d) for d in held.standing(table)} for table in held.tables()}
    for row in tables["rituals"].values():
        row["name"] = name
    found = tree(render(page(Documents(tables))))
    assert {one.tag for one in found.iter()} == {one.tag for one in tree(render(page())).iter()}
    for kind, place in (("p", "names"), ("cite", None), ("bdi", None), ("p", "who"), ("span", "who")):
        shown = [words_of(one) for one in found.iter(f"{XHTML}{kind}") if place in (None, one.get("class"))]
        assert any(name in one for one in shown), (kind, place)
