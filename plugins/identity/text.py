"""The ledger as text: sorted JSON that says only what is so, and what is wrong with a text."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from plugins.identity.promises import Ledger, PagePromise, Promise, Sound

VERSION = 2
# Version 1 had no pages.
READABLE = (1, VERSION)
RESTORE = "Restore it from its last commit, or with 'make ledger' from what is published."
_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)


class LedgerError(ValueError):
    """A ledger that cannot be read, told in whole sentences."""


def parse_ledger(text: str) -> Ledger:
    """Read a ledger.

    Raises:
        LedgerError: if the text is not one.
    """
    if _CONFLICT.search(text):
        raise LedgerError(f"it holds the marks of a merge that was not finished. {RESTORE}")
    try:
        found = json.loads(text, object_pairs_hook=_once)
        version = found["version"]
    except LedgerError:
        raise
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise LedgerError(f"it cannot be read. {RESTORE}") from error
    if version not in READABLE:
        todo = f"Build with the engine that wrote it. {RESTORE}"
        raise LedgerError(f"it has version {version!r}, and this engine knows {VERSION}. {todo}")
    return Ledger(
        entries=_read_rows(found, "entries", _read_promise),
        pages=_read_rows(found, "pages", _read_page) if version > 1 else {},
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's values; a merge may leave one twice, of which JSON takes the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        double = next(
            name for name, count in Counter(name for name, _ in pairs).items() if count > 1
        )
        raise LedgerError(f"{double!r} is in it twice. {RESTORE}")
    return found


def _read_rows(found: Any, name: str, read: Callable[[Any], Any]) -> dict[str, Any]:  # noqa: ANN401 JSON
    rows = found.get(name)
    if not isinstance(rows, dict):
        raise LedgerError(f"there are no {name!r} in it. {RESTORE}")
    promises = {}
    for key, row in rows.items():
        try:
            promises[key] = read(row)
        except (TypeError, AttributeError) as error:
            raise LedgerError(f"what it says of {key!r} cannot be read. {RESTORE}") from error
    return promises


def _read_promise(row: dict[str, Any]) -> Promise:
    sound = row.get("sound")
    options = _checked(Promise, {**row, "sound": None, "others": []})
    options["sound"] = None if sound is None else _read_sound(sound)
    options["others"] = tuple(map(_read_sound, row.get("others", ())))
    return Promise(**options)


def _read_sound(row: dict[str, Any]) -> Sound:
    return Sound(**_checked(Sound, row))


def _read_page(row: dict[str, Any]) -> PagePromise:
    return PagePromise(**_checked(PagePromise, row))


_TYPES: dict[str, type | tuple[type, ...]] = {
    "str": str,
    "int": int,
    "float": (int, float),
    "bool": bool,
    "tuple[str, ...]": list,
    "Sound | None": type(None),
    "tuple[Sound, ...]": list,
}


def _checked(kind: type[Promise | PagePromise | Sound], row: dict[str, Any]) -> dict[str, Any]:
    """Return a row's values, if each is of the type that its field has.

    Raises:
        TypeError: if one is not; a foreign field raises it when the promise is made.
    """
    types = {field.name: str(field.type) for field in fields(kind)}
    for name, value in row.items():
        if name in types and not isinstance(value, _TYPES[types[name]]):
            raise TypeError(name)
        if isinstance(value, list) and not all(isinstance(item, str) for item in value):
            raise TypeError(name)
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


def dump_ledger(ledger: Ledger) -> str:
    """Return the ledger's text: sorted, without defaults, the same for the same promises."""
    document = {
        "version": VERSION,
        "entries": _dump_rows(ledger.entries),
        "pages": _dump_rows(ledger.pages),
    }
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _dump_rows(promises: Mapping[str, Promise | PagePromise]) -> dict[str, dict[str, object]]:
    return {key: _dump_row(promise) for key, promise in promises.items()}


def _dump_row(row: Promise | PagePromise | Sound) -> dict[str, object]:
    """Return a row's values without those that are read back if nothing is said."""
    values: dict[str, object] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if value == field.default:
            continue
        if isinstance(value, Sound):
            value = _dump_row(value)
        elif isinstance(value, tuple):
            value = [_dump_row(item) if isinstance(item, Sound) else item for item in value]
        values[field.name] = value
    return values
