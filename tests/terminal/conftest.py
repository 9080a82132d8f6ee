"""A home for every test, in which the real program runs without touching anybody's data."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.terminal.home import Home


@pytest.fixture(autouse=True)
def _only_where_terminals_are() -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminals to drive a program in")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """Nothing set up yet."""
    from tests.terminal.home import Home  # not on Windows

    made = Home(tmp_path)
    yield made
    made.close()


@pytest.fixture
def alexs(home: Home) -> Home:
    """Alex and Sam are set up, and the account is Alex's."""
    home.found()
    return home
