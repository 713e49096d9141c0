"""Byte ranges (RFC 9110, section 14): what lets a player jump to a second."""

from __future__ import annotations

import re

_SINGLE = re.compile(r"bytes=\s*(\d*)\s*-\s*(\d*)\s*", re.ASCII)


class UnsatisfiableRangeError(Exception):
    """The range lies outside of the file."""


def parse_range(header: str, size: int) -> range | None:
    """Return the bytes asked for, or None where the whole file answers best.

    >>> parse_range("bytes=2-4", 10), parse_range("bytes=-3", 10)
    (range(2, 5), range(7, 10))
    """
    match = _SINGLE.fullmatch(header)
    if match is None or not any(match.groups()):
        return None
    first, last = match.groups()
    if first and last and int(last) < int(first):
        return None
    found = _bounds(first, last, size)
    if not found:
        raise UnsatisfiableRangeError(header)
    return found


def _bounds(first: str, last: str, size: int) -> range:
    if not first:
        return range(max(0, size - int(last)), size)
    return range(int(first), min(int(last) + 1, size) if last else size)
