"""Two calm themes of our own; every colour of the app is named here and nowhere else."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="rekindle-dark",
    primary="#e0a08a",
    secondary="#b79fc4",
    accent="#e8b86d",
    success="#a3c09a",
    warning="#e8b86d",
    error="#e8b86d",  # on purpose: nothing in this app is red
    foreground="#e8e0d8",
    background="#1d1a1e",
    surface="#262227",
    panel="#302b31",
    dark=True,
    variables={"quiet": "#8d858c", "resting": "#9db0c8"},
)
LIGHT = Theme(
    name="rekindle-light",
    primary="#84552f",
    secondary="#6f4f80",
    accent="#8a5a00",
    success="#3f6a38",
    warning="#8a5a00",
    error="#8a5a00",
    foreground="#352e2b",
    background="#fbf7f2",
    surface="#f3ece4",
    panel="#e9dfd4",
    dark=False,
    variables={"quiet": "#766c66", "resting": "#47617f"},
)
THEMES = (DARK, LIGHT)
DEFAULT = DARK.name
