"""An archive: all files as stored, and nothing else."""

from __future__ import annotations

import json
import stat
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.archive.conftest import NOON, WRITER
from tracker.archive.files import belongs, stored_files, writer_folders
from tracker.archive.pack import pack
from tracker.errors import Refusal


def test_it_holds_the_month_files_as_stored_and_their_sums(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "archive.zip"
    assert pack(data, out, NOON) == 2
    with ZipFile(out) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        names = [f"{WRITER}/2026-10.json", f"{WRITER}/2026-11.json"]
        assert archive.namelist() == ["manifest.json", *names]
        for name in names:
            raw = (data / name).read_bytes()
            assert archive.read(name) == raw
            assert manifest["files"][name] == {"bytes": len(raw), "sha256": sha256(raw).hexdigest()}
    assert manifest["made_at"] == "2026-11-20T12:00:00Z"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_same_files_at_the_same_moment_give_the_same_bytes(data: Path, tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("1", "2", "3"))
    pack(data, first, NOON)
    pack(data, second, NOON + timedelta(microseconds=4))
    pack(data, third, NOON + timedelta(days=1))
    assert first.read_bytes() == second.read_bytes() != third.read_bytes()


def test_locks_dated_backups_half_written_files_and_strangers_stay_out(data: Path, tmp_path: Path) -> None:
    before = list(stored_files(data))
    folder = data / WRITER
    (folder / "backups").mkdir(exist_ok=True)
    for name in (".lock", ".2026-11.json.1a.tmp", "backups/2026-11.2026-11-20.json", "notes.txt", "x.json"):
        (folder / name).write_text("{}")
    (data / ".edit.lock").write_text("")
    (data / "2026-11.json").write_text("{}")
    (data / "linked-0a1b").symlink_to(folder)
    (folder / "2026-09.json").symlink_to(tmp_path / "elsewhere.json")
    assert list(stored_files(data)) == before


def test_a_conflict_copy_and_bytes_kept_aside_belong_to_the_data(data: Path) -> None:
    for name in ("2026-11.sync-conflict-20261120-101010-ABCDEFG.json", "2026-11.json.damaged-20261120"):
        (data / WRITER / name).write_text("{}")
        assert f"{WRITER}/{name}" in stored_files(data)


def test_an_existing_file_is_never_replaced(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "archive.zip"
    out.write_text("mine")
    with pytest.raises(Refusal, match="left alone"):
        pack(data, out, NOON)
    out.unlink()
    out.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refusal, match="left alone"):
        pack(data, out, NOON)
    assert not (tmp_path / "nowhere").exists()


def test_nothing_to_back_up_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="nothing to back up"):
        pack(tmp_path / "absent", tmp_path / "archive.zip", NOON)
    assert not (tmp_path / "archive.zip").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../2026-11.json",
        "a/../2026-11.json",
        "/2026-11.json",
        "//2026-11.json",
        "2026-11.json",
        "a/b/2026-11.json",
        "a\\..\\2026-11.json",
        "a/..\\2026-11.json",
        "C:/2026-11.json",
        ".hidden/2026-11.json",
        "a/.lock",
        "a/2026-11.json/",
        "a/2026-13.json",
        "a/2026-11.x\n.json",
        "a\x1b/2026-11.json",
        "a/notes.json",
        "manifest.json",
        "",
    ],
)
def test_a_name_that_could_lead_elsewhere_never_belongs(name: str) -> None:
    assert not belongs(name)


def test_a_folder_is_a_writers_only_with_a_lock_or_a_month(data: Path) -> None:
    (data / "photos").mkdir()
    (data / "photos" / "us.jpg").write_text("")
    (data / "sam-2b3c").mkdir()
    (data / "sam-2b3c" / ".lock").write_text("")
    assert [folder.name for folder in writer_folders(data)] == [WRITER, "sam-2b3c"]
