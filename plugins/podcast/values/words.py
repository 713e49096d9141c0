"""Tables of words, written as prose is, not as a column of quotes."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text.

    >>> sorted(words("yes no"))
    ['no', 'yes']
    """
    return frozenset(text.split())
