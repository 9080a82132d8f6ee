"""Every sentence of ours that a person may read, found in the source; and the words that none may hold."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGES = ("tracker", "screens", "data")
WORDS = ("lost", "broken", "failed", "missed", "score", "waiting for", "hasn't")
_ANY_SPELLING = "|".join(WORDS).replace(" ", r"\s+").replace("'", "['’]")
FORBIDDEN = re.compile(rf"(?<!\w)(?:{_ANY_SPELLING})(?!\w)", re.IGNORECASE)
"""Any of the words as a whole word, in any case, with either apostrophe and across a line's end."""

_KEY = re.compile(r"[a-z0-9]+(?:[-_.:/][a-z0-9]+)+")
"""A key of a record, a file or a command, as in `lost-effort`: nobody reads it as a sentence."""
_KEY_FIELDS = {"key", "practice", "reasons", "steers", "side"}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


class Sentence(NamedTuple):
    """A piece of text and where it stands."""

    place: str
    text: str


def modules(*packages: str) -> list[Path]:
    """Every module of these packages."""
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def place(path: Path, line: int = 0) -> str:
    """As in "tracker/text.py:7"."""
    return f"{path.relative_to(ROOT).as_posix()}:{line}" if line else path.relative_to(ROOT).as_posix()


def strings_of(source: str) -> Iterator[tuple[int, str]]:
    """The string constants of a module with their lines, but for docstrings and keys.

    The parts of an f-string are one text with "…" in place of the values, so that no word hides between two.
    """
    tree = ast.parse(source)
    skipped = {id(node) for node in _docstrings(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
            yield node.lineno, "".join(_part(part) for part in node.values)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in skipped:
            continue
        if not _KEY.fullmatch(node.value):
            yield node.lineno, node.value


def _part(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else "…"


def _docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Strings that stand alone as a statement: docstrings, also those under a field."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def of_source() -> Iterator[Sentence]:
    """What the code may say."""
    for path in modules(*PACKAGES):
        for line, text in strings_of(path.read_text(encoding="utf-8")):
            yield Sentence(place(path, line), text)


def of_content() -> Iterator[Sentence]:
    """What the files of `data/` say."""
    for path in sorted((ROOT / "data").iterdir()):
        if path.suffix in (".json", ".toml"):
            text = path.read_text(encoding="utf-8")
            content = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
            yield from (Sentence(place(path), said) for said in _values(content))


def _values(thing: object) -> Iterator[str]:
    if isinstance(thing, str) and not _KEY.fullmatch(thing):
        yield thing
    elif isinstance(thing, dict):
        for name, value in thing.items():
            if name not in _KEY_FIELDS:
                yield from _values(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _values(value)


def of_stylesheets() -> Iterator[Sentence]:
    """What stands in the stylesheets: classes and ids are looked at word by word."""
    for path in sorted((ROOT / "screens").rglob("*.tcss")):
        yield Sentence(place(path), _COMMENT.sub("", path.read_text(encoding="utf-8")))


def of_documents() -> Iterator[Sentence]:
    """What README and CHANGELOG say, but for code, and the few words about the package."""
    for name in ("README.md", "CHANGELOG.md"):
        yield Sentence(name, _CODE.sub("", (ROOT / name).read_text(encoding="utf-8")))
    about = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield Sentence("pyproject.toml", about["description"])
