"""What stands on the disk at present: the files as last looked at, and the newest versions in them."""

from __future__ import annotations

from tracker.store.documents import Documents
from tracker.store.folder import Folder
from tracker.store.month import MonthFile
from tracker.store.naming import is_copy
from tracker.store.notices import NEWER
from tracker.store.schema import SCHEMA
from tracker.store.view import View


class Present:
    """Holds the one picture that is shown, and swaps it whole."""

    def __init__(self, root: str, own: str, verify: bool) -> None:
        self.folder = Folder(root, own, verify)
        self.view = View()
        self.documents = Documents({})
        self.to_mend: list[MonthFile] = []
        """Own month files that are damaged or were edited by hand."""
        self._stale = True

    @property
    def is_newer(self) -> bool:
        """Whether a newer version wrote any of the files."""
        return NEWER in self.folder.notices

    def look(self, trusted: str | None = None) -> None:
        """Look again; `trusted` as in `Folder.look`."""
        told = len(self.folder.notices)
        try:
            differences = self.folder.look(trusted)
            if differences or self._stale:
                if any(file.schema > SCHEMA for _, _, file in self.folder.files()):
                    self.folder.notices[NEWER] = None
                self.to_mend = self._damaged_or_by_hand()
                self.view.read(differences, self.folder.tables())
            if differences or self._stale or len(self.folder.notices) > told:
                self.show()
        except BaseException:
            self.drop()
            raise
        self._stale = False

    def show(self) -> None:
        """Make a new picture."""
        self.documents = self.view.picture(self.folder.notices, self.folder.tables())

    def drop(self) -> None:
        """Trust nothing that was read or written so far; what is shown stays until the next look."""
        self.folder.forget()
        self.view = View()
        self._stale = True

    def _damaged_or_by_hand(self) -> list[MonthFile]:
        own = (f for w, name, f in self.folder.files() if w == self.folder.own and not is_copy(name))
        return [file for file in own if file.damaged or file.by_hand]
