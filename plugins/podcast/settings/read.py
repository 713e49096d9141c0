"""`PODCASTS` of `pelicanconf.py`, read and checked: one dictionary a show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields

from plugins.podcast.settings.rules import find_faults
from plugins.podcast.settings.show import ShowSettings
from plugins.podcast.settings.texts import find_text_faults, tidy
from plugins.shared.problems import Problem, split_sentence
from plugins.shared.settings import missing_keys, unknown_keys

# What the annotations of `ShowSettings` ask of a value, and how a person says it.
_TYPES: dict[str, tuple[str, Callable[[object], bool]]] = {
    "str": ("a text", lambda v: isinstance(v, str)),
    "bool": ("True or False", lambda v: isinstance(v, bool)),
    "int": ("a whole number", lambda v: isinstance(v, int) and not isinstance(v, bool) and v >= 0),
    # A text would be taken for a list of letters.
    "Sequence[str]": (
        "a list of texts",
        lambda v: isinstance(v, list | tuple) and all(isinstance(item, str) for item in v),
    ),
    "Sequence[int]": (
        "a list of numbers",
        lambda v: isinstance(v, list | tuple) and all(type(item) is int for item in v),
    ),
    "Mapping[str, str]": ("a dictionary of addresses and texts", lambda v: _is_dict(v, str)),
    "Mapping[int, str]": ("a dictionary of numbers and names", lambda v: _is_dict(v, int)),
}


def read_shows(
    given: object,
) -> tuple[tuple[ShowSettings, ...], list[Problem]]:
    """Turn the dictionaries into settings; a show with a problem is left out."""
    shows: list[ShowSettings] = []
    problems: list[Problem] = []
    if not isinstance(given, list | tuple):
        shown = "one dictionary" if isinstance(given, Mapping) else repr(given)
        what = f"it is {shown}, not a list of dictionaries. Write [{{'key': …}}]."
        return (), [_problem("PODCASTS", what)]
    for position, settings in enumerate(given):
        where = f"PODCASTS[{position}]"
        if not isinstance(settings, Mapping):
            problems.append(_problem(where, "it is not a dictionary. Write [{'key': …}]."))
            continue
        options = tidy(settings)
        found = unknown_keys(options, ShowSettings, where)
        found += missing_keys(options, ShowSettings, where)
        found += [_problem(where, sentence) for sentence in _mistyped(options)]
        if not found:
            found = [_problem(where, sentence) for sentence in find_text_faults(options)]
        show = None if found else ShowSettings(**options)  # type: ignore[arg-type]  # checked above
        if show is not None:
            found = [_problem(where, sentence) for sentence in find_faults(show)]
        if show is not None:
            found.extend(_problem(where, sentence) for sentence in _taken(show, shows))
        problems.extend(found)
        if show is not None and not found:
            shows.append(show)
    return tuple(shows), problems


def _taken(show: ShowSettings, others: Sequence[ShowSettings]) -> list[str]:
    if any(show.key == other.key for other in others):
        return [f"the key {show.key!r} is taken. Give it another."]
    if any(show.guid == other.guid for other in others):
        return [f"the guid {show.guid!r} is that of another show. Give it its own."]
    return []


def _problem(where: str, sentence: str) -> Problem:
    what, todo = split_sentence(sentence)
    return Problem(where="pelicanconf.py", what=f"{where}: {what}", todo=todo, rule="show-setting")


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
        type(name) is key and isinstance(text, str) for name, text in value.items()
    )
