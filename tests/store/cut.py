"""A disk whose power can be cut: it records what a process did, and shows what may be left of it afterwards.

What a file holds is safe once the file was synced, and a name once its folder was. Of all names changed
since, any may have reached the disk and any may not, each for itself; of bytes not synced nothing is there.
"""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH112, PTH120

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest


class Step(NamedTuple):
    """One thing done to the disk."""

    kind: str
    """`write`, `sync`, `sync-folder`, `name` (a path now means a file), `gone` or `folder`."""
    path: str
    source: str = ""
    """What a name was taken from: another name (`name`), or nothing (a new file)."""
    moved: bool = False
    data: bytes = b""


class Recorder:
    """Records the steps below a folder."""

    def __init__(self, patch: pytest.MonkeyPatch, root: Path) -> None:
        self.root = str(root)
        self.steps: list[Step] = []
        self._paths: dict[int, str] = {}
        for name in ("open", "write", "fsync", "replace", "link", "unlink", "mkdir"):
            patch.setattr(os, name, self._recorded(getattr(self, f"_{name}"), getattr(os, name)))

    def _recorded(self, note: Callable[..., None], real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            result = real(*args, **options)
            note(result, *args)
            return result

        return call

    def _add(self, kind: str, path: Any, **more: Any) -> None:
        if str(path).startswith(self.root):
            self.steps.append(Step(kind, str(path), **more))

    def _open(self, result: int, path: Any, flags: int, *_: object) -> None:
        self._paths[result] = str(path)
        if flags & os.O_EXCL:
            self._add("name", path)

    def _write(self, result: int, descriptor: int, data: Any) -> None:
        self._add("write", self._paths.get(descriptor, ""), data=bytes(data)[:result])

    def _fsync(self, _: None, descriptor: int) -> None:
        path = self._paths[descriptor]
        self._add("sync-folder" if os.path.isdir(path) else "sync", path)

    def _replace(self, _: None, source: Any, target: Any) -> None:
        self._add("name", target, source=str(source), moved=True)

    def _link(self, _: None, source: Any, target: Any) -> None:
        self._add("name", target, source=str(source))

    def _unlink(self, _: None, path: Any) -> None:
        self._add("gone", path)

    def _mkdir(self, _: None, path: Any, *__: object) -> None:
        self._add("folder", path)


class _File:
    """A file's bytes: as written, and as they are certainly on the disk."""

    def __init__(self, data: bytes = b"") -> None:
        self.written = self.safe = data


class Disk:
    """What the process sees, and what a power cut leaves when it takes some of the unsafe names."""

    def __init__(self, root: str, before: Path) -> None:
        self.root = root
        paths = {str(path.relative_to(before)): path for path in before.rglob("*")}
        self.folders = {name for name, path in paths.items() if path.is_dir()}
        self.left = {name: _File(path.read_bytes()) for name, path in paths.items() if path.is_file()}
        self.seen = dict(self.left)

    def do(self, step: Step, reaches_the_disk: bool) -> None:
        """Do one step; a name may not reach the disk."""
        name = os.path.relpath(step.path, self.root)
        source = os.path.relpath(step.source, self.root) if step.source else ""
        if step.kind == "write":
            self.seen[name].written += step.data
        elif step.kind == "sync":
            self.seen[name].safe = self.seen[name].written
        elif step.kind == "folder" and reaches_the_disk:
            self.folders.add(name)
        elif step.kind in ("name", "gone"):
            file = None if step.kind == "gone" else self.seen[source] if source else _File()
            for names in (self.seen, self.left) if reaches_the_disk else (self.seen,):
                _rename(names, name, file, source if step.moved else "")

    def make(self, folder: Path) -> None:
        """Make what is left, in a folder of its own."""
        folder.mkdir()
        for name in sorted(self.folders):
            if (folder / name).parent.is_dir():
                (folder / name).mkdir()
        for name, file in self.left.items():
            if (folder / name).parent.is_dir():
                (folder / name).write_bytes(file.safe)


def _rename(names: dict[str, _File], name: str, file: _File | None, moved_from: str) -> None:
    names.pop(moved_from, None)
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def left_over(root: Path, before: Path, steps: list[Step], full: bool) -> Iterator[Disk]:
    """Every disk that a power cut after these steps may leave; `before` is what stood safely at the start.

    Not `full`: only with none, all, one, or all but one of the unsafe names, which is where mistakes show.
    """
    unsafe = _unsafe(steps)
    for size in range(len(unsafe) + 1):
        if full or size in (0, 1, len(unsafe) - 1, len(unsafe)):
            for kept in combinations(unsafe, size):
                disk = Disk(str(root), before)
                for at, step in enumerate(steps):
                    disk.do(step, at in kept or at not in unsafe)
                yield disk


def _unsafe(steps: list[Step]) -> list[int]:
    """Which steps change names of a folder that was not synced afterwards."""
    synced = {step.path: at for at, step in enumerate(steps) if step.kind == "sync-folder"}
    changes = (at for at, step in enumerate(steps) if step.kind in ("name", "gone", "folder"))
    return [at for at in changes if synced.get(os.path.dirname(steps[at].path), -1) < at]
