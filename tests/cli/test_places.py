"""`where` and `demo`, and that the app needs a terminal."""

from __future__ import annotations

import json

from tests.cli.conftest import Shell


def test_where_says_the_folders(shell: Shell) -> None:
    places = json.loads(shell.done("where", "--json"))
    assert places["data"] == str(shell.data)
    assert places["state"] == str(shell.state)
    said = shell.done("where")
    assert all(place in said for place in places.values())
    assert not shell.data.exists()


def test_the_app_says_when_there_is_no_terminal(shell: Shell) -> None:
    assert "terminal" in shell.refused()
