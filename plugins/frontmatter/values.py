"""How the texts of front matter become values; each raises ValueError with a whole sentence."""

from __future__ import annotations

import re

from plugins.shared.nearest import did_you_mean
from plugins.shared.slugs import is_slug

Value = str | tuple[str, ...]

_TITLE = 255  # PSP-1
NAME = 128  # Podcast namespace, person and soundbite
_DISPLAY = 32
_DIGITS = 9
STATUSES = ("published", "draft", "hidden", "skip")
EPISODE_TYPES = ("full", "trailer", "bonus")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_TEMPLATE = re.compile(r"[a-z][a-z0-9_]*")


def text(value: Value) -> str:
    """Return one text, whatever lines or items it was written in."""
    return value if isinstance(value, str) else "\n".join(value)


def plain(value: Value) -> str:
    """Return the text on one line."""
    return " ".join(text(value).split())


def one_line(value: Value) -> str:
    """Return a text that must say something."""
    line = plain(value)
    if not line:
        raise ValueError("it is empty. Write some words after the colon.")
    return line


def title(value: Value) -> str:
    """Return a title, which feeds take up to 255 letters of."""
    return short(one_line(value), _TITLE)


def short(words: str, limit: int) -> str:
    """Return words that are within their limit."""
    if len(words) > limit:
        raise ValueError(f"it has {len(words)} letters; the limit is {limit}. Cut it.")
    return words


def people(value: Value) -> tuple[str, ...]:
    """Return names of people, which feeds take up to 128 letters of."""
    return tuple(short(name, NAME) for name in names(value))


def names(value: Value) -> tuple[str, ...]:
    """Return the items of a list, or of a text with commas (or semicolons, as Pelican allows)."""
    if isinstance(value, str):
        value = tuple(value.split(";" if ";" in value else ","))
    cleaned = (" ".join(item.split()) for item in value)
    return tuple(dict.fromkeys(item for item in cleaned if item))


def number(value: Value) -> int:
    """Return a whole number from 1."""
    word = plain(value)
    found = int(word) if re.fullmatch(r"\d+", word) and len(word) <= _DIGITS else 0
    if found < 1:
        raise ValueError(f"{word!r} is not a whole number from 1. Write it in digits.")
    return found


def lines(value: Value) -> tuple[str, ...]:
    """Return the lines of a value that podcast elements are made of."""
    items = value.split("\n") if isinstance(value, str) else value
    found = tuple(" ".join(item.split()) for item in items if item.strip())
    if not found:
        raise ValueError("it is empty. Write some words after the colon.")
    return found


def episode_number(value: Value) -> int | str:
    """Return a whole number from 1, or the text of a decimal one above 0 (podcast:episode)."""
    word = plain(value)
    if re.fullmatch(r"[0-9]{1,9}\.[0-9]{1,4}", word) and float(word) > 0:
        whole, _, rest = word.partition(".")
        decimals = rest.rstrip("0")
        return f"{int(whole)}.{decimals}" if decimals else number(whole)
    return number(value)


def display(value: Value) -> str:
    """Return how a number is shown (podcast:episode, at most 32 letters)."""
    word = one_line(value)
    if len(word) > _DISPLAY:
        raise ValueError(f"{word!r} is longer than {_DISPLAY} letters. Cut it.")
    return word


def yes_or_no(value: Value) -> bool:
    """Return a statement's truth."""
    found = {"yes": True, "true": True, "no": False, "false": False}.get(plain(value).lower())
    if found is None:
        raise ValueError(f"{plain(value)!r} is neither yes nor no. Write 'yes' or 'no'.")
    return found


def _choice(value: Value, known: tuple[str, ...]) -> str:
    word = plain(value).lower()
    if word not in known:
        hint = did_you_mean(word, known) or f"Choose one of: {', '.join(known)}."
        raise ValueError(f"{plain(value)!r} is not known. {hint}")
    return word


def status(value: Value) -> str:
    """Return one of `STATUSES`."""
    return _choice(value, STATUSES)


def episode_type(value: Value) -> str:
    """Return one of `EPISODE_TYPES`."""
    return _choice(value, EPISODE_TYPES)


def role(value: Value) -> str:
    """Return a role in lower case."""
    return one_line(value).lower()


def slug(value: Value) -> str:
    """Return an address's part that needs no encoding and cannot leave its folder."""
    word = plain(value)
    if not is_slug(word):
        raise ValueError(
            f"{word!r} cannot be part of an address. Use a-z, 0-9 and single hyphens.",
        )
    return word


def language(value: Value) -> str:
    """Return a language tag such as `es` or `en-gb` (RFC 5646), in lower case."""
    tag = plain(value).lower()
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError(f"{plain(value)!r} is not a language. Write its code, such as 'es'.")
    return tag


def path(value: Value) -> str:
    """Return a path, whose target is looked for later."""
    found = one_line(value)
    if "\0" in found:
        raise ValueError("it holds a character no path can have. Type it again.")
    return found


def address(value: Value) -> str:
    """Return an address relative to the site, which stays inside it."""
    found = one_line(value)
    parts = found.split("/")
    if (
        {"?", "#"} & set(found)
        or found.startswith("/")
        or "\\" in found
        or "\0" in found
        or {"..", "."} & set(parts)
    ):
        raise ValueError(
            f"{found!r} does not stay inside the site. Write a path without leading slash or '..'.",
        )
    return found


def file_address(value: Value) -> str:
    """Return the path of a file relative to the site, which stays inside it."""
    found = address(value)
    if found.endswith("/"):
        raise ValueError(f"{found!r} is a folder. Name a file in it: '{found}index.html'.")
    return found


def template(value: Value) -> str:
    """Return the name of a template of the theme, without its ending."""
    name = plain(value).removesuffix(".html")
    if not _TEMPLATE.fullmatch(name):
        raise ValueError(f"{plain(value)!r} is not the name of a template. Write e.g. 'subscribe'.")
    return name


def guid(value: Value) -> str:
    """Return a guid to the letter: a UUID, or whatever an imported show used."""
    return one_line(value)
