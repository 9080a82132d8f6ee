"""What may be a slip, such as a day of another century, is asked about by the key that asked for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens.careful import AGAIN
from tracker.errors import Doubt

if TYPE_CHECKING:
    from screens.app import RekindleApp


def is_meant(app: RekindleApp, doubt: Doubt, again: Callable[[], object] | None = None) -> bool:
    """Ask; True once the same key says that it is meant, and the caller may go on.

    With `again`, which does the whole of it anew, Enter says so, too; then the caller is done.
    """

    def meant() -> None:
        app.sitting.mean(doubt.about)
        if again is not None:
            again()

    ask = AGAIN if again else "Press the same key again."
    question = f"{doubt.sentence} Is that meant? {ask}"
    app.twice(("meant", doubt.about), question, meant, by_enter=again is not None)
    return again is None and app.sitting.means(doubt.about)
