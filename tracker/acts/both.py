"""Something that both press in one sitting. It lives in the memory of one window and is never written."""

from __future__ import annotations

from tracker.acts.common import Standing


class Both:
    """Two presses, in any order, passing the keyboard. Dropping it takes them back, without a trace."""

    def __init__(self) -> None:
        self._pressed: set[str] = set()

    def press(self, at: Standing, *, me: str) -> None:
        """This partner says yes; a second time changes nothing."""
        self._pressed.add(at.partner(me).id)

    def pressed_by(self, partner: str) -> bool:
        """Whether this partner pressed: for their own eyes."""
        return partner in self._pressed

    def complete(self, at: Standing) -> bool:
        """Whether both did."""
        return all(partner.id in self._pressed for partner in at.couple.partners)
