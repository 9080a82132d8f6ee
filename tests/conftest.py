"""What holds for every test: no machine's own zone, and no data but the test's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no reason to fail. A usual run tries 40 examples of each property, so that all Pythons are
# through in minutes; REKINDLE_TORTURE asks for many more.
settings.register_profile("calm", deadline=None, max_examples=400 if "REKINDLE_TORTURE" in os.environ else 40)
settings.load_profile("calm")


@pytest.fixture(autouse=True)
def _nobodys_machine(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The zone and the folders of whoever runs the tests must not show in them."""
    nowhere: Path = tmp_path_factory.getbasetemp() / "nobody"
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("REKINDLE_DATA", str(nowhere / "data"))
    monkeypatch.setenv("REKINDLE_STATE", str(nowhere / "state"))


def pytest_xdist_auto_num_workers() -> int:
    """`-n auto`: two workers a processor, for half of a run is waiting for terminals and for screens."""
    return 2 * (os.cpu_count() or 1)
