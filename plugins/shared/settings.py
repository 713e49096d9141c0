"""Settings: one dictionary of `pelicanconf.py`, read once into a frozen dataclass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields

from plugins.shared.nearest import did_you_mean
from plugins.shared.problems import Problem


def unknown_keys(given: Mapping[str, object], known: type, where: str) -> list[Problem]:
    """Return a problem for each key that the dataclass has no field for."""
    names = [field.name for field in fields(known)]
    return [
        Problem(
            where="pelicanconf.py",
            what=f"{where} has no key {key!r}.",
            todo=did_you_mean(str(key), names) or f"It knows: {', '.join(names)}.",
            rule="setting-known",
        )
        for key in given
        if key not in names
    ]


def missing_keys(given: Mapping[str, object], known: type, where: str) -> list[Problem]:
    """Return a problem for each required key that is not given or empty."""
    required = [
        field.name
        for field in fields(known)
        if field.default is MISSING and field.default_factory is MISSING
    ]
    return [
        Problem(
            where="pelicanconf.py",
            what=f"{where} needs {name!r}.",
            todo="Set it; docs/settings.md says what it means.",
            rule="setting-missing",
        )
        for name in required
        if not given.get(name)
    ]
