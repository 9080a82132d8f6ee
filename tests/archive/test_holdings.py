"""Reading an archive without trusting it: sound throughout, or refused in a sentence."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.archive.conftest import NOON, WRITER
from tracker.archive import holdings
from tracker.archive.holdings import read_holdings
from tracker.archive.pack import archive_of, pack
from tracker.errors import Refusal

MONTH = b'{"_meta":{"1":{"schema":1}}}'
SOUND = archive_of({f"{WRITER}/2026-10.json": MONTH, f"{WRITER}/2026-11.json": MONTH}, NOON)


def _rebuilt(change: Callable[[dict[str, bytes], dict[str, Any]], None], method: int = ZIP_DEFLATED) -> bytes:
    """The sound archive, with its files and its manifest changed by a hand."""
    with ZipFile(io.BytesIO(SOUND)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    change(files, manifest)
    out = io.BytesIO()
    with ZipFile(out, "w", method) as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


def _path_up(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    files["../2026-11.json"] = files.pop(f"{WRITER}/2026-11.json")
    manifest["files"]["../2026-11.json"] = manifest["files"].pop(f"{WRITER}/2026-11.json")


def _other_bytes(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    files[f"{WRITER}/2026-11.json"] = MONTH.replace(b"1", b"2")


def _one_more(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    files[f"{WRITER}/2026-12.json"] = MONTH


def _one_less(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    del files[f"{WRITER}/2026-11.json"]


def _newer(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["format"] = 2


def _no_list(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["files"] = []


def _no_moment(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    manifest["made_at"] = "whenever"


def _same(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    """Nothing."""


def _bytes_of(tmp_path: Path, raw: bytes) -> Path:
    path = tmp_path / "archive.zip"
    path.write_bytes(raw)
    return path


def test_a_sound_archive_is_read_back(data: Path, tmp_path: Path) -> None:
    pack(data, tmp_path / "archive.zip", NOON)
    held = read_holdings(tmp_path / "archive.zip")
    assert held.made_at == NOON
    assert held.files == {
        f"{WRITER}/{month}.json": (data / WRITER / f"{month}.json").read_bytes()
        for month in ("2026-10", "2026-11")
    }


def test_the_helper_that_rebuilds_changes_nothing_by_itself(tmp_path: Path) -> None:
    assert read_holdings(_bytes_of(tmp_path, _rebuilt(_same))).files


@pytest.mark.parametrize(
    "change",
    [_path_up, _other_bytes, _one_more, _one_less, _newer, _no_list, _no_moment],
    ids=lambda change: change.__name__,
)
def test_an_archive_that_was_changed_is_refused(
    tmp_path: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None]
) -> None:
    with pytest.raises(Refusal):
        read_holdings(_bytes_of(tmp_path, _rebuilt(change)))


@pytest.mark.parametrize(
    "raw",
    [b"", b"PK", SOUND[:-30], SOUND[30:], b"not a zip", b"\x1f\x8b\x08", _rebuilt(_same, ZIP_BZIP2)],
    ids=["empty", "short", "cut", "headless", "text", "gzip", "other-method"],
)
def test_what_is_no_archive_is_refused(tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(Refusal):
        read_holdings(_bytes_of(tmp_path, raw))


def test_an_archive_that_unpacks_to_too_much_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holdings, "MOST_BYTES", 100)
    with pytest.raises(Refusal, match="too much"):
        read_holdings(_bytes_of(tmp_path, SOUND))


def test_a_member_that_is_longer_than_it_says_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b" " * 5_000_000)
    raw = out.getvalue().replace((5_000_000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    with pytest.raises(Refusal):
        read_holdings(_bytes_of(tmp_path, raw))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.zip", tmp_path):
        with pytest.raises(Refusal):
            read_holdings(path)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.integers(0, 255))
def test_no_changed_byte_is_taken_for_another_content(place: int, value: int) -> None:
    import tempfile

    raw = bytearray(SOUND)
    raw[place] = value
    with tempfile.TemporaryDirectory() as folder:
        path = _bytes_of(Path(folder), bytes(raw))
        try:
            held = read_holdings(path)
        except Refusal:
            return
    assert set(held.files.values()) == {MONTH}


def test_a_dated_backup_is_that_writers_month(data: Path) -> None:
    folder = data / WRITER / "backups"
    folder.mkdir(exist_ok=True)
    path = folder / "2026-11.2026-11-20.json"
    path.write_bytes((data / WRITER / "2026-11.json").read_bytes())
    held = read_holdings(path)
    assert list(held.files) == [f"{WRITER}/2026-11.json"]
    assert held.made_at is None


def test_another_json_file_is_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    path.write_text("{}")
    with pytest.raises(Refusal):
        read_holdings(path)
