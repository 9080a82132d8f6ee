"""Whatever happens becomes a sentence and an exit code, without a word that a person wrote."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.cli.conftest import Shell
from tracker.acts import entries
from tracker.errors import Refusal

PRIVATE = "you waited up for me"


def _stop_with(error: BaseException) -> Callable[..., list[object]]:
    def act(*_: object, **__: object) -> list[object]:
        kept_in_a_local_variable = PRIVATE
        assert kept_in_a_local_variable
        raise error

    return act


@pytest.mark.parametrize(
    "error",
    [
        ValueError(PRIVATE),
        KeyError(PRIVATE),
        RecursionError(PRIVATE),
        MemoryError(),
        OSError(5, "I/O error", PRIVATE),
    ],
    ids=lambda error: type(error).__name__,
)
def test_the_unexpected_is_one_sentence_without_a_persons_text(
    alex: Shell, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr(entries, "appreciate", _stop_with(error))
    said = alex("appreciate", PRIVATE, "--cue", PRIVATE)
    assert said.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert PRIVATE not in said.err
    assert "Traceback" not in said.err


def test_the_unexpected_names_its_kind_and_a_place(alex: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "appreciate", _stop_with(ZeroDivisionError(PRIVATE)))
    sentence = alex("appreciate", PRIVATE).err
    assert "ZeroDivisionError" in sentence
    assert "tracker/" in sentence


def test_a_refusal_is_its_sentence(alex: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "appreciate", _stop_with(Refusal("Not today.\x1b[31m")))
    assert alex("appreciate", PRIVATE) == (1, "", "Not today.[31m\n")


def test_an_interruption_is_quiet(alex: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "appreciate", _stop_with(KeyboardInterrupt()))
    assert alex("appreciate", PRIVATE) == (130, "", "")


def test_a_full_disk_is_a_sentence(alex: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "appreciate", _stop_with(OSError(28, "No space left on device")))
    said = alex("appreciate", PRIVATE)
    assert said.code == 1
    assert "disk is full" in said.err or "No space left" in said.err


def test_a_reader_that_leaves_early_is_left_in_peace(alex: Shell) -> None:
    alex.done("did", "date")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        for words in (["export"], ["status"], ["--help"], ["--print-completion", "bash"]):
            done = subprocess.run(
                [sys.executable, "-m", "tracker", *words], stdout=writing, stderr=subprocess.PIPE, check=False
            )
            assert done.stderr == b""
            assert done.returncode in (0, 141)
    finally:
        os.close(writing)
