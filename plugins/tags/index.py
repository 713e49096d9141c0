"""The tag index: names under their first letter, in the order a reader looks them up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from unidecode import unidecode

T = TypeVar("T")

SYMBOLS = "#"
"""The heading of names that begin with a digit or a sign."""

_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Generic[T]):
    """What stands under one letter."""

    letter: str
    items: tuple[T, ...]


def group_by_letter(items: Iterable[T], name: Callable[[T], str]) -> tuple[Group[T], ...]:
    """Return the groups of an index: Latin letters, other scripts, then digits and signs.

    >>> groups = group_by_letter(("trust", "Élan", "echo", "7 habits", "Ярость", ".NET"), str)
    >>> [(group.letter, group.items) for group in groups]
    [('E', ('echo', 'Élan')), ('T', ('trust',)), ('Я', ('Ярость',)), ('#', ('7 habits', '.NET'))]
    """
    ordered = sorted(items, key=lambda item: (_letter_key(name(item)), natural_key(name(item))))
    by_letter = groupby(ordered, key=lambda item: first_letter(name(item)))
    return tuple(Group(letter=letter, items=tuple(found)) for letter, found in by_letter)


def first_letter(name: str) -> str:
    """Return the letter under which a name is looked up.

    >>> [first_letter(name) for name in ("élan", "Øre", "ße", "яр", "信任", "3D", "+1", "“Yes”")]
    ['E', 'O', 'S', 'Я', '信', '#', '#', '#']
    """
    first = unicodedata.normalize("NFC", name)[:1]
    if not first.isalpha():
        return SYMBOLS
    if unicodedata.name(first, "").startswith("LATIN"):
        return unidecode(first)[:1].upper() or SYMBOLS
    return first.title()


def natural_key(name: str) -> tuple[tuple[str | int, ...], str]:
    """Return what to sort a name by: without case and accents, numbers by their value.

    >>> sorted(("Fundamental 10", "fundamental 2", "Zoo", "Ärger", "Arm"), key=natural_key)
    ['Ärger', 'Arm', 'fundamental 2', 'Fundamental 10', 'Zoo']
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    parts = _NUMBER.split(plain.casefold())
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts)), name


def choose_popular(
    items: Iterable[T], name: Callable[[T], str], count: Callable[[T], int], limit: int
) -> tuple[T, ...]:
    """Return the items with the highest count, then by name.

    >>> choose_popular(("calls", "trust", "art"), str, {"calls": 2, "trust": 9, "art": 2}.get, 2)
    ('trust', 'art')
    """
    ordered = sorted(items, key=lambda item: (-count(item), natural_key(name(item))))
    return tuple(ordered[:limit])


def _letter_key(name: str) -> tuple[bool, bool, str]:
    letter = first_letter(name)
    return letter == SYMBOLS, not letter.isascii(), letter
