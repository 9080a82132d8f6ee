"""Where things are kept: functions only, nothing touches the disk.

On Linux and macOS the few lines here say what platformdirs says (a test compares them): importing it costs
33 ms, as much as everything else that `rekindle status` does.
"""

# Plain os.path: importing pathlib costs 10 ms.
# ruff: noqa: PTH100, PTH111, PTH117, PTH118

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

APP = "rekindle"


def data_folder(option: str | None, env: Mapping[str, str]) -> str:
    """The folder of all that the couple wrote: `--data`, else REKINDLE_DATA, else the user's data folder."""
    chosen = option or env.get("REKINDLE_DATA")
    if chosen:
        return os.path.abspath(os.path.expanduser(chosen))
    if sys.platform == "win32":
        from platformdirs import user_data_dir

        return user_data_dir(APP, appauthor=False)
    if sys.platform == "darwin":
        return _under(env, "XDG_DATA_HOME", "Library/Application Support")
    return _under(env, "XDG_DATA_HOME", ".local/share")


def state_folder(env: Mapping[str, str]) -> str:
    """What belongs to this account on this machine: REKINDLE_STATE, else the user's state folder."""
    chosen = env.get("REKINDLE_STATE")
    if chosen:
        return os.path.abspath(os.path.expanduser(chosen))
    if sys.platform == "win32":
        from platformdirs import user_state_dir

        return user_state_dir(APP, appauthor=False)
    if sys.platform == "darwin":
        return _under(env, "XDG_STATE_HOME", "Library/Application Support")
    return _under(env, "XDG_STATE_HOME", ".local/state")


def _under(env: Mapping[str, str], variable: str, usual: str) -> str:
    """Our folder below the one a variable names, when it is absolute, else below the usual one at home."""
    base = env.get(variable, "")
    if not os.path.isabs(base):
        base = os.path.join(_home(env), usual)
    return os.path.join(base, APP)


def _home(env: Mapping[str, str]) -> str:
    """The account's home: HOME when it is absolute, else what the system's list of accounts says."""
    home = env.get("HOME", "")
    if os.path.isabs(home):
        return home.rstrip("/") or "/"
    if sys.platform == "win32":
        return os.path.expanduser("~")
    import pwd

    return pwd.getpwuid(os.getuid()).pw_dir
