"""Where a hashtag may begin, and how far its name goes."""

from __future__ import annotations

import re
import unicodedata

HASHTAG_END = "\x1a"
"""Stands for a hashtag in the text that goes before another one."""

_JOINERS = "-·\u2010\u2011\u200c\u200d"
_QUOTES = "\"'”’»›"
_MARKS_BEFORE = "¿¡,、，・•|"
_MARKS_BETWEEN = "/&+;:·-"
_OPENING_CATEGORIES = frozenset({"Ps", "Pi"})
_SUFFIX = re.compile(r"\+{1,2}\d*(?![\w#+])")
_SHARP = re.compile(r"#(?![\w#])")


def opens(before: str) -> bool:
    """Say whether a hashtag may begin after this text.

    >>> [opens(text) for text in ("", "say ", "(", "“", 'say "', "well — ", "one,", "one--")]
    [True, True, True, True, True, True, True, True]
    >>> [opens(text) for text in ("a", "page/", "&", "#", 'inch"', "well-", "x=")]
    [False, False, False, False, False, False, False]
    """
    if not before or before[-1].isspace():
        return True
    last = before[-1]
    if before[-2:-1] == HASHTAG_END and last in _MARKS_BETWEEN:
        return True
    if last in _QUOTES:  # the same mark opens and closes in some languages
        return opens(before[:-1])
    return last in _MARKS_BEFORE or _is_dash(before) or _is_opening(last)


def read_name(text: str, start: int) -> str:
    """Return the name of the hashtag whose # stands at `start`, or nothing if it is none.

    >>> [read_name(text, 0) for text in ("#Trust.", "#Trust's", "#follow-up-", "#Niñez", "#C++,")]
    ['Trust', 'Trust', 'follow-up', 'Niñez', 'C++']
    >>> [read_name(text, 0) for text in ("#075", "#_", "##x", "# x", "#C#.", "#1st")]
    ['', '', '', '', 'C#', '1st']
    """
    end = start + 1
    while end < len(text) and (_continues(text, end) if end > start + 1 else _starts(text[end])):
        end += 1
    name = text[start + 1 : end]
    if not any(char.isalpha() for char in name):
        return ""
    return name + _read_suffix(text, name, end)


def _read_suffix(text: str, name: str, end: int) -> str:
    """Return the signs that belong to names such as C++, C++20, C# and LGBTQ+."""
    is_letter = len(name) == 1 and name.isascii()
    match = _SUFFIX.match(text, end) or (_SHARP.match(text, end) if is_letter else None)
    return match.group() if match else ""


def _starts(char: str) -> bool:
    return char.isalnum() or char == "_"


def _continues(text: str, index: int) -> bool:
    char = text[index]
    if _starts(char) or unicodedata.category(char) in {"Mn", "Mc"}:
        return True
    follows = text[index + 1 : index + 2]
    return (
        char in _JOINERS and text[index - 1] not in _JOINERS and bool(follows) and _starts(follows)
    )


def _is_dash(before: str) -> bool:
    return before.endswith(("--", "–", "—", "―"))


def _is_opening(char: str) -> bool:
    return unicodedata.category(char) in _OPENING_CATEGORIES
