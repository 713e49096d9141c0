"""JSON chapters 1.2 (Podcast namespace): read with the line of each chapter, and dumped."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from json.decoder import JSONObject  # type: ignore[attr-defined]  # typeshed leaves it out
from json.scanner import py_make_scanner  # type: ignore[attr-defined]  # the same
from typing import Any

from plugins.podcast.chapters.addresses import secure_image, secure_url
from plugins.podcast.chapters.rows import ChapterRow, Fault, Reading, unreadable
from plugins.podcast.model import Chapter
from plugins.shared.characters import clean
from plugins.shared.durations import decimal_seconds
from plugins.shared.site import Site

ENDING = ".chapters.json"
TYPE = "application/json+chapters"
_NO_NUMBER = "Write seconds as a number: 65.5."
_TODO = 'Write it as {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "…"}]}.'


class _Located(dict[str, Any]):
    """An object of the file that knows on which line it begins."""

    line = 1


class _Decoder(json.JSONDecoder):
    """Python's decoder, which notes where each object begins."""

    def __init__(self) -> None:
        super().__init__(parse_constant=_refuse)
        self.parse_object = _located
        self.scan_once = py_make_scanner(self)


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _located(place: tuple[str, int], *rest: Any) -> tuple[_Located, int]:  # noqa: ANN401 JSON
    found, end = JSONObject(place, *rest)
    located = _Located(found)
    located.line = place[0].count("\n", 0, place[1]) + 1
    return located, end


def parse_json_chapters(text: str) -> Reading:
    """Read a file of JSON chapters."""
    try:
        document = _Decoder().decode(text)
    except json.JSONDecodeError as error:
        return unreadable(f"it is not JSON ({error.msg}).", "Correct this line.", error.lineno)
    except (ValueError, RecursionError):
        return unreadable("it is not JSON.", _TODO, 1)
    given = document.get("chapters") if isinstance(document, dict) else None
    if not isinstance(given, list):
        return unreadable("it holds no list of chapters.", _TODO, 1)
    rows: list[ChapterRow] = []
    faults: list[Fault] = []
    for number, item in enumerate(given, start=1):
        if isinstance(item, _Located):
            found = [*_wrong(item)]
            faults += found
            rows += [] if found else [_row(item)]
        else:
            faults.append(_fault(None, f"chapter {number} is no object.", _TODO))
    return Reading(rows=tuple(rows), faults=tuple(faults))


def _fault(line: int | None, what: str, todo: str) -> Fault:
    return Fault(line=line, what=what, todo=todo, rule="chapter-file")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


# What each key of a chapter holds; others are none of ours (`location` is one of them).
_KEYS: tuple[tuple[str, Callable[[object], bool], str, str], ...] = (
    ("startTime", _is_number, "a number", _NO_NUMBER),
    ("endTime", _is_number, "a number", _NO_NUMBER),
    ("title", _is_text, "a text", "Put it in quotes."),
    ("url", _is_text, "a text", "Put it in quotes."),
    ("img", _is_text, "a text", "Put it in quotes."),
    ("toc", lambda value: isinstance(value, bool), "true or false", "Write it without quotes."),
)


def _wrong(item: _Located) -> list[Fault]:
    if "startTime" not in item:
        return [_fault(item.line, "the chapter has no startTime.", _NO_NUMBER)]
    return [
        _fault(
            item.line, f"{key} is {json.dumps(item[key], ensure_ascii=False)}, not {kind}.", todo
        )
        for key, is_right, kind, todo in _KEYS
        if item.get(key) is not None and not is_right(item[key])
    ]


def _row(item: _Located) -> ChapterRow:
    return ChapterRow(
        line=item.line,
        time=_written(item["startTime"]),
        title=clean(item.get("title") or ""),
        url=clean(item.get("url") or ""),
        image=clean(item.get("img") or ""),
        end=_written(item["endTime"]) if item.get("endTime") is not None else "",
        is_listed=item.get("toc") is not False,
    )


def _written(seconds: float) -> str:
    """Return a number of seconds as text, never as `1e-05`."""
    try:
        return f"{seconds:.3f}".rstrip("0").rstrip(".")
    except OverflowError:  # an integer beyond what a float can hold
        return str(seconds)


def dump_json_chapters(chapters: Sequence[Chapter], site: Site) -> bytes:
    """Return a file of JSON chapters, with what is served over https alone."""
    rows = [_object(chapter, site) for chapter in chapters]
    document = {"version": "1.2.0", "chapters": rows}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _object(chapter: Chapter, site: Site) -> dict[str, object]:
    given = {
        "startTime": decimal_seconds(chapter.start),
        "title": chapter.title or None,
        "img": secure_image(chapter, site) or None,
        "url": secure_url(chapter, site) or None,
        "toc": None if chapter.is_listed else False,
        "endTime": None if chapter.end is None else decimal_seconds(chapter.end),
    }
    return {key: value for key, value in given.items() if value is not None}
