"""The Textual app."""

import os
import sys
from types import ModuleType
from typing import cast

# Textual tells a lone Escape from the start of a longer key by a pause of 100 ms, which is felt. A terminal
# on this machine hands over all bytes of a key at once, a serial line of 2,400 baud one every 4 ms; only a
# network may take its time between them. Textual reads this at import, so it stands before that. A line that
# proves slower is given more time by `screens.terminal`.
_FAR = any(name in os.environ for name in ("SSH_CONNECTION", "SSH_TTY"))
os.environ.setdefault("ESCDELAY", "25" if _FAR else "10")

# asyncio loads TLS with it wherever there is any, for connections that Rekindle never makes: 6 ms of a start.
if "asyncio" not in sys.modules and "ssl" not in sys.modules:
    sys.modules["ssl"] = cast(ModuleType, None)  # this is how asyncio learns that there is none
    import asyncio  # noqa: F401

    del sys.modules["ssl"]
