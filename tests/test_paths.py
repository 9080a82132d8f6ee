"""Where things are kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from tracker.paths import data_folder, state_folder


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"XDG_DATA_HOME": "/elsewhere/data", "XDG_STATE_HOME": "/elsewhere/state"},
        {"XDG_DATA_HOME": "", "XDG_STATE_HOME": ""},
        {"XDG_DATA_HOME": "relative", "XDG_STATE_HOME": "relative/state"},
        {"HOME": "/home/sam"},
        {"HOME": "/home/sam/"},
        {"HOME": ""},
        {"HOME": "relative"},
    ],
    ids=str,
)
def test_the_folders_are_those_platformdirs_names(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "REKINDLE_DATA", "REKINDLE_STATE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert data_folder(None, os.environ) == platformdirs.user_data_dir("rekindle", appauthor=False)
    assert state_folder(os.environ) == platformdirs.user_state_dir("rekindle", appauthor=False)


def test_the_option_counts_before_the_variable_and_the_variable_before_the_platform(tmp_path: Path) -> None:
    env = {"REKINDLE_DATA": str(tmp_path / "variable"), "REKINDLE_STATE": str(tmp_path / "state")}
    assert data_folder(str(tmp_path / "option"), env) == str(tmp_path / "option")
    assert data_folder(None, env) == str(tmp_path / "variable")
    assert data_folder("", env) == str(tmp_path / "variable")
    assert state_folder(env) == str(tmp_path / "state")


def test_folders_are_absolute_and_know_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/sam")
    assert data_folder("here", {}) == str(tmp_path / "here")
    assert data_folder("~/our data", {}) == "/home/sam/our data"
    assert state_folder({"REKINDLE_STATE": "~/s"}) == "/home/sam/s"


@pytest.mark.skipif(sys.platform != "linux", reason="says what other systems do")
def test_on_a_mac_both_are_in_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    home = {"HOME": "/Users/sam"}
    assert data_folder(None, home) == "/Users/sam/Library/Application Support/rekindle"
    assert state_folder(home) == "/Users/sam/Library/Application Support/rekindle"


def test_nothing_is_made(tmp_path: Path) -> None:
    data_folder(str(tmp_path / "a" / "b"), {})
    state_folder({"REKINDLE_STATE": str(tmp_path / "c")})
    assert [*tmp_path.iterdir()] == []
