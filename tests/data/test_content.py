"""What the tracker says is sound, kind, in its own words, and dealt out fairly."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest

import data
from tracker.content import Article, Practice, Prompt, Prompts, Reason, TimeStatement, article

FOLDER = Path(data.__path__[0])
FORBIDDEN = ("lost", "broken", "failed", "missed", "score", "waiting for", "hasn't")
NAMES = {"key", "practice", "reasons", "steers", "side"}
"""Fields that hold keys: nobody reads them on a screen."""

START = date(2026, 11, 22)
FOCI: tuple[tuple[str, ...], ...] = (
    (),
    ("infidelity",),
    ("boredom",),
    ("little-communication", "unmet-expectations"),
    ("indifference", "resentment", "lost-effort"),
)


@pytest.fixture(scope="module")
def prompts() -> Prompts:
    return Prompts.load()


@pytest.fixture(scope="module")
def source() -> Article:
    return article()


def words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z']+", text.lower()))


def sentences(thing: object) -> Iterator[str]:
    """Every string of a file that someone may read on a screen."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for name, value in thing.items():
            if name not in NAMES:
                yield from sentences(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from sentences(value)


def whole_file(path: Path) -> object:
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else tomllib.loads(text)


FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".json", ".toml"})


def days(count: int, start: date = START) -> list[date]:
    return [start + timedelta(days=n) for n in range(count)]


def walk(prompts: Prompts, count: int, who: str, focus: Sequence[str] = (), other: str = "") -> list[Prompt]:
    return [prompts.for_day(day, who, focus, other) for day in days(count)]


