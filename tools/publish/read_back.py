"""Where what is served is read from: a published folder, a feed in a file, a feed on the web."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from plugins.podcast.audio.probe import probe
from tools.publish.served import Feed, Row, Served, as_measured, parse_feed
from tools.shared.errors import ToolError
from tools.shared.paths import show, user_path

_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')
_HEAD = 4096
_LARGEST = 50_000_000
_MOST_PAGES = 1000
_SECONDS = 30


def read_back(address: str) -> Served:
    """Return what an address serves.

    Raises:
        ToolError: if there is nothing of ours.
    """
    if urlsplit(address).scheme in {"http", "https"}:
        served = _read_feed(address, _fetch, urljoin)
    elif (path := user_path(address)).is_dir():
        served = _read_folder(path)
    elif path.is_file():
        served = _read_feed(str(path), lambda file: Path(file).read_bytes(), _beside)
    else:
        raise ToolError(f"{show(path)}: there is nothing here. Name what is published.")
    if not served.rows:
        raise ToolError(f"{address}: no feed of ours with entries is served here. "
                        "Name a published folder, or the address of a feed.")  # fmt: skip
    return served


def _read_folder(folder: Path) -> Served:
    found = {
        f"/{path.relative_to(folder).as_posix()}": feed
        for path in sorted(folder.rglob("*.xml"))
        if (feed := parse_feed(path.read_bytes(), show(path))) is not None
    }
    # What says that it is elsewhere is the copy of a feed that moved.
    own = {path: feed for path, feed in found.items() if urlsplit(feed.url).path.endswith(path)}
    bases = {feed.url.removesuffix(path) for path, feed in own.items()}
    served = Served()
    for path, feed in own.items():
        served.add(_placed(feed, bases, folder), path)
    roots = {urlsplit(base).path for base in bases}
    served.redirects = dict(_redirects(folder, roots))
    served.moved = frozenset(f"{path.rpartition('/')[0]}/" for path in found.keys() - own.keys())
    return served


def _placed(feed: Feed, bases: set[str], folder: Path | None) -> Feed:
    return replace(feed, rows=tuple(_place(row, bases, folder) for row in feed.rows))


def _place(row: Row, bases: set[str], folder: Path | None) -> Row:
    """Return a row with its page as a site path, and its recording as it really is."""
    base = next((base for base in bases if row.page.startswith(f"{base}/")), "")
    row = replace(row, page=unquote(row.page.removeprefix(base)))
    file = folder / row.sound.path.lstrip("/") if folder and row.sound else None
    if row.sound is None or file is None or not file.is_file():
        return row
    try:
        measured = probe(file)
    except ValueError:
        return row
    return replace(row, sound=as_measured(row.sound, measured))


def _redirects(folder: Path, roots: set[str]) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("index.html")):
        with path.open(encoding="utf-8", errors="replace") as file:
            match = _REFRESH.search(file.read(_HEAD))
        if match:
            target = unquote(unescape(match[1]))
            root = next((root for root in roots if target.startswith(f"{root}/")), "")
            yield f"/{path.parent.relative_to(folder).as_posix()}/", target.removeprefix(root)


def _read_feed(
    address: str, fetch: Callable[[str], bytes], follow: Callable[[str, str], str]
) -> Served:
    """Read one feed with its older parts."""
    served, seen = Served(), set[str]()
    while address not in seen and len(seen) < _MOST_PAGES:
        seen.add(address)
        feed = parse_feed(fetch(address), address)
        if feed is None or not feed.url:
            break
        path = _site_path(feed)
        served.add(_placed(feed, {feed.url.removesuffix(path)}, None), path)
        address = follow(address, feed.older) if feed.older else address
    return served


def _site_path(feed: Feed) -> str:
    """Return where a feed lies in its site, which may live below the root of its host.

    >>> _site_path(Feed(url="https://d.org/sub/podcast/feed-2.xml", guid="g", rows=()))
    '/podcast/feed-2.xml'
    >>> _site_path(Feed(url="https://d.org/sub/feed.xml", guid="", rows=()))
    '/feed.xml'
    """
    path = urlsplit(feed.url).path
    match = _PART.search(path) or (_SHOW if feed.guid else _BLOG).search(path)
    return match[0] if match else f"/{path.rpartition('/')[2]}"


_NAME = r"(?:feed|podcast)(?:-\d+)?\.xml$"
_PART = re.compile(rf"/(?:(?:tags|series|people)/[^/]+|[^/]+/season/\d+)/{_NAME}")
_SHOW = re.compile(rf"/[^/]+/{_NAME}")
_BLOG = re.compile(rf"(?:/[a-z]{{2}}(?:-[a-z]{{2}})?)?/blog/{_NAME}")


def _beside(file: str, url: str) -> str:
    """Return the file of an older part: it lies beside the feed, whatever host it names."""
    return str(Path(file).with_name(Path(urlsplit(url).path).name))


def _fetch(url: str) -> bytes:
    if urlsplit(url).scheme not in {"http", "https"}:
        raise ToolError(f"{url}: a feed is read from https or http. Look at the address.")
    request = urllib.request.Request(url, headers={"User-Agent": "daily-dave-engine"})  # noqa: S310 the scheme was looked at
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 the same
            content: bytes = answer.read(_LARGEST + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        raise ToolError(f"{url}: it does not answer ({error}). Look at the address.") from error
    if len(content) > _LARGEST:
        raise ToolError(f"{url}: it is larger than any feed. Look at the address.")
    return content
