"""Things done in a process of their own: other accounts, limits, and sudden deaths."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable


def in_child(work: Callable[[], str]) -> str:
    """What the work gives when a forked process does it. An exception there is one here."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.write(send, work().encode())
            code = 0
        finally:
            if code:
                os.write(send, traceback.format_exc().encode())
            os._exit(code)
    os.close(send)
    with open(receive, encoding="utf-8") as pipe:  # noqa: PTH123  # a descriptor, not a path
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    assert status == 0, said
    return said
