"""What the article says, as sums alone: its text is somebody else's and is not kept here.

The file's first line holds a sum of every run of seven words of it, the second one of every word of four
letters and more together with the number of its line. So a sentence taken over, or a wrong line, is found.
"""

from __future__ import annotations

import base64
import re
from functools import cache
from hashlib import blake2b
from pathlib import Path

FILE = Path(__file__).with_name("article.sums")
RUN = 7
"""Words in a row that nobody writes twice by chance."""
_SIZE = 5


@cache
def sums() -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Those of the runs, and those of the words with their lines."""
    runs, words = (_unpacked(line) for line in FILE.read_text(encoding="ascii").splitlines())
    return runs, words


def taken_over(text: str) -> str:
    """The first run of words that stands in the article as well; empty where there is none."""
    words = _words(text)
    runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return next((run for run in runs if _sum(run) in sums()[0]), "")


def stands_in(word: str, first: int, last: int) -> bool:
    """Whether the article has this word in one of these lines."""
    return any(_sum(f"{line}/{word}") in sums()[1] for line in range(first, last + 1))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.replace("’", "'").casefold())


def _sum(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=_SIZE).digest()


def _unpacked(line: str) -> frozenset[bytes]:
    packed = base64.b64decode(line)
    return frozenset(packed[at : at + _SIZE] for at in range(0, len(packed), _SIZE))
