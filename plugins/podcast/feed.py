"""A show's RSS feed: its channel by feedgen and our extension, its items, its archive pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import feedgen.feed

from plugins.podcast.archive import page_path, plan_pages
from plugins.podcast.items import Items
from plugins.podcast.model import Episode, EpisodeType, Show
from plugins.podcast.namespace.channel import Archive, Channel, rare_prefixes
from plugins.podcast.namespace.extension import ShowExtension
from plugins.shared.images import Image
from plugins.shared.site import Site

GENERATOR = "Daily Dave engine"
DOCS = "https://www.rssboard.org/rss-specification"
_END = b"  </channel>"
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
    """One XML file of a feed: the feed itself, or an archive page of it.

    Its bytes stand in `chunks` one after the other: those of a long feed are in memory once.
    """

    path: str
    chunks: tuple[bytes, ...]

    @property
    def content(self) -> bytes:
        """All of it."""
        return b"".join(self.chunks)


def render_documents(
    show: Show, episodes: Sequence[Episode], items: Items, part: Part | None = None
) -> tuple[Document, ...]:
    """Return the feed, and before it the archive pages that its show's limits ask for."""
    path = part.feed_path if part else show.feed_path
    episodes = _sorted(episodes)
    oldest_first = episodes[::-1]
    is_weighed = bool(show.paging.byte_budget)
    weights = map(len, items.render(oldest_first)) if is_weighed else (1 for _ in oldest_first)
    counts = plan_pages([*weights], show.paging)
    if not counts:
        whole = _render(show, episodes, items, part, path, archive=None)
        return (Document(path=path, chunks=whole),)
    documents = []
    previous, start = "", 0
    current = items.site.absolute(path)
    for number, count in enumerate(counts, start=1):
        page, place = oldest_first[start : start + count][::-1], page_path(path, number)
        archive = Archive(current=current, previous=previous)
        content = _render(show, page, items, part, place, archive)
        documents.append(Document(path=place, chunks=content))
        previous, start = items.site.absolute(place), start + count
    newest = oldest_first[start:][::-1]
    archive = Archive(previous=previous)
    content = _render(show, newest, items, part, path, archive, everything=episodes)
    return (*documents, Document(path=path, chunks=content))


def _sorted(episodes: Sequence[Episode]) -> list[Episode]:
    by_guid = sorted(episodes, key=lambda episode: episode.guid)
    return sorted(by_guid, key=lambda episode: episode.published, reverse=True)


def _render(
    show: Show,
    episodes: Sequence[Episode],
    items: Items,
    part: Part | None,
    path: str,
    archive: Archive | None,
    everything: Sequence[Episode] = (),
) -> tuple[bytes, ...]:
    """Return a document; its channel tells of `everything`, also of what archive pages hold.

    The channel of an archive page tells of its own episodes alone, so that it never changes.
    """
    told = everything or episodes
    trailers = tuple(episode for episode in told if episode.type is EpisodeType.TRAILER)
    channel = _channel(show, episodes, trailers, items.site, part, path, archive)
    feed = feedgen.feed.FeedGenerator()
    feed.register_extension("ours", ShowExtension, atom=False)
    feed.ours.channel = channel
    _tell(feed, channel, part)
    if told:
        feed.pubDate(max(episode.published for episode in told))
        feed.lastBuildDate(max(_changed(episode) for episode in told))
    else:
        feed.lastBuildDate(_NOTHING_YET)
    document: bytes = feed.rss_str(pretty=True)
    end = document.rindex(_END)
    return (document[:end], *items.render(episodes), document[end:])


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
    trailers: tuple[Episode, ...],
    site: Site,
    part: Part | None,
    path: str,
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
        feed_url=site.absolute(path),
        guid=part.guid if part else show.guid,
        image_url=site.absolute_media(image.path),
        is_part=part is not None,
        is_blocked=show.is_blocked or (part is not None and not part.is_open),
        archive=archive,
        trailers=trailers,
        prefixes=rare_prefixes(show, episodes),
        new_feed_url="" if part else show.new_feed_url,
    )
