"""From the bytes of one feed document to its rows, with entities off and a DOCTYPE refused."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from tools.publish.feeds.elements import CHANNEL, ITEM, qualified, read_facets
from tools.publish.feeds.rows import Channel, Document, FeedError, Row


def parse_document(content: bytes, page: int = 0) -> Document:
    """Read a document; `page` is its number among the archive pages, 0 for the feed.

    Raises:
        FeedError: if it is no podcast feed.
    """
    # Items are forgotten as they end: a feed may hold ten thousand.
    events = etree.iterparse(
        io.BytesIO(content), tag="item", resolve_entities=False, no_network=True, load_dtd=False
    )
    rows = []
    try:
        for _, item in events:
            rows.append(_row(item, page))
            item.clear()
    except etree.XMLSyntaxError as error:
        raise FeedError(f"it is not whole XML: {error.msg}.") from error
    root = events.root
    if root.getroottree().docinfo.internalDTD is not None:
        raise FeedError("it has a DOCTYPE, which no feed needs.")
    channel = root.find("channel") if root.tag == "rss" else None
    if channel is None:
        raise FeedError("it is no RSS feed.")
    return Document(
        channel=_channel(channel), rows=tuple(rows), older_url=_link(channel, "prev-archive")
    )


def _channel(channel: etree._Element) -> Channel:
    image = channel.find(qualified("itunes:image"))
    return Channel(
        title=_text(channel, "title"),
        guid=_text(channel, "podcast:guid"),
        feed_url=_link(channel, "self"),
        image_url="" if image is None else image.get("href", ""),
        facets=read_facets(channel, CHANNEL),
    )


def _row(item: etree._Element, page: int) -> Row:
    enclosure = item.find("enclosure")
    said = etree.Element("enclosure") if enclosure is None else enclosure
    link, url, title = _text(item, "link"), said.get("url", ""), _text(item, "title")
    return Row(
        # What has no guid is known to apps by what it plays.
        guid=_text(item, "guid") or url or link or title,
        title=title,
        label=_label(item),
        published=_date(_text(item, "pubDate")),
        link=link,
        url=url,
        length=said.get("length", ""),
        type=said.get("type", ""),
        page=page,
        facets=read_facets(item, ITEM),
    )


def _label(item: etree._Element) -> str:
    kind = _text(item, "itunes:episodeType")
    if kind in {"trailer", "bonus"}:
        return kind.capitalize()
    shown = item.find(qualified("podcast:episode"))
    if shown is not None and shown.get("display"):
        return str(shown.get("display"))
    number = _text(item, "podcast:episode") or _text(item, "itunes:episode")
    return f"#{number:0>3}" if number else ""


def _date(text: str) -> datetime | str:
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return text
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _text(parent: etree._Element, name: str) -> str:
    return (parent.findtext(qualified(name)) or "").strip()


def _link(channel: etree._Element, rel: str) -> str:
    links = channel.findall(qualified("atom:link"))
    return next((link.get("href", "") for link in links if link.get("rel") == rel), "")
