"""Bursts of random keys end no app; a longer run is `python -m tests.screens.fuzz`."""

from __future__ import annotations

import pytest

from tests.screens.fuzz import try_bursts


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
async def test_no_burst_ends_the_app(seed: int) -> None:
    tried = await try_bursts(seed, 12)
    assert tried.bursts
    assert len(tried.screens) > 1
