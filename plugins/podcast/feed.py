"""A show's RSS feed: feedgen for the core, our own extension for everything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import feedgen.entry
import feedgen.feed
from lxml import etree

from plugins.podcast.archive import page_path, plan_pages
from plugins.podcast.model import Episode, EpisodeType, Show
from plugins.podcast.namespace.channel import Archive, Channel, rare_prefixes
from plugins.podcast.namespace.extension import EpisodeExtension, ShowExtension
from plugins.podcast.namespace.item import Item
from plugins.podcast.namespace.stream import with_items
from plugins.podcast.notes import describe, full_notes
from plugins.shared.images import Image
from plugins.shared.site import Site

GENERATOR = "Daily Dave engine"
DOCS = "https://www.rssboard.org/rss-specification"
# feedgen would write the build's time.
_NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a show with a feed of its own: a tag, a series, a season, a person.

    `guid` is its own `podcast:guid`.
    """

    title: str
    description: str
    path: str
    feed_path: str
    image: Image | None
    is_open: bool
    guid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One XML file of a feed: the feed itself, or an archive page of it."""

    path: str
    content: bytes


def render_documents(
    show: Show, episodes: Sequence[Episode], site: Site, part: Part | None = None
) -> tuple[Document, ...]:
    """Return the feed, and before it the archive pages that its show's limits ask for."""
    path = part.feed_path if part else show.feed_path
    episodes = _sorted(episodes)
    sizes = _sizes(episodes, site) if show.paging.byte_budget else [1] * len(episodes)
    counts = plan_pages(sizes[::-1], show.paging)
    if not counts:
        whole = _render(show, episodes, site, part, archive=None)
        return (Document(path=path, content=whole),)
    documents = []
    oldest_first = episodes[::-1]
    previous, start = "", 0
    current = site.absolute(path)
    for number, count in enumerate(counts, start=1):
        page = oldest_first[start : start + count][::-1]
        archive = Archive(current=current, previous=previous)
        content = _render(show, page, site, part, archive, page_path(path, number))
        documents.append(Document(path=page_path(path, number), content=content))
        previous, start = site.absolute(page_path(path, number)), start + count
    newest = _render(show, oldest_first[start:][::-1], site, part, Archive(previous=previous))
    return (*documents, Document(path=path, content=newest))


def render_feed(
    show: Show, episodes: Sequence[Episode], site: Site, part: Part | None = None
) -> bytes:
    """Return the feed of a show, or of a part of it, whole: newest episode first."""
    return _render(show, _sorted(episodes), site, part, archive=None)


def _sorted(episodes: Sequence[Episode]) -> list[Episode]:
    by_guid = sorted(episodes, key=lambda episode: episode.guid)
    return sorted(by_guid, key=lambda episode: episode.published, reverse=True)


def _sizes(episodes: Sequence[Episode], site: Site) -> list[int]:
    channel = etree.Element("channel")
    sizes = []
    for episode in episodes:
        item = _add(channel, episode, site)
        sizes.append(len(etree.tostring(item)))
        channel.remove(item)
    return sizes


def _render(
    show: Show,
    episodes: Sequence[Episode],
    site: Site,
    part: Part | None,
    archive: Archive | None,
    path: str = "",
) -> bytes:
    channel = _channel(show, episodes, site, part, archive)
    if path:
        channel = replace(channel, feed_url=site.absolute(path))
    feed = feedgen.feed.FeedGenerator()
    feed.register_extension("ours", ShowExtension, EpisodeExtension, atom=False)
    feed.ours.channel = channel
    _tell(feed, channel, part)
    if episodes:
        feed.pubDate(max(episode.published for episode in episodes))
        feed.lastBuildDate(max(_changed(episode) for episode in episodes))
    else:
        feed.lastBuildDate(_NOTHING_YET)
    document: bytes = feed.rss_str(pretty=True)

    def add(parent: etree._Element, episode: Episode) -> None:
        _add(parent, episode, site)

    return with_items(document, episodes, add)


def _add(channel: etree._Element, episode: Episode, site: Site) -> etree._Element:
    entry = feedgen.entry.FeedEntry()
    entry.register_extension("ours", EpisodeExtension, atom=False)
    entry.ours.channel = channel
    _fill(entry, episode, site)
    item: etree._Element = entry.rss_entry()
    return item


def _tell(feed: feedgen.feed.FeedGenerator, channel: Channel, part: Part | None) -> None:
    """Fill in the channel's elements of RSS 2.0."""
    show = channel.show
    feed.title(channel.title)
    feed.description(part.description if part and part.description else show.description)
    feed.link(href=channel.link, rel="alternate")
    feed.language(show.language)
    feed.generator(GENERATOR)
    feed.docs(DOCS)
    feed.image(url=channel.image_url, title=channel.title, link=channel.link)
    for topic in show.topics:
        feed.category(term=topic.text, scheme=topic.domain or None)
    for name, value in (
        (feed.copyright, show.copyright),
        (feed.managingEditor, show.managing_editor),
        (feed.webMaster, show.web_master),
        (feed.ttl, show.ttl),
    ):
        if value:
            name(value)


def _changed(episode: Episode) -> datetime:
    return max(episode.published, episode.modified or episode.published)


def _channel(
    show: Show,
    episodes: Sequence[Episode],
    site: Site,
    part: Part | None,
    archive: Archive | None,
) -> Channel:
    image = (part.image if part else None) or show.image
    if image.width != image.height:
        image = show.image
    return Channel(
        show=show,
        site=site,
        title=f"{show.title}: {part.title}" if part else show.title,
        link=site.absolute(part.path if part else show.path),
        feed_url=site.absolute(part.feed_path if part else show.feed_path),
        guid=part.guid if part else show.guid,
        image_url=site.absolute_media(image.path),
        is_part=part is not None,
        is_blocked=show.is_blocked or (part is not None and not part.is_open),
        archive=archive,
        trailers=tuple(e for e in episodes if e.type is EpisodeType.TRAILER),
        prefixes=rare_prefixes(show, episodes),
        new_feed_url="" if part else show.new_feed_url,
    )


def _fill(entry: feedgen.entry.FeedEntry, episode: Episode, site: Site) -> None:
    entry.ours.item = Item(episode=episode, site=site)
    entry.title(episode.title)
    entry.link(href=site.absolute(episode.path))
    entry.guid(episode.guid, permalink=False)
    entry.pubDate(episode.published)
    enclosure = episode.enclosure
    url = site.absolute_media(enclosure.path)
    entry.enclosure(url, str(enclosure.length_bytes), enclosure.type)
    entry.description(describe(episode, site))
    notes = full_notes(episode, site)
    if notes:
        entry.content(notes, type="CDATA")
