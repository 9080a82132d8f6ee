"""What an operating-system account remembers for itself alone, beside the state of its writer."""

from __future__ import annotations

from typing import Protocol


class Account(Protocol):
    """Small settings of one account, never of the couple. Writing may raise `Refusal`."""

    def me(self, couple_id: str) -> str:
        """The id of the partner this account belongs to; empty when it is shared, or nobody said."""

    def set_me(self, couple_id: str, partner_id: str) -> None:
        """Remember whose account this is; an empty id for shared by both."""

    def get(self, name: str, default: str) -> str:
        """A small setting, such as the theme."""

    def set(self, name: str, value: str) -> None:
        """Keep a small setting."""
