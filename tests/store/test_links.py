"""Links, pipes and folders in the place of files: never followed, never replaced, and said."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.store.things import ALEX, an_id, kinds, moment, month_path, notes, open_as, write
from tracker.errors import Refusal


def test_a_linked_writer_folder_is_neither_read_nor_written(root: Path, tmp_path: Path) -> None:
    write(open_as(tmp_path / "elsewhere"), moment(1))
    root.mkdir()
    (root / ALEX).symlink_to(tmp_path / "elsewhere" / ALEX)
    store = open_as(root)
    assert notes(store) == {}
    assert kinds(store) == ["unreadable"]
    with pytest.raises(Refusal, match="link"):
        write(store, moment(2))
    assert {*notes(open_as(tmp_path / "elsewhere"))} == {an_id(1)}


@pytest.mark.parametrize("kind", ["link", "dangling", "pipe", "folder"])
def test_a_month_file_that_is_no_plain_file_is_neither_read_nor_replaced(
    root: Path, tmp_path: Path, kind: str
) -> None:
    write(open_as(root), moment(1))
    path = month_path(root)
    target = tmp_path / "elsewhere.json"
    path.rename(target)
    if kind == "link":
        path.symlink_to(target)
    elif kind == "dangling":
        path.symlink_to(tmp_path / "nowhere")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    store = open_as(root)
    assert notes(store) == {}
    assert kinds(store) == ["unreadable"]
    with pytest.raises(Refusal, match="nothing is written over it"):
        write(store, moment(2))
    assert json.loads(target.read_bytes())["moments"]
    assert {*notes(store)} == set()
    write(store, moment(3, day="2026-10-01"))
    assert {*notes(open_as(root))} == {an_id(3)}


@pytest.mark.parametrize("name", [".lock", "backups"])
def test_other_links_in_a_writers_folder_are_not_followed(root: Path, tmp_path: Path, name: str) -> None:
    (root / ALEX).mkdir(parents=True)
    target = tmp_path / "target"
    if name == "backups":
        target.mkdir()
    (root / ALEX / name).symlink_to(target)
    store = open_as(root)
    with pytest.raises(Refusal):
        write(store, moment(1))
        write(store, moment(2))
    assert not target.exists() or [*target.iterdir()] == []
