"""What is served, read back from its feeds: who every entry is to those who subscribed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import unquote, urlsplit

from lxml import etree

from plugins.identity.promises import PagePromise, Sound
from plugins.podcast.audio.probe import Measured
from plugins.shared.dates import iso_utc
from tools.shared.errors import ToolError

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
_MEDIA = re.compile(r"/media/[^/]+-[0-9a-f]{8}\.\w+$")
_BLOG = re.compile(r"^(?:/[a-z]{2}(?:-[a-z]{2})?)?/blog/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An item of a feed; `sound.sha256` is empty where the recording itself was not to be read."""

    guid: str
    title: str
    published: str
    page: str
    show: str = ""
    sound: Sound | None = None

    @property
    def folder(self) -> str:
        """The folder of `content/` that it comes from."""
        return "posts" if _BLOG.match(self.page) else "episodes"

    @property
    def slug(self) -> str:
        return self.page.rstrip("/").rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One document: where and who it says that it is, its items, and the part before it."""

    url: str
    guid: str
    rows: tuple[Row, ...]
    older: str = ""


@dataclass(slots=True, kw_only=True)
class Served:
    """All that a target serves: rows by guid, pages by path, the shows' guids, the redirects.

    `moved` are the redirected pages whose feeds go on where they were.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    pages: dict[str, PagePromise] = field(default_factory=dict)
    shows: set[str] = field(default_factory=set)
    redirects: Mapping[str, str] = field(default_factory=dict)
    moved: frozenset[str] = frozenset()
    feeds: int = 0

    def add(self, feed: Feed, path: str) -> None:
        """Take in a feed that lies at a site path; a podcast's rows say more than a blog's."""
        self.feeds += 1
        page, _, name = path.rpartition("/")
        is_show = name.startswith("feed") and bool(feed.guid)
        for row in feed.rows:
            known = self.rows.get(row.guid)
            if known is None or is_show or (row.sound and not known.sound):
                self.rows[row.guid] = replace(row, show=feed.guid) if is_show else row
        if is_show:
            self.shows.add(feed.guid)
        if name in {"feed.xml", "podcast.xml"} and page and not _BLOG.match(f"{page}/"):
            guid = feed.guid or self.pages.get(f"{page}/", PagePromise()).guid
            self.pages[f"{page}/"] = PagePromise(source=guid if is_show else "", guid=guid)


def parse_feed(content: bytes, where: str) -> Feed | None:
    """Read a document, if it is a feed of ours.

    Raises:
        ToolError: if it is XML with a document type, which may ask for other files.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ToolError(f"{where}: this feed has a document type, which no feed needs. "
                        "Name the folder or the feed that this engine published.")  # fmt: skip
    channel = root.find("channel")
    if channel is None:
        return None
    links = {
        link.get("rel"): link.get("href") or "" for link in channel.findall(_name("atom:link"))
    }
    url = links.get("self", "")
    return Feed(
        url=url,
        guid=channel.findtext(_name("podcast:guid")) or "",
        rows=tuple(_rows(channel.findall("item"))),
        older=links.get("prev-archive", ""),
    )


def _rows(items: Iterable[etree._Element]) -> Iterable[Row]:
    for item in items:
        guid, date = item.findtext("guid") or "", item.findtext("pubDate") or ""
        try:
            published = parsedate_to_datetime(date)
        except ValueError:
            continue
        if guid:
            yield Row(
                guid=guid,
                title=item.findtext("title") or "",
                published=iso_utc(published.replace(tzinfo=published.tzinfo or UTC)),
                page=item.findtext("link") or "",
                sound=_sound(item),
            )


def _sound(item: etree._Element) -> Sound | None:
    enclosure = item.find("enclosure")
    if enclosure is None:
        return None
    url = enclosure.get("url") or ""
    # A name with its digest is ours, whatever host it is on.
    match = _MEDIA.search(unquote(urlsplit(url).path))
    length = enclosure.get("length") or ""
    return Sound(
        path=match[0] if match else url,
        bytes=int(length) if length.isdigit() else 0,
        type=enclosure.get("type") or "",
        sha256="",
        duration=_seconds(item.findtext(_name("itunes:duration")) or ""),
    )


def as_measured(sound: Sound, measured: Measured) -> Sound:
    """Return a sound with what only its recording tells."""
    return replace(
        sound,
        bytes=measured.length_bytes,
        sha256=measured.sha256,
        duration=measured.duration.total_seconds(),
        bitrate=measured.bitrate or 0,
        codecs=measured.codecs,
    )


def _seconds(text: str) -> float:
    """Return a duration.

    >>> _seconds("75"), _seconds("1:01:15"), _seconds("")
    (75.0, 3675.0, 0.0)
    """
    total = 0
    for part in text.split(":"):
        total = total * 60 + (int(part) if part.strip().isdigit() else 0)
    return float(total)


def _name(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
