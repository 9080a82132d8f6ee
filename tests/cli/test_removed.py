"""`removed`: the kind and the day of what was set aside, never its words."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.cli.conftest import Shell
from tracker.acts.entries import set_weather
from tracker.acts.removal import remove
from tracker.acts.sitting import Sitting
from tracker.store.disk import open_store


def _sitting(shell: Shell) -> Sitting:
    return Sitting(open_store(shell.data, shell.state, shell.clock), shell.clock)


def _remove(shell: Shell, table: str, by: str = "") -> str:
    """Remove the one record of a table; its id."""
    (document,) = shell.documents.standing(table)
    _sitting(shell).do(lambda at: remove(at, table, document["id"], me=by))
    return str(document["id"])


def test_nothing_removed_is_said_calmly(pair: Shell) -> None:
    assert pair.done("removed") == "Nothing was removed in the last 30 days.\n"


def test_a_shared_record_is_listed_and_brought_back(pair: Shell) -> None:
    pair.done("did", "date", "--note", "pasta")
    removed = _remove(pair, "moments")
    listed = pair.done("removed")
    assert f"{removed}  a tick, Friday 20 November 2026" in listed
    assert "pasta" not in listed
    assert pair.done("removed", "--bring-back", removed) == "Brought back: a tick.\n"
    assert [moment.note for moment in pair.library.moments] == ["pasta"]
    assert "Nothing was removed" in pair.done("removed")


def test_the_number_may_be_typed_without_its_zeros(pair: Shell) -> None:
    pair.done("did", "date")
    removed = _remove(pair, "moments")
    assert pair.done("removed", "--bring-back", removed.lstrip("0"))


def test_ones_own_words_are_for_oneself_alone(alex: Shell) -> None:
    alex.done("appreciate", "you waited up")
    couple = alex.library.need_couple()
    removed = _remove(alex, "appreciations", couple.named("Alex").id)
    assert f"{removed}  an appreciation" in alex.done("removed")
    assert removed not in alex.done("removed", "--by", "Sam")
    assert "yours" in alex.refused("removed", "--by", "Sam", "--bring-back", removed)
    alex.done("removed", "--bring-back", removed)
    assert len(alex.library.appreciations) == 1


def test_weather_is_listed_only_for_the_partner_who_is_named(alex: Shell) -> None:
    me = alex.library.need_couple().named("Alex").id
    _sitting(alex).do(lambda at: set_weather(at, me=me, level=2))
    removed = _remove(alex, "weather", me)
    assert removed not in alex.done("removed")
    assert removed in alex.done("removed", "--by", "Alex")
    assert "rainy" not in alex.done("removed", "--by", "Alex")


def test_after_thirty_days_nothing_comes_back(pair: Shell) -> None:
    pair.done("did", "date")
    removed = _remove(pair, "moments")
    pair.clock.move_to(datetime(2026, 12, 21, 12, tzinfo=UTC))
    assert "Nothing was removed" in pair.done("removed")
    assert pair.refused("removed", "--bring-back", removed)
