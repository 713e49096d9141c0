"""The texts of a show's settings: without space around them, and fit to stand in a feed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from plugins.shared.characters import CONTROL

# PSP-1; the podcast namespace for names of people and seasons, and words for funding.
_LIMITS = {
    "title": 255,
    "itunes_title": 255,
    "author": 255,
    "owner_name": 255,
    "copyright": 255,
    "hosts": 128,
    "seasons": 128,
    "funding": 128,
}
_PLAIN = frozenset({*_LIMITS, "description"})
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
_ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-fA-F]+);")


def tidy(options: Mapping[str, object]) -> dict[str, object]:
    """Return settings whose texts have no space around them."""
    return {name: _tidied(value) for name, value in options.items()}


def _tidied(value: object) -> object:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list | tuple):
        return [_tidied(item) for item in value]
    if isinstance(value, Mapping):
        return {_tidied(key): _tidied(item) for key, item in value.items()}
    return value


def find_text_faults(options: Mapping[str, object]) -> list[str]:
    """Return a sentence for each text that no feed can hold, or that listeners would see wrong."""
    return [
        f"{name}: {fault}"
        for name, value in options.items()
        for text in _texts(value)
        for check in (_controls, _breaks, _emptiness, _markup, _length)
        if (fault := check(name, text))
    ]


def _texts(value: object) -> Iterator[str]:
    """Yield each text of a value; one that stands alone may be empty, and says nothing then."""
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, list | tuple):
        yield from (item for item in value if isinstance(item, str))
    elif isinstance(value, Mapping):
        yield from (item for item in (*value, *value.values()) if isinstance(item, str))


Check = Callable[[str, str], str]


def _controls(_: str, text: str) -> str:
    found = CONTROL.search(text)
    return f"it holds the control character U+{ord(found[0]):04X}. Delete it." if found else ""


def _breaks(name: str, text: str) -> str:
    is_broken = name != "description" and bool({"\n", "\r", "\t"} & set(text))
    return "it holds a line break or a tab. Write it on one line." if is_broken else ""


def _emptiness(_: str, text: str) -> str:
    return "" if text else "one of its texts is empty. Fill it, or take it away."


def _markup(name: str, text: str) -> str:
    if name not in _PLAIN or "://" in text:
        return ""
    if _MARKUP.search(text):
        return "it holds HTML. Write plain text."
    # A description may speak of markup.
    found = _ESCAPED.search(text) if name != "description" else None
    return f"listeners would see {found[0]!r}. Write the character itself." if found else ""


def _length(name: str, text: str) -> str:
    limit = _LIMITS.get(name)
    if limit is None or "://" in text or len(text) <= limit:
        return ""
    return f"it has {len(text)} letters; the limit is {limit}. Cut it."
