"""Noticing, keeping and telling; and the weather."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.acts.house import TODAY, YESTERDAY, House, days_ago
from tracker.acts.common import LONGEST_NOTE
from tracker.acts.entries import appreciate, reword, set_weather, tell
from tracker.acts.pauses import pause
from tracker.acts.removal import bring_back, remove, removed
from tracker.acts.rituals import add_ritual, did
from tracker.records.entries import WEATHER_WORDS, Appreciation


def note(house: House) -> Appreciation:
    """The one note that stands."""
    (one,) = house.at().library.appreciations
    return one


def offered(house: House, giver: str) -> str | None:
    """The words that this giver may tell today."""
    at = house.at()
    offer = at.library.appreciations.to_tell(giver, at.today, at.couple.day_of)
    return offer.text if offer else None


# Keeping


def test_a_note_is_kept_for_today_about_the_other_and_untold(house: House) -> None:
    house.do(appreciate, by=house.sam, text="Warm tea", cue="at breakfast")
    kept = note(house)
    assert (kept.text, kept.cue, kept.day) == ("Warm tea", "at breakfast", TODAY)
    assert (kept.by, kept.about) == (house.sam, house.alex)
    assert (kept.told_on, kept.told_how) == (None, "")


TEXTS = [
    ("  Warm tea \n", "Warm tea"),
    ("two\nlines", "two\nlines"),
    ("two\r\nlines", "two\nlines"),
    ("a\ttab", "a tab"),
    ("\x1b]0;title\x07red\x1b[31m", "]0;titlered[31m"),
    ("c1\x9b31m\x85end", "c131m\nend"),
    ("\x7fdelete\x00", "delete"),
    ("half an emoji \ud83d", "half an emoji \ufffd"),
    ("[/] {x} %s </b> \\", "[/] {x} %s </b> \\"),
    ("❤️‍🔥 ناعم 李", "❤️‍🔥 ناعم 李"),
    ("x" * LONGEST_NOTE, "x" * LONGEST_NOTE),
    (" " * 50 + "x" * LONGEST_NOTE + "\n" * 50, "x" * LONGEST_NOTE),
]


@pytest.mark.parametrize(("text", "kept"), TEXTS)
def test_words_are_kept_as_written_but_for_what_a_terminal_obeys(
    either_house: House, text: str, kept: str
) -> None:
    house = either_house
    house.do(appreciate, by=house.alex, text=text, cue=text)
    assert (note(house).text, note(house).cue) == (kept, kept)


NOTHING = ["", " ", "\n\t \n", "\u00a0\u3000", "\x1b\x07", "\u200b\ufeff"]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_to_read_is_nothing_to_keep(house: House, text: str) -> None:
    assert "nothing to keep yet" in house.refused(appreciate, by=house.alex, text=text)


@pytest.mark.parametrize("cue", NOTHING)
def test_a_cue_may_be_left_empty(house: House, cue: str) -> None:
    house.do(appreciate, by=house.alex, text="Tea", cue=cue)
    assert note(house).cue == ""


def test_a_pasted_book_is_refused_and_not_cut(house: House) -> None:
    book = "x" * (LONGEST_NOTE + 1)
    assert "20,001 characters" in house.refused(appreciate, by=house.alex, text=book)
    assert "The cue has 20,001" in house.refused(appreciate, by=house.alex, text="Tea", cue=book)


@pytest.mark.parametrize("day", [TODAY, YESTERDAY, date(1900, 1, 1)])
def test_a_note_may_be_about_any_past_day(house: House, day: date) -> None:
    meant = frozenset({f"day {day}"})  # of a day long ago it is asked whether it is
    house.do(lambda at: appreciate(at._replace(meant=meant), by=house.alex, text="Tea", day=day))
    assert note(house).day == day


@pytest.mark.parametrize(
    ("day", "said"), [(TODAY + timedelta(days=1), "still to come"), (date(1899, 12, 31), "before 1900")]
)
def test_days_to_come_and_before_1900_are_refused(house: House, day: date, said: str) -> None:
    assert said in house.refused(appreciate, by=house.alex, text="Tea", day=day)
    assert said in house.refused(set_weather, me=house.alex, level=3, day=day)


def test_before_set_up_nothing_is_kept(empty: House) -> None:
    assert "not set up yet" in empty.refused(appreciate, by="", text="Tea")


# Rewording


@pytest.mark.parametrize(("text", "kept"), TEXTS)
def test_reworded_words_are_kept_in_the_same_way(house: House, text: str, kept: str) -> None:
    house.do(appreciate, by=house.alex, text="Tea", cue="now")
    house.do(reword, note(house).id, me=house.alex, text=text, cue=text)
    assert (note(house).text, note(house).cue) == (kept, kept)


@pytest.mark.parametrize("text", NOTHING)
def test_words_cannot_be_reworded_away(house: House, text: str) -> None:
    house.do(appreciate, by=house.alex, text="Tea")
    assert "remove it instead" in house.refused(reword, note(house).id, me=house.alex, text=text, cue="")


def test_rewording_keeps_day_author_and_whether_it_was_told(house: House) -> None:
    house.do(appreciate, by=house.alex, text="Tea", day=YESTERDAY)
    house.do(tell, note(house).id, me=house.alex)
    before = note(house)
    house.later(days=2).do(reword, before.id, me=house.alex, text="Green tea", cue="")
    after = note(house)
    assert (after.day, after.by, after.about) == (before.day, before.by, before.about)
    assert (after.told_on, after.recorded_at) == (before.told_on, before.recorded_at)


def test_the_same_words_again_write_nothing(house: House) -> None:
    house.do(appreciate, by=house.alex, text="Tea", cue="now")
    assert house.do(reword, note(house).id, me=house.alex, text=" Tea ", cue="now") == ()


def test_a_note_that_was_removed_meanwhile_cannot_be_reworded(house: House) -> None:
    house.do(appreciate, by=house.alex, text="Tea")
    gone = note(house).id
    house.do(remove, "appreciations", gone, me=house.alex)
    assert "removed meanwhile" in house.refused(reword, gone, me=house.alex, text="Coffee", cue="")
    assert "removed meanwhile" in house.refused(tell, gone, me=house.alex)


def test_a_dialog_that_stood_open_changes_only_what_was_changed_in_it(either_house: House) -> None:
    house = either_house
    house.do(appreciate, by=house.alex, text="Tea", cue="now")
    seen = note(house)
    house.do(reword, seen.id, me=house.alex, text="Green tea", cue="now")
    house.do(reword, seen.id, me=house.alex, text="Tea", cue="at noon", seen=seen)
    assert (note(house).text, note(house).cue) == ("Green tea", "at noon")
    house.do(reword, seen.id, me=house.alex, text="Black tea", cue="at noon", seen=seen)
    assert note(house).text == "Black tea"
    assert [kept["value"] for kept in house.only("appreciations")["_kept"]] == ["Green tea"]


# Telling


@pytest.mark.parametrize("how", ["aloud", "shown"])
def test_telling_marks_the_day_and_how(house: House, how: str) -> None:
    house.do(appreciate, by=house.alex, text="Tea", day=YESTERDAY)
    house.do(tell, note(house).id, me=house.alex, how=how)
    assert (note(house).told, note(house).told_on, note(house).told_how) == (True, TODAY, how)


def test_a_note_is_told_aloud_or_shown_and_in_no_other_way(house: House) -> None:
    house.do(appreciate, by=house.alex, text="Tea")
    assert "aloud or shown" in house.refused(tell, note(house).id, me=house.alex, how="in a letter")


def test_one_note_a_day_is_told_by_each_and_the_other_one_is_free(house: House) -> None:
    for by in (house.alex, house.alex, house.sam):
        house.do(appreciate, by=by, text="Tea", day=YESTERDAY)
    first, second, sams = (document["id"] for document in house.all("appreciations"))
    house.do(tell, first, me=house.alex)
    assert "One was told today" in house.refused(tell, second, me=house.alex)
    house.do(tell, sams, me=house.sam)
    house.later(days=1).do(tell, second, me=house.alex)


def test_what_was_told_is_not_told_again(house: House) -> None:
    house.do(appreciate, by=house.alex, text="Tea")
    house.do(tell, note(house).id, me=house.alex)
    assert "told already" in house.later(days=1).refused(tell, note(house).id, me=house.alex)


def test_removing_what_was_told_today_does_not_free_the_day(house: House) -> None:
    for text in ("One", "Two", "Three"):
        house.do(appreciate, by=house.alex, text=text, day=YESTERDAY)
    first, second, _ = (document["id"] for document in house.all("appreciations"))
    house.do(tell, first, me=house.alex)
    house.do(remove, "appreciations", first, me=house.alex)
    assert offered(house, house.alex) is None
    assert "One was told today" in house.refused(tell, second, me=house.alex)


# The day's offer


@pytest.fixture
def jar(house: House) -> House:
    """Six notes of Alex's, written days ago; today is six days later."""
    for number in range(6):
        house.do(appreciate, by=house.alex, text=f"Note {number}")
    return house.later(days=6)


