"""`PODCASTS` of `pelicanconf.py`, read and checked: one dictionary a show."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from uuid import UUID

from plugins.podcast.categories import parse_category
from plugins.shared.problems import Problem, split_sentence
from plugins.shared.settings import missing_keys, unknown_keys
from plugins.shared.slugs import is_slug

# The namespace of podcast:guid (Podcast namespace, guid).
GUID_NAMESPACE = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
# What the annotations of `ShowSettings` ask of a value, and how a person says it.
_TYPES: dict[str, tuple[str, Callable[[object], bool]]] = {
    "str": ("a text", lambda v: isinstance(v, str)),
    "bool": ("True or False", lambda v: isinstance(v, bool)),
    # A text would be taken for a list of letters.
    "Sequence[str]": (
        "a list of texts",
        lambda v: isinstance(v, list | tuple) and all(isinstance(item, str) for item in v),
    ),
    "Mapping[str, str]": ("a dictionary of addresses and texts", lambda v: _is_dict(v, str)),
    "Mapping[int, str]": ("a dictionary of numbers and names", lambda v: _is_dict(v, int)),
}
TEXT_LIMIT = 255  # PSP-1
DESCRIPTION_LIMIT = 4000  # bytes; Apple and PSP-1
# The site's own first parts of addresses.
RESERVED_KEYS = frozenset(
    [
        "blog",
        "tags",
        "series",
        "people",
        "archive",
        "search",
        "subscribe",
        "media",
        "assets",
        "drafts",
    ]
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-zA-Z0-9]{2,8})*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSettings:
    """One show as configured. `docs/settings.md` says what each key means."""

    key: str
    title: str
    description: str
    author: str
    categories: Sequence[str]
    guid: str
    language: str = "en"
    image: str = "images/cover.jpg"
    owner_name: str = ""
    owner_email: str = ""
    explicit: bool = False
    type: str = "episodic"
    copyright: str = ""
    license: str = ""
    license_url: str = ""
    locked: bool = True
    medium: str = "podcast"
    hosts: Sequence[str] = ()
    funding: Mapping[str, str] = field(default_factory=dict)
    seasons: Mapping[int, str] = field(default_factory=dict)


def read_shows(
    given: Sequence[Mapping[str, object]],
) -> tuple[tuple[ShowSettings, ...], list[Problem]]:
    """Turn the dictionaries into settings; a show with a problem is left out."""
    shows: list[ShowSettings] = []
    problems: list[Problem] = []
    for position, options in enumerate(given):
        where = f"PODCASTS[{position}]"
        if not isinstance(options, Mapping):
            problems.append(_problem(where, "it is not a dictionary. Write [{'key': …}]."))
            continue
        found = unknown_keys(options, ShowSettings, where)
        found += missing_keys(options, ShowSettings, where)
        found += [_problem(where, sentence) for sentence in _mistyped(options)]
        show = None if found else ShowSettings(**options)  # type: ignore[arg-type]  # checked below
        if show is not None:
            found = [_problem(where, sentence) for sentence in _faults(show)]
        if show is not None and any(show.key == other.key for other in shows):
            found.append(_problem(where, f"the key {show.key!r} is taken. Give it another."))
        problems.extend(found)
        if show is not None and not found:
            shows.append(show)
    return tuple(shows), problems


def _problem(where: str, sentence: str) -> Problem:
    what, todo = split_sentence(sentence)
    return Problem(where="pelicanconf.py", what=f"{where}: {what}", todo=todo)


def _mistyped(options: Mapping[str, object]) -> list[str]:
    """Return a sentence for each value of another type than its key has."""
    types = {field.name: _TYPES[str(field.type)] for field in fields(ShowSettings)}
    return [
        f"{name!r} must be {types[name][0]}, not {value!r}. Correct it."
        for name, value in options.items()
        if name in types and not types[name][1](value)
    ]


def _is_dict(value: object, key: type) -> bool:
    return isinstance(value, Mapping) and all(
        isinstance(name, key) and isinstance(text, str) for name, text in value.items()
    )


def _faults(show: ShowSettings) -> list[str]:
    """Return a sentence for each value that would make a feed wrong."""
    faults = [
        (
            show.key in RESERVED_KEYS,
            f"the key {show.key!r} is reserved: the site has pages there. Choose another.",
        ),
        (not is_slug(show.key), f"the key {show.key!r} cannot be an address. Use a-z and hyphens."),
        (
            not _LANGUAGE.fullmatch(show.language),
            f"{show.language!r} is not a language. Write 'en' or 'en-GB'.",
        ),
        (not _is_uuid(show.guid), f"the guid {show.guid!r} is not a UUID. See docs/settings.md."),
        (
            show.type not in {"episodic", "serial"},
            f"the type {show.type!r} is not known. Write 'episodic' or 'serial'.",
        ),
        (
            bool(show.owner_email) and not _EMAIL.fullmatch(show.owner_email),
            f"{show.owner_email!r} is not an e-mail address. Correct it.",
        ),
        (len(show.title) > TEXT_LIMIT, f"the title is longer than {TEXT_LIMIT} letters. Cut it."),
        (
            len(show.description.encode()) > DESCRIPTION_LIMIT,
            f"the description is longer than {DESCRIPTION_LIMIT} bytes. Cut it.",
        ),
        (
            bool(show.license) and show.license != show.license.lower() and not show.license_url,
            f"the license {show.license!r} needs a license_url. Add it.",
        ),
    ]
    return [sentence for is_wrong, sentence in faults if is_wrong] + _category_faults(show)


def _category_faults(show: ShowSettings) -> list[str]:
    faults = []
    for category in show.categories:
        try:
            parse_category(category)
        except ValueError as error:
            faults.append(str(error))
    return faults


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
