"""The one grammar of values that have parts: words, and `name=value` pairs in any place.

Every reader raises ValueError with a whole sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.shared.nearest import did_you_mean

TEXT_LIMIT = 128  # Podcast namespace: most texts of its elements
_ODD = re.compile(r"[^!-~]|[<>\"]")  # what no address may hold (RFC 3986)
_DIGITS = 15
_PAIR = re.compile(r"(?:^|(?<=\s))(?P<name>[A-Za-z][A-Za-z-]*)=(?P<value>\"[^\"]*\"|\S*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A value's words, and its pairs by name."""

    words: str
    pairs: dict[str, str]

    def pair(self, name: str) -> str:
        return self.pairs.get(name, "")


def parse_line(text: str, names: Iterable[str]) -> Line:
    """Split a value into words and the pairs that are known by `names`, whatever their case.

    >>> parse_line('London country=GB', ["country"])
    Line(words='London', pairs={'country': 'GB'})
    >>> parse_line('cover.jpg alt="A cup, red" ', ["alt"])
    Line(words='cover.jpg', pairs={'alt': 'A cup, red'})

    Raises:
        ValueError: if a pair has an unknown name, is there twice or says nothing.
    """
    known = {name.lower(): name for name in names}
    pairs: dict[str, str] = {}
    for match in _PAIR.finditer(text):
        given, value = match["name"], match["value"].strip('"').strip()
        name = known.get(given.lower())
        if name is None:
            hint = did_you_mean(given, list(known.values())) or _choices(known.values())
            raise ValueError(f"{given}= is not known here. {hint}")
        if match["value"].count('"') == 1:
            raise ValueError(f'the quotes of {name}= are not closed. Write {name}="…".')
        if name in pairs:
            raise ValueError(f"{name}= is given twice. Keep one of them.")
        if not value:
            raise ValueError(f"{name}= says nothing. Write its value right behind it.")
        pairs[name] = value
    return Line(words=" ".join(_PAIR.sub(" ", text).split()), pairs=pairs)


def _choices(names: Iterable[str]) -> str:
    listed = ", ".join(f"{name}=" for name in names)
    return f"Known are: {listed}." if listed else "Put words with an = in other words."


def short(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return a text that says something within its limit."""
    if not text:
        raise ValueError("it has no words. Write some.")
    if len(text) > limit:
        raise ValueError(f"its words are longer than {limit} letters. Cut them.")
    return text


def choice(word: str, known: Iterable[str]) -> str:
    """Return a word in the spelling of a specification."""
    spellings = {item.lower(): item for item in known}
    found = spellings.get(word.lower())
    if found is None:
        names = list(spellings.values())
        hint = did_you_mean(word, names) or f"Choose one of: {', '.join(names)}."
        raise ValueError(f"{word!r} is not known. {hint}")
    return found


def web_address(text: str) -> str:
    """Return an address that a browser opens, as it was typed."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"https", "http"} or not parts.hostname or _ODD.search(text):
        raise ValueError(f"{text!r} is not an address. Write it whole: 'https://example.org/…'.")
    return text


def first_word(words: str) -> tuple[str, str]:
    """Return the first word and the rest."""
    first, _, rest = words.partition(" ")
    return first, rest.strip()


def whole_number(text: str, name: str, smallest: int = 1) -> int:
    """Return a whole number that is large enough."""
    if not re.fullmatch(rf"[0-9]{{1,{_DIGITS}}}", text) or int(text) < smallest:
        raise ValueError(
            f"{name}={text} is not a whole number from {smallest}. Write it in digits."
        )
    return int(text)


def yes_or_no(text: str, name: str) -> bool:
    """Return a pair's truth."""
    found = {"yes": True, "true": True, "no": False, "false": False}.get(text.lower())
    if found is None:
        raise ValueError(f"{name}={text} is neither yes nor no. Write {name}=yes or {name}=no.")
    return found
