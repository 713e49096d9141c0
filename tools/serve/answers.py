"""What a request gets: a pure decision from a folder, a method, an address and some headers."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote_to_bytes, urlsplit

from plugins.shared.files import is_inside
from tools.serve.media_types import media_type
from tools.serve.ranges import UnsatisfiableRangeError, parse_range


class Headers(Protocol):
    """What a request's headers can be asked for."""

    def get(self, name: str, /) -> str | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Status, headers and body, which is either some bytes of a file or a text."""

    status: HTTPStatus
    headers: dict[str, str] = field(default_factory=dict)
    file: Path | None = None
    part: range = range(0)
    text: bytes = b""

    @property
    def length(self) -> int:
        return len(self.part) if self.file else len(self.text)


def answer(folder: Path, method: str, target: str, headers: Headers) -> Answer:
    """Decide what a request gets."""
    if method not in {"GET", "HEAD"}:
        return _text(HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "GET, HEAD"})
    path, _, query = target.partition("?")
    path = urlsplit(path).path if "://" in path else path
    found = find_file(folder, path)
    if found is None:
        return _not_found(folder)
    if found.is_dir():
        return _redirect(path, query)
    return _file(found, headers, wants_part=method == "GET")


def find_file(folder: Path, path: str) -> Path | None:
    """Return the file or folder that a path means, if it may be seen.

    Nothing outside the folder may, and nothing whose name starts with a dot.
    """
    parts = [os.fsdecode(part) for part in unquote_to_bytes(path).split(b"/") if part]
    if any(part.startswith(".") for part in parts):
        return None
    found = folder.joinpath(*parts, *(["index.html"] if path.endswith("/") else []))
    try:
        is_page = found.is_file() or (found / "index.html").is_file()
        return found if is_page and is_inside(found, folder) else None
    except (OSError, RuntimeError):
        # A name too long, a link in a circle: nothing that could be shown.
        return None


def _file(path: Path, headers: Headers, *, wants_part: bool) -> Answer:
    stat = path.stat()
    shown = {
        "Content-Type": media_type(path.name),
        "Last-Modified": formatdate(stat.st_mtime, usegmt=True),
        "ETag": f'"{stat.st_size:x}-{stat.st_mtime_ns:x}"',
        "Accept-Ranges": "bytes",
        # A preview must never show yesterday's page.
        "Cache-Control": "no-cache",
    }
    if is_unchanged(shown, headers):
        return Answer(status=HTTPStatus.NOT_MODIFIED, headers=shown)
    try:
        part = _find_part(shown, headers, stat.st_size) if wants_part else None
    except UnsatisfiableRangeError:
        size = {"Content-Range": f"bytes */{stat.st_size}"}
        return _text(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, size)
    if part is None:
        return Answer(status=HTTPStatus.OK, headers=shown, file=path, part=range(stat.st_size))
    shown["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{stat.st_size}"
    return Answer(status=HTTPStatus.PARTIAL_CONTENT, headers=shown, file=path, part=part)


def is_unchanged(shown: Mapping[str, str], headers: Headers) -> bool:
    """Say whether the reader has this very file already; a tag counts before a date."""
    tags = headers.get("If-None-Match")
    if tags is not None:
        known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in known or shown["ETag"] in known
    since = headers.get("If-Modified-Since")
    try:
        date = parsedate_to_datetime(since or "")
        return parsedate_to_datetime(shown["Last-Modified"]) <= date
    except (TypeError, ValueError):
        return False


def _find_part(shown: Mapping[str, str], headers: Headers, size: int) -> range | None:
    condition = headers.get("If-Range")
    if condition is not None and condition not in {shown["ETag"], shown["Last-Modified"]}:
        return None
    return parse_range(headers.get("Range") or "", size)


def _redirect(path: str, query: str) -> Answer:
    # One slash at the start: two would lead to another host. And found anew each time:
    # the next site on this port has other folders.
    place = f"/{quote(unquote_to_bytes(path.strip('/')))}/"
    return _text(HTTPStatus.FOUND, {"Location": f"{place}?{query}" if query else place})


def _not_found(folder: Path) -> Answer:
    page = find_file(folder, "/404.html")
    if page is None:
        return _text(HTTPStatus.NOT_FOUND)
    headers = {"Content-Type": media_type(page.name), "Cache-Control": "no-cache"}
    part = range(page.stat().st_size)
    return Answer(status=HTTPStatus.NOT_FOUND, headers=headers, file=page, part=part)


def _text(status: HTTPStatus, headers: Mapping[str, str] | None = None) -> Answer:
    shown = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache"}
    text = f"{status.value} {status.phrase}\n".encode()
    return Answer(status=status, headers=shown | dict(headers or {}), text=text)
