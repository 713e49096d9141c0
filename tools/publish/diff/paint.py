"""How words that please or warn stand out on a terminal, and not in a file."""

from __future__ import annotations

from collections.abc import Callable

# From a text and whether it harms or pleases to the text as it is printed.
Paint = Callable[[str, str], str]
_COLOURS = {"harm": "31", "new": "32", "": ""}


def plain(text: str, _mood: str) -> str:
    """Return a text as it is, for a file or a pipe."""
    return text


def coloured(text: str, mood: str) -> str:
    """Return a text in the colour of its mood, for a terminal."""
    return f"\x1b[{_COLOURS[mood]}m{text}\x1b[0m" if _COLOURS[mood] else text
