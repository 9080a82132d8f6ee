"""The page to keep, written from the screen and opened with whatever this machine opens files with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from screens.dialogs.form import Form, Note, Pick, Text, Values
from tracker.archive.files import write_new
from tracker.cli.context import path_said
from tracker.page.writing import Format, file_name, write_page

if TYPE_CHECKING:
    from screens.app import RekindleApp

_FORMS: tuple[tuple[Format, str], ...] = (
    ("html", "to look at"),
    ("md", "Markdown"),
    ("text", "text"),
    ("json", "JSON"),
)
_OPENERS = {"linux": "xdg-open", "darwin": "open"}


def write_form(app: RekindleApp, quarter: str) -> Form:
    """Asks where and as what; nothing that stands there is written over."""

    def save(values: Values) -> None:
        form = _form(values["format"])
        path = _path(values["place"], quarter, form)
        write_new(path, write_page(app.at(), quarter, form))
        opened = open_file(path, os.environ)
        app.say(f"Written to {path}." if opened else f"Written; it lies at {path}.")

    items = (
        Text("place", "Where", str(usual_folder() / file_name(quarter)), "a file or a folder"),
        Pick("format", "As", _FORMS, "html"),
        Note("What both of you may see is on it, and nothing else. Nothing leaves this machine."),
    )
    return Form("A page to keep", items, save, save_label="Write")


def usual_folder() -> Path:
    """The account's documents, where it has such a folder, else its home."""
    home = Path.home()
    documents = home / "Documents"
    return documents if documents.is_dir() else home


def open_file(path: Path, env: Mapping[str, str]) -> bool:
    """Show a file with the machine's own opener, apart from this terminal; False where there is none."""
    if sys.platform == "win32":
        os.startfile(path)
        return True
    opener = shutil.which(_OPENERS.get(sys.platform, "xdg-open"))
    # Without a desktop the opener would look for a browser that takes the terminal.
    desktop = sys.platform == "darwin" or env.get("DISPLAY") or env.get("WAYLAND_DISPLAY")
    if opener is None or not desktop:
        return False
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen([opener, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return False
    return True


def _form(value: str) -> Format:
    return next(form for form, _ in _FORMS if form == value)


def _path(typed: str, quarter: str, form: Format) -> Path:
    """The file that is meant: in a folder by its usual name, whose ending follows the format."""
    path = path_said(typed.strip() or str(usual_folder()))
    if path.is_dir():
        return path / file_name(quarter, form)
    usual = {file_name(quarter, other) for other, _ in _FORMS}
    return path.with_name(file_name(quarter, form)) if path.name in usual else path
