"""`content/remote.json`: what is known of audio on other hosts, committed with the content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from plugins.podcast.audio.probe import FORMATS, Measured
from plugins.podcast.model import Chapter
from plugins.podcast.remote.address import parse_address
from plugins.podcast.remote.facts import Facts

NAME = "remote.json"
VERSION = 1
RESTORE = "Restore it from its last commit, or delete it and run 'make probe'."
_MARKS = ("<<<<<<< ", "||||||| ", ">>>>>>> ")
_TYPES = frozenset(kind.type for kind in FORMATS)
# What is left out where it says nothing.
_DEFAULTS: dict[str, object] = {
    "bitrate": 0,
    "chapters": [],
    "codecs": "",
    "etag": "",
    "head": True,
    "last_modified": "",
    "served": "",
}
_LONGEST = 10_000_000.0  # seconds
_REQUIRED = ("bytes", "seconds", "type")


class RememberedError(ValueError):
    """A memory that cannot be read, told in whole sentences; `line` counts from 1."""

    def __init__(self, what: str, line: int | None = None) -> None:
        super().__init__(f"{what} {RESTORE}")
        self.line = line


def parse_memory(text: str) -> dict[str, Facts]:
    """Read what is known, by address.

    Raises:
        RememberedError: if the text is not what `dump_memory` writes.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith(_MARKS) or line == "=======":
            raise RememberedError("it holds the marks of a merge that was not finished.", number)
    try:
        found = json.loads(text, object_pairs_hook=lambda pairs: _once(pairs, text))
    except json.JSONDecodeError as error:
        raise RememberedError(f"it is no JSON ({error.msg}).", error.lineno) from error
    except RecursionError as error:
        raise RememberedError("it is nested too deep.") from error
    if not isinstance(found, dict) or not isinstance(found.get("audio"), dict):
        raise RememberedError("there is no 'audio' in it.", 1)
    version = found.get("version")
    if version != VERSION:
        what = f"it has version {version!r}, and this engine knows {VERSION}."
        raise RememberedError(what, _line_of('"version"', text))
    return {url: _read(url, row, text) for url, row in found["audio"].items()}


def _once(pairs: list[tuple[str, Any]], text: str) -> dict[str, Any]:
    """Return an object's values; a merge may leave one twice, of which JSON takes the last."""
    names = [name for name, _ in pairs]
    double = next((name for name in names if names.count(name) > 1), None)
    if double is not None:
        raise RememberedError(
            f"{double!r} is in it twice.", _line_of(_quoted(double), text, last=True)
        )
    return dict(pairs)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _line_of(words: str, text: str, *, last: bool = False) -> int | None:
    place = text.rfind(words) if last else text.find(words)
    return text.count("\n", 0, place) + 1 if place >= 0 else None


def _read(url: str, row: object, text: str) -> Facts:
    try:
        return _facts(parse_address(url) == url, row)
    except (ValueError, TypeError, KeyError) as error:
        what = "what it says of one address cannot be read."
        raise RememberedError(what, _line_of(_quoted(url), text)) from error


def _facts(is_address: bool, given: object) -> Facts:  # noqa: FBT001 one of two things that must be so
    """Return a row's facts, if each is of its type and there is no other.

    Raises:
        ValueError, TypeError, KeyError: if one is not.
    """
    row: dict[str, Any] = {**_DEFAULTS, **given} if isinstance(given, dict) else {}
    is_known = row.keys() <= {*_DEFAULTS, *_REQUIRED} and row["type"] in _TYPES
    if not is_address or not is_known:
        raise ValueError(row)
    return Facts(
        measured=Measured(
            length_bytes=_whole(row["bytes"], 1),
            sha256="",
            type=row["type"],
            duration=_time(row["seconds"], 0.001),
            bitrate=_whole(row["bitrate"], 0) or None,
            codecs=_text(row["codecs"]),
            chapters=tuple(
                Chapter(start=_time(chapter["start"], 0), title=_text(chapter["title"]))
                for chapter in row["chapters"]
            ),
        ),
        served=_text(row["served"]),
        etag=_text(row["etag"]),
        last_modified=_text(row["last_modified"]),
        answers_head=_truth(row["head"]),
    )


def _whole(value: object, least: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise TypeError(value)
    return value


def _time(value: object, least: float) -> timedelta:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(value)
    if not least <= value <= _LONGEST:  # neither is NaN
        raise ValueError(value)
    return timedelta(seconds=value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def dump_memory(known: Mapping[str, Facts]) -> str:
    """Return the text of what is known: sorted, without defaults, the same for the same facts."""
    rows = {url: _row(facts) for url, facts in known.items()}
    document = {"audio": rows, "version": VERSION}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _row(facts: Facts) -> dict[str, object]:
    measured = facts.measured
    row: dict[str, object] = {
        "bitrate": measured.bitrate or 0,
        "bytes": measured.length_bytes,
        "chapters": [
            {"start": chapter.start.total_seconds(), "title": chapter.title}
            for chapter in measured.chapters
        ],
        "codecs": measured.codecs,
        "etag": facts.etag,
        "head": facts.answers_head,
        "last_modified": facts.last_modified,
        "seconds": measured.duration.total_seconds(),
        "served": facts.served,
        "type": measured.type,
    }
    return {name: value for name, value in row.items() if value != _DEFAULTS.get(name)}
