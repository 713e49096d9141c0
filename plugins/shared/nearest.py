"""Which known word somebody meant who typed an unknown one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a question that names the nearest known word, or an empty string.

    >>> did_you_mean("catagory", ["category", "title"])
    "Did you mean 'category'?"
    >>> did_you_mean("xyz", ["category", "title"])
    ''
    """
    by_lower = {name.lower(): name for name in sorted(known, reverse=True)}
    found = get_close_matches(word.lower(), sorted(by_lower), n=1, cutoff=0.6)
    return f"Did you mean {by_lower[found[0]]!r}?" if found else ""