def test_a_note_is_offered_from_the_day_after_on(house: House) -> None:
    house.do(appreciate, by=house.alex, text="Tea")
    assert offered(house, house.alex) is None
    assert offered(house.later(days=1), house.alex) == "Tea"


def test_every_note_of_the_jar_is_offered_some_day(jar: House) -> None:
    seen = {offered(jar.later(days=1), jar.alex) for _ in range(150)}
    assert seen == {f"Note {number}" for number in range(6)}


def test_the_offer_stays_the_same_all_day_long_whatever_is_done(jar: House) -> None:
    offer = offered(jar, jar.alex)
    for number in range(40):
        jar.do(appreciate, by=jar.alex, text=f"New {number}")
        jar.do(appreciate, by=jar.alex, text=f"Late {number}", day=days_ago(number))
        jar.do(appreciate, by=jar.sam, text=f"Sam's {number}", day=days_ago(number))
        assert offered(jar, jar.alex) == offer
    jar.do(add_ritual, "Walk")
    jar.do(did, "walk", by=jar.sam)
    jar.do(set_weather, me=jar.alex, level=1)
    sams = next(document["id"] for document in jar.all("appreciations") if document["by"] == jar.sam)
    jar.do(tell, sams, me=jar.sam)
    others = [a for a in jar.at().library.appreciations if a.by == jar.alex and a.text != offer]
    jar.do(remove, "appreciations", others[0].id, me=jar.alex)
    assert offered(jar.later(hours=11), jar.alex) == offer


