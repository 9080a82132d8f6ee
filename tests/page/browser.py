"""A real browser without a window, spoken to through two pipes, without a network."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe"),
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_LAUNCH = """
import fcntl, os, sys
orders, answers = (fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(orders, 3)
os.dup2(answers, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""A browser takes its orders from descriptor 3 and answers on descriptor 4."""
_PATIENCE = 20_000
"""Messages read before an answer is given up on."""


class Browser:
    """One page in one browser. What it asked for and what it complained about is kept."""

    def __init__(self, orders: int, answers: int) -> None:
        self._orders, self._answers = orders, answers
        self._rest, self._number, self._session = b"", 0, ""
        self.events: list[dict[str, Any]] = []
        (target,) = (
            one["targetId"] for one in self("Target.getTargets")["targetInfos"] if one["type"] == "page"
        )
        self._session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self(f"{domain}.enable")

    def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        """Give one order and wait for its answer."""
        self._number += 1
        order = {"id": self._number, "method": method, "params": params}
        order |= {"sessionId": self._session} if self._session else {}
        os.write(self._orders, json.dumps(order).encode() + b"\0")
        for message in self._messages():
            if message.get("id") == self._number:
                assert "result" in message, message
                found: dict[str, Any] = message["result"]
                return found
            self.events.append(message)
        raise AssertionError(f"{method} was not answered")

    def open(self, path: Path, width: int = 1280, scheme: str = "light") -> None:
        """Show a file at a width, by day or by night, and wait until it stands."""
        self(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.events.clear()
        self("Page.navigate", url=path.as_uri())
        while not any(one.get("method") == "Page.loadEventFired" for one in self.events):
            self.value("1")

    def value(self, expression: str) -> Any:
        """What an expression comes to within the page."""
        return self("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def picture(self, whole: bool = False) -> bytes:
        """What is on the screen, or the whole page, as a PNG."""
        shot = self("Page.captureScreenshot", captureBeyondViewport=whole)
        return base64.b64decode(shot["data"])

    def printed(self, width: float, height: float) -> bytes:
        """The page as a PDF on paper of this size, in inches."""
        paper = self("Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False)
        return base64.b64decode(paper["data"])

    def said(self, method: str) -> list[dict[str, Any]]:
        """What happened of one kind since the page was opened."""
        return [one["params"] for one in self.events if one.get("method") == method]

    def _messages(self) -> Iterator[dict[str, Any]]:
        for _ in range(_PATIENCE):
            while b"\0" not in self._rest:
                more = os.read(self._answers, 1 << 16)
                assert more, "the browser is gone"
                self._rest += more
            raw, _, self._rest = self._rest.partition(b"\0")
            yield json.loads(raw)


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser for a while."""
    their_orders, orders = os.pipe()
    answers, their_answers = os.pipe()
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _LAUNCH,
            str(their_orders),
            str(their_answers),
            str(CHROMIUM),
            *_FLAGS,
            f"--user-data-dir={profile}",
            "about:blank",
        ],
        pass_fds=(their_orders, their_answers),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(their_orders)
    os.close(their_answers)
    try:
        opened = Browser(orders, answers)
        yield opened
        opened._session = ""
        opened("Browser.close")
    finally:
        os.close(orders)
        os.close(answers)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