# ── The words ──


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_unkind_is_said(path: Path) -> None:
    unkind = re.compile(r"\b(" + "|".join(FORBIDDEN) + r")\b", re.IGNORECASE)
    said = [text for text in sentences(whole_file(path)) if unkind.search(text.replace("’", "'"))]
    assert said == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_service_is_advertised(path: Path) -> None:
    text = path.read_text(encoding="utf-8").lower()
    assert not re.search(r"relationship[\s_-]*hero|https?:|www\.", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_screen_can_show_it(path: Path) -> None:
    for text in sentences(whole_file(path)):
        assert text.isprintable()
        assert text == text.strip()
        assert "  " not in text


# ── The prompts ──


def test_one_prompt_a_line_so_that_changes_read_well(prompts: Prompts) -> None:
    opening, *rows, closing = (FOLDER / "prompts.json").read_text(encoding="utf-8").splitlines()
    assert (opening, closing) == ("[", "]")
    assert [json.loads(row.rstrip(","))["key"] for row in rows] == [prompt.key for prompt in prompts]


def test_there_are_prompts_for_a_third_of_a_year(prompts: Prompts) -> None:
    assert len(prompts) >= 120


def test_keys_are_unique_and_plain(prompts: Prompts) -> None:
    keys = Counter(prompt.key for prompt in prompts)
    assert [key for key, times in keys.items() if times > 1] == []
    assert [key for key in keys if not re.fullmatch(r"[a-z]+(-[a-z]+)*", key)] == []


def test_every_prompt_fits_its_line(prompts: Prompts) -> None:
    assert [prompt.text for prompt in prompts if not 12 <= len(prompt.text) <= 62] == []


def test_no_two_prompts_are_alike(prompts: Prompts) -> None:
    texts = Counter(words(prompt.text) for prompt in prompts)
    assert [text for text, times in texts.items() if times > 1] == []
    alike = [
        (one.text, two.text)
        for one, two in combinations(prompts, 2)
        if len(words(one.text) & words(two.text)) / len(words(one.text) | words(two.text)) >= 0.7
    ]
    assert alike == []


def test_no_opening_becomes_a_formula(prompts: Prompts) -> None:
    openings = Counter(" ".join(prompt.text.split()[:2]) for prompt in prompts)
    assert [opening for opening, times in openings.items() if times > len(prompts) / 10] == []


def test_tags_are_known(prompts: Prompts, source: Article) -> None:
    assert {prompt.practice for prompt in prompts} <= {practice.key for practice in source.practices}
    assert {reason for prompt in prompts for reason in prompt.reasons} <= {
        each.key for each in source.reasons
    }
    assert [prompt.key for prompt in prompts if len(set(prompt.reasons)) < len(prompt.reasons)] == []


def test_every_reason_practice_and_side_has_its_prompts(prompts: Prompts, source: Article) -> None:
    by_reason = Counter(reason for prompt in prompts for reason in prompt.reasons)
    assert [each.key for each in source.reasons if by_reason[each.key] < 8] == []
    by_practice = Counter(prompt.practice for prompt in prompts)
    assert [each.key for each in source.practices if by_practice[each.key] < 4] == []
    by_side = Counter(prompt.side for prompt in prompts)
    assert len(by_side) >= 10
    assert min(by_side.values()) >= 5


def test_romance_is_marked_and_never_serves_hurt_trust(prompts: Prompts) -> None:
    romance = [prompt for prompt in prompts if prompt.romance]
    assert len(romance) >= 5
    assert [prompt.key for prompt in romance if "infidelity" in prompt.reasons] == []
    plain = re.compile(r"\b(kiss|touch|attract\w*|flutter|flirt|held|embrace|desire)\b", re.IGNORECASE)
    unmarked = [prompt.text for prompt in prompts if plain.search(prompt.text) and not prompt.romance]
    assert unmarked == ["A corner of home that is better for their touch"]


def test_no_prompt_rates_a_body(prompts: Prompts) -> None:
    rating = re.compile(
        r"\b(beaut\w*|handsome|pretty|sexy|weight|slim|thin|fit|figure|hair|skin|looks)\b", re.I
    )
    assert [prompt.text for prompt in prompts if rating.search(prompt.text)] == [
        "Was today thin? One thing about them that was still good"
    ]


# ── Which prompt a day brings ──


def test_a_day_brings_the_same_prompt_everywhere(prompts: Prompts) -> None:
    pinned = prompts.for_day(START, "0001", other="0002")
    assert pinned.text == "A sound of theirs about the place that you like"
    asked_elsewhere = subprocess.run(
        [
            sys.executable,
            "-c",
            "from datetime import date; from tracker.content import Prompts;"
            "print(Prompts.load().for_day(date(2026, 11, 22), '0001', other='0002').text)",
        ],
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(FOLDER.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked_elsewhere.stdout.strip() == pinned.text


@pytest.mark.parametrize(("who", "other"), [("alex", ""), ("alex", "sam"), ("sam", "alex")])
def test_all_prompts_come_before_any_comes_again(prompts: Prompts, who: str, other: str) -> None:
    a_round = len(prompts)
    first = date.fromordinal(START.toordinal() // a_round * a_round)
    for start in (first, first + timedelta(days=a_round)):
        dealt = [prompts.for_day(day, who, other=other) for day in days(a_round, start)]
        assert Counter(prompt.key for prompt in dealt) == Counter(prompt.key for prompt in prompts)


def test_rounds_differ_and_yet_a_prompt_stays_away_for_long(prompts: Prompts) -> None:
    a_round = len(prompts)
    for who, other in (("alex", "sam"), ("sam", "alex")):
        dealt = walk(prompts, 3 * a_round, who, other=other)
        assert dealt[:a_round] != dealt[a_round : 2 * a_round]
        for key in {prompt.key for prompt in dealt}:
            seen = [place for place, prompt in enumerate(dealt) if prompt.key == key]
            assert min(later - earlier for earlier, later in pairwise(seen)) > a_round * 0.7


@pytest.mark.parametrize("focus", FOCI, ids=lambda focus: "+".join(focus) or "none")
def test_two_partners_never_share_a_prompt_on_a_day(prompts: Prompts, focus: tuple[str, ...]) -> None:
    one = walk(prompts, 500, "alex", focus, other="sam")
    two = walk(prompts, 500, "sam", focus, other="alex")
    assert [mine.text for mine, yours in zip(one, two, strict=True) if mine == yours] == []


def test_without_the_other_each_still_has_an_order_of_their_own(prompts: Prompts) -> None:
    one, two = walk(prompts, 200, "alex"), walk(prompts, 200, "sam")
    assert sum(mine == yours for mine, yours in zip(one, two, strict=True)) < 10


@pytest.mark.parametrize("focus", FOCI[1:], ids="+".join)
def test_a_focus_brings_its_prompts_on_half_of_the_days(prompts: Prompts, focus: tuple[str, ...]) -> None:
    dealt = walk(prompts, 2 * len(prompts), "alex", focus, other="sam")
    suited = [prompt for prompt in dealt if prompt.suits(focus)]
    assert len(suited) >= len(dealt) * 0.45
    allowed = {prompt.key for prompt in prompts if "infidelity" not in focus or not prompt.romance}
    assert {prompt.key for prompt in dealt} == allowed


def test_a_narrow_focus_comes_every_second_day(prompts: Prompts) -> None:
    dealt = walk(prompts, 60, "alex", ["infidelity"])
    assert all(one.suits(["infidelity"]) != two.suits(["infidelity"]) for one, two in pairwise(dealt))
    assert walk(prompts, 60, "alex") != dealt


def test_romance_rests_while_trust_is_the_focus(prompts: Prompts) -> None:
    assert any(prompt.romance for prompt in walk(prompts, len(prompts), "alex", other="sam"))
    assert not any(
        prompt.romance for prompt in walk(prompts, 3 * len(prompts), "alex", ["boredom", "infidelity"])
    )


def test_a_focus_nobody_knows_changes_nothing(prompts: Prompts) -> None:
    assert walk(prompts, 30, "alex", ["moonlight"]) == walk(prompts, 30, "alex")


@pytest.mark.parametrize("focus", [(), ("infidelity",)])
def test_asking_for_another_shows_them_all(prompts: Prompts, focus: tuple[str, ...]) -> None:
    first = prompt = prompts.for_day(START, "alex", focus, other="sam")
    shown = []
    while (prompt := prompts.next_after(prompt, focus)) != first:
        shown.append(prompt)
    allowed = [each for each in prompts if not (focus and each.romance)]
    assert len(shown) == len(allowed) - 1
    assert {each.key for each in [first, *shown]} == {each.key for each in allowed}
    assert sum(one.side == two.side for one, two in pairwise(shown)) < len(shown) / 5


def test_another_after_one_that_rests_is_still_a_prompt(prompts: Prompts) -> None:
    romance = next(prompt for prompt in prompts if prompt.romance)
    assert not prompts.next_after(romance, ["infidelity"]).romance


# ── The article ──


def test_the_article_is_credited(source: Article) -> None:
    assert source.title == "If You Want To Fall Back In Love With Your Partner, Do These 12 Things"
    assert source.author == "Catherine Winter"


def test_its_twelve_practices_stand_in_order(source: Article) -> None:
    assert [practice.key for practice in source.practices] == [
        "ebb-and-flow",
        "find-the-cause",
        "talk",
        "remember",
        "mindset",
        "effort",
        "counselling",
        "appreciate",
        "let-go",
        "kindness",
        "quality-time",
        "shared-goals",
    ]
    assert [practice.number for practice in source.practices] == list(range(1, 13))
    assert [practice.name for practice in source.practices if len(practice.name) > 28] == []
    assert [practice.key for practice in source.practices if len(practice.gist) > 160] == []


def test_its_nine_reasons_say_what_they_steer(source: Article) -> None:
    assert [reason.key for reason in source.reasons] == [
        "indifference",
        "lost-effort",
        "resentment",
        "unmet-expectations",
        "little-communication",
        "boredom",
        "infidelity",
        "physical-changes",
        "incompatibility",
    ]
    assert {reason.key for reason in source.reasons if reason.inferred} == {
        "indifference",
        "boredom",
        "infidelity",
    }
    practices = {practice.key for practice in source.practices}
    for reason in source.reasons:
        assert reason.steers
        assert set(reason.steers) <= practices
        assert reason.inferred == ("The heading is inferred." in reason.note)
    assert source.reason("infidelity").steers[0] == "counselling"


def test_every_statement_has_its_lines(source: Article) -> None:
    things: list[Practice | Reason | TimeStatement] = [*source.practices, *source.reasons, *source.timeline]
    for thing in things:
        first, last = thing.lines
        assert 1 <= first <= last <= 418, thing.key


def test_practices_and_reasons_follow_the_text_without_overlap(source: Article) -> None:
    for spans in ([each.lines for each in source.practices], [each.lines for each in source.reasons]):
        assert all(one[1] < two[0] for one, two in pairwise(spans))


def test_statements_about_time_keep_their_hedges(source: Article) -> None:
    hedges = {
        "not-all-in-one-go": "probably",
        "fresh-start": "might",
        "feelings-change": "might",
        "no-definitive-answer": "no definitive answer",
        "no-nearer": "probably",
        "years-together": "probably",
    }
    for key, hedge in hedges.items():
        assert hedge in source.statement(key).gist
    assert "might" in source.statement("no-nearer").gist
    assert "or so" in source.statement("no-nearer").gist
    assert len({statement.key for statement in source.timeline}) == len(source.timeline)


def test_every_statement_about_time_is_there_with_its_line(source: Article) -> None:
    lines = {(statement.key, *statement.lines) for statement in source.timeline}
    assert lines >= {
        ("not-all-in-one-go", 155, 155),
        ("each-and-every-day", 305, 305),
        ("regular-time", 209, 213),
        ("weekend-each-month", 213, 213),
        ("fresh-start", 217, 219),
        ("feelings-change", 372, 372),
        ("no-definitive-answer", 392, 392),
        ("no-nearer", 392, 392),
        ("various-factors", 394, 394),
        ("years-together", 396, 396),
        ("no-snap-decisions", 410, 410),
    }


def test_figures_of_ours_are_never_put_into_the_articles_mouth(source: Article) -> None:
    assert [statement.key for statement in source.timeline if re.search(r"\d", statement.gist)] == []
    assert source.statement("fresh-start").about == "physical intimacy only"


def test_what_is_asked_for_by_an_unknown_key_is_a_key_error(source: Article) -> None:
    with pytest.raises(KeyError):
        source.practice("horoscope")
    assert source.practice("talk").number == 3


# ── The cost ──


def test_reading_the_prompts_neither_reads_the_article_nor_loads_toml() -> None:
    program = (
        "import sys; from tracker.content import Prompts; Prompts.load();"
        "print([name for name in ('tomllib', 'textual', 'rich') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(FOLDER.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"
