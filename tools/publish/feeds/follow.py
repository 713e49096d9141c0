"""From a feed's path to the whole show: the feed and all archive pages before it (RFC 5005)."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote, urljoin, urlsplit

from tools.publish.feeds.parse import parse_document
from tools.publish.feeds.rows import Document, Feed, FeedError, Row

# From the path of a file of the site to its bytes, if there is such a file.
Read = Callable[[str], bytes | None]

_NUMBER = re.compile(r"(\d+)\.xml$")


def read_feed(path: str, read: Read) -> Feed:
    """Read a show's feed and follow it to its oldest archive page.

    Raises:
        FeedError: if one of the documents is missing or no feed.
    """
    first = older = _read_document(path, read, 0)
    rows = list(first.rows)
    paths = [path]
    while older.older_url:
        where = find_path(older.older_url, path, first.channel.feed_url)
        if where in paths:
            raise FeedError(f"{where}: the archive pages lead in a circle.")
        number = _NUMBER.search(where)
        older = _read_document(where, read, int(number[1]) if number else len(paths))
        paths.append(where)
        rows += older.rows
    kept, doubles = _once(rows)
    return Feed(
        path=path, channel=first.channel, rows=kept, doubles=doubles, documents=tuple(paths)
    )


def find_path(url: str, feed_path: str, feed_url: str) -> str:
    """Return the path within the site of a URL that a feed names.

    >>> find_path("https://d.org/sub/cast/archive/1.xml", "cast/feed.xml",
    ...           "https://d.org/sub/cast/feed.xml")
    'cast/archive/1.xml'

    A copy at a former address of the feed says its new one:

    >>> find_path("https://d.org/sub/cast/feed-1.xml", "podcast/feed.xml",
    ...           "https://d.org/sub/cast/feed.xml")
    'cast/feed-1.xml'
    """
    above = "/".join(urlsplit(feed_url).path.split("/")[: -len(feed_path.split("/"))])
    path = urlsplit(urljoin(feed_url, url)).path
    return unquote(path.removeprefix(f"{above}/")).lstrip("/")


def _read_document(path: str, read: Read, page: int) -> Document:
    content = read(path)
    if content is None:
        raise FeedError(f"{path}: there is no such file.")
    try:
        return parse_document(content, page)
    except FeedError as error:
        raise FeedError(f"{path}: {error}") from error


def _once(rows: list[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Keep each guid once: a newer document hides an older one, but not a row beside it."""
    kept: dict[str, Row] = {}
    doubles = []
    for row in rows:
        first = kept.setdefault(row.guid, row)
        if first is not row and first.page == row.page:
            doubles.append(row)
    return tuple(kept.values()), tuple(doubles)
