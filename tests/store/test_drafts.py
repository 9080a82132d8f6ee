"""Unfinished words on the disk: there after any end, for the next window, and gone once kept or let go."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.store.children import in_child
from tests.store.things import ALEX, NOW, SAM, open_as
from tracker.archive.files import stored_files, writer_folders
from tracker.clock import FixedClock
from tracker.drafts import Draft, Drafts, Spot, Typed
from tracker.errors import Refusal
from tracker.store.draft_files import MOST, DraftFiles

TODAY = "today:2026-11-20"


def window(root: Path, writer: str = ALEX) -> Drafts:
    """A window that was just opened."""
    return Drafts(FixedClock(NOW), DraftFiles(root, writer))


def type_in(drafts: Drafts, text: str, by: str = "a", place: str = TODAY) -> str:
    """Type at a place, and let it be written down."""
    known = drafts.of(by, place)
    draft_id = known.id if known else drafts.new_id()
    drafts.put(draft_id, by, Spot(place, "a note"), {"note": Typed(text)})
    drafts.save()
    return draft_id


def texts(drafts: Drafts, by: str = "a") -> list[str]:
    return sorted(draft.words["note"].text for draft in drafts.mine(by))


def on_disk(root: Path) -> bytes:
    """Every byte below the folder."""
    return b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())


def killed(root: Path, *typed: str) -> None:
    """Windows that end without another word, each with something typed."""

    def die() -> str:
        windows = [window(root) for _ in typed]
        return "".join(type_in(one, text) for one, text in zip(windows, typed, strict=True))

    in_child(die)


def test_words_are_found_by_the_next_window_for_their_author_alone(root: Path) -> None:
    before = window(root)
    type_in(before, "half a thou")
    before.close()
    after = window(root)
    assert texts(after) == ["half a thou"]
    assert after.mine("b") == after.mine("") == ()
    assert after.of("b", TODAY) is None
    assert after.typed_here("a") == (), "found, and not typed in this window"


def test_nothing_is_written_before_there_are_words(root: Path) -> None:
    drafts = window(root)
    drafts.save()
    drafts.close()
    assert not root.exists()


def test_the_same_words_again_write_nothing(root: Path) -> None:
    drafts = window(root)
    type_in(drafts, "half")
    (path,) = root.glob("*/drafts/*.json")
    before = path.stat()
    type_in(drafts, "half")
    assert os.path.samestat(before, path.stat())
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_after_a_kill_they_are_there(root: Path) -> None:
    killed(root, "cut in the mid")
    assert texts(window(root)) == ["cut in the mid"]


def test_what_an_open_window_holds_is_its_own(root: Path) -> None:
    one, other = window(root), window(root)
    type_in(one, "of the one")
    type_in(other, "of the other")
    assert (texts(one), texts(other), texts(window(root))) == (["of the one"], ["of the other"], [])
    one.close()
    other.close()
    assert texts(window(root)) == ["of the one", "of the other"]


def test_what_was_taken_over_stands_in_one_file_after_the_next_word(root: Path) -> None:
    killed(root, "first", "second")
    heir = window(root)
    assert texts(heir) == ["first", "second"]
    assert len([*root.glob("*/drafts/*.json")]) == 2, "only looked at"
    assert texts(window(root)) == [], "they are the heir's now"
    type_in(heir, "third", place="new-date:")
    assert len([*root.glob("*/drafts/*.json")]) == 1
    heir.close()
    assert texts(window(root)) == ["first", "second", "third"]


def test_an_heir_that_types_nothing_leaves_them_for_the_next(root: Path) -> None:
    killed(root, "still there")
    for _ in range(2):
        heir = window(root)
        assert texts(heir) == ["still there"]
        heir.close()


def test_what_was_kept_or_let_go_is_in_no_byte(root: Path) -> None:
    killed(root, "SECRET one")
    drafts = window(root)
    second = type_in(drafts, "SECRET two", place="new-date:")
    type_in(drafts, "Sam's", by="b")
    for draft in (*drafts.mine("a"),):
        drafts.discard(draft.id)
    drafts.save()
    assert drafts.get(second) is None
    assert b"SECRET" not in on_disk(root)
    assert b"Sam's" in on_disk(root)
    for draft in drafts.mine("b"):
        drafts.discard(draft.id)
    drafts.save()
    drafts.close()
    assert [path for path in root.rglob("*") if path.is_file()] == []


def test_only_the_account_itself_may_read_them_in_a_shared_folder_too(root: Path) -> None:
    root.mkdir()
    root.chmod(0o3770)
    type_in(window(root), "mine")
    for path in (root / ALEX / "drafts").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert stat.S_IMODE((root / ALEX / "drafts").stat().st_mode) & 0o777 == 0o700


def test_another_writer_finds_nothing(root: Path) -> None:
    killed(root, "mine")
    assert texts(window(root, SAM)) == []


def test_they_are_in_no_archive_and_no_document_and_go_with_the_folder(root: Path) -> None:
    type_in(window(root), "SECRET")
    assert stored_files(root) == {}
    assert [*open_as(root).documents.tables()] == []
    assert writer_folders(root) == [root / ALEX], "so that erasing finds them"


def test_controls_go_and_a_book_is_cut(root: Path) -> None:
    drafts = window(root)
    type_in(drafts, "a\x1b[31mred\ud800" + "x" * MOST)
    drafts.close()
    (text,) = texts(window(root))
    assert text.startswith("a[31mred\ufffdx")
    assert len(text) < MOST
    assert b"\\u001b" not in on_disk(root)


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b'{"format": 2, "drafts": []}', b'{"format":1,"drafts":[{}]}']
)
def test_what_is_not_understood_stays_as_it_is(root: Path, raw: bytes) -> None:
    folder = root / ALEX / "drafts"
    folder.mkdir(parents=True)
    (folder / "other.json").write_bytes(raw)
    drafts = window(root)
    assert drafts.mine("a") == ()
    type_in(drafts, "new")
    assert (folder / "other.json").read_bytes() == raw


def test_a_link_is_never_followed(root: Path, tmp_path: Path) -> None:
    killed(root, "elsewhere")
    folder = root / ALEX / "drafts"
    (found,) = folder.glob("*.json")
    found.rename(tmp_path / "elsewhere")
    found.symlink_to(tmp_path / "elsewhere")
    assert texts(window(root)) == []
    drafts = window(root)
    folder.rename(tmp_path / "moved")
    folder.symlink_to(tmp_path / "moved")
    with pytest.raises(Refusal, match="link"):
        type_in(drafts, "through it")


def test_where_nothing_can_be_written_they_stay_in_the_window_and_it_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = window(root)
    type_in(drafts, "before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("tracker.store.draft_files.write_temporary", full)
        with pytest.raises(Refusal, match="disk is full"):
            type_in(drafts, "after")
    assert texts(drafts) == ["after"]
    assert not drafts.is_saved
    assert b"before" in on_disk(root)
    drafts.save()
    assert b"after" in on_disk(root)


def test_without_a_keeper_they_last_as_long_as_the_window() -> None:
    drafts = Drafts(FixedClock(NOW))
    type_in(drafts, "here")
    assert texts(drafts) == ["here"]
    drafts.close()


def test_a_draft_that_stands_twice_is_taken_once_as_it_was_last(root: Path) -> None:
    class Twice:
        def take_over(self) -> list[Draft]:
            later = NOW.replace(minute=NOW.minute + 1)
            return [
                Draft("1", "a", Spot(TODAY, "a note"), {"note": Typed("newer")}, later),
                Draft("1", "a", Spot(TODAY, "a note"), {"note": Typed("older")}, NOW),
            ]

        def keep(self, drafts: object) -> None: ...

        def close(self) -> None: ...

    assert texts(Drafts(FixedClock(NOW), Twice())) == ["newer"]