def test_the_offer_is_the_same_on_either_side_of_midnight_until_the_day_ends(jar: House) -> None:
    jar.clock.move_to(jar.clock.now().replace(hour=23, minute=59))
    offers = [offered(jar.later(minutes=30), jar.alex) for _ in range(8)]
    assert len(set(offers)) == 1


def test_removing_the_offered_note_brings_no_second_one_that_day(jar: House) -> None:
    offer = offered(jar, jar.alex)
    of_it = next(a for a in jar.at().library.appreciations if a.text == offer)
    jar.do(remove, "appreciations", of_it.id, me=jar.alex)
    assert offered(jar, jar.alex) is None
    jar.do(bring_back, of_it.id, me=jar.alex)
    assert offered(jar, jar.alex) == offer
    jar.do(remove, "appreciations", of_it.id, me=jar.alex)
    assert offered(jar.later(days=1), jar.alex) not in (None, offer)


def test_telling_any_note_ends_the_offer_until_tomorrow(jar: House) -> None:
    offer = offered(jar, jar.alex)
    another = next(a for a in jar.at().library.appreciations if a.text != offer)
    jar.do(tell, another.id, me=jar.alex)
    assert offered(jar, jar.alex) is None
    assert offered(jar.later(days=1), jar.alex) is not None


def test_a_first_note_written_about_an_earlier_day_is_offered_at_once_and_stays(house: House) -> None:
    house.do(appreciate, by=house.alex, text="First", day=days_ago(3))
    for number in range(20):
        house.do(appreciate, by=house.alex, text=f"Later {number}", day=days_ago(number))
        assert offered(house, house.alex) == "First"


def test_nothing_is_offered_to_the_other_one_or_to_nobody(jar: House) -> None:
    assert offered(jar, jar.sam) is None
    assert offered(jar, "") is None


# Weather


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_the_weather_is_one_word_of_five(house: House, level: int) -> None:
    house.do(set_weather, me=house.alex, level=level)
    weather = house.at().library.weather.of(house.alex, TODAY)
    assert weather is not None
    assert (weather.word, weather.level) == (WEATHER_WORDS[level - 1], level)


@pytest.mark.parametrize("level", [-1, 0, 6])
def test_other_weather_there_is_none(house: House, level: int) -> None:
    assert "stormy, rainy, cloudy, bright, sunny" in house.refused(set_weather, me=house.alex, level=level)


def test_the_same_day_has_one_weather_and_the_newest_word_stands(either_house: House) -> None:
    house = either_house
    house.do(set_weather, me=house.alex, level=2)
    assert house.do(set_weather, me=house.alex, level=2) == ()
    house.do(set_weather, me=house.alex, level=5)
    assert house.only("weather")["word"] == "sunny"


def test_weather_is_each_ones_own_and_each_days_own(house: House) -> None:
    house.do(set_weather, me=house.alex, level=1)
    house.do(set_weather, me=house.sam, level=5)
    house.do(set_weather, me=house.alex, level=4, day=YESTERDAY)
    weather = house.at().library.weather
    found = [weather.of(who, day) for who in (house.alex, house.sam) for day in (TODAY, YESTERDAY)]
    assert [one.level if one else None for one in found] == [1, 4, 5, None]


def test_prompts_rest_in_a_pause_but_writing_and_telling_stay_open(jar: House) -> None:
    jar.do(pause, TODAY)
    jar.do(appreciate, by=jar.alex, text="Even so")
    jar.do(tell, jar.newest("appreciations"), me=jar.alex)
    assert removed(jar.at(), jar.alex) == []
