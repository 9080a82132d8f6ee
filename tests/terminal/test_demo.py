"""The demo: a made-up couple in a folder of its own, which is named so that it can be deleted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.terminal.home import Home


def test_the_demo_names_its_folder_and_leaves_the_real_data_alone(home: Home) -> None:
    window = home.window("demo", "--years", "1", "--today", "2026-11-20")
    window.wait_for("Who is here?")
    window.press("1")
    window.wait_for("What did you notice about", "Together")
    window.press("ctrl+q")
    assert window.wait() == 0

    before_the_app = bytes(window.written).partition(b"\x1b[?1049h")[0].decode()
    named = re.search(r"lives in (\S+);", before_the_app)
    assert named is not None
    (made,) = home.folder.glob("rekindle-demo-*")
    assert named[1] == str(made)
    assert (made / "data").is_dir()
    assert not home.data.exists()
    assert not home.state.exists()
