"""A show's RSS feed: feedgen for the core, our own extension for everything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5

import feedgen.feed

from plugins.podcast.model import Episode, EpisodeType, Show
from plugins.podcast.namespace import Channel, EpisodeExtension, Item, ShowExtension
from plugins.podcast.notes import describe, full_notes
from plugins.shared.images import Image
from plugins.shared.site import Site

GENERATOR = "Daily Dave engine"
DOCS = "https://www.rssboard.org/rss-specification"
# feedgen would write the build's time.
_NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a show with a feed of its own: a tag, a season, a person."""

    title: str
    description: str
    path: str
    feed_path: str
    image: Image | None
    is_open: bool


def render_feed(
    show: Show, episodes: Sequence[Episode], site: Site, part: Part | None = None
) -> bytes:
    """Return the feed of a show, or of a part of it, newest episode first."""
    episodes = sorted(episodes, key=lambda episode: episode.guid)
    episodes = sorted(episodes, key=lambda episode: episode.published, reverse=True)
    channel = _channel(show, episodes, site, part)
    feed = feedgen.feed.FeedGenerator()
    feed.register_extension("ours", ShowExtension, EpisodeExtension, atom=False)
    feed.ours.channel = channel
    feed.title(channel.title)
    feed.description(part.description if part and part.description else show.description)
    feed.link(href=channel.link, rel="alternate")
    feed.language(show.language)
    feed.generator(GENERATOR)
    feed.docs(DOCS)
    feed.image(url=channel.image_url, title=channel.title, link=channel.link)
    if show.copyright:
        feed.copyright(show.copyright)
    if episodes:
        feed.pubDate(max(episode.published for episode in episodes))
        feed.lastBuildDate(max(_changed(episode) for episode in episodes))
    else:
        feed.lastBuildDate(_NOTHING_YET)
    for episode in episodes:
        _add(feed, episode, site)
    return _bytes(feed)


def _bytes(feed: feedgen.feed.FeedGenerator) -> bytes:
    text: bytes = feed.rss_str(pretty=True)
    return text


def _changed(episode: Episode) -> datetime:
    return max(episode.published, episode.modified or episode.published)


def _channel(
    show: Show, episodes: Sequence[Episode], site: Site, part: Part | None
) -> Channel:  # fmt: skip
    trailers = [episode for episode in episodes if episode.type is EpisodeType.TRAILER]
    image = (part.image if part else None) or show.image
    if image.width != image.height:
        image = show.image
    return Channel(
        show=show,
        site=site,
        title=f"{show.title}: {part.title}" if part else show.title,
        link=site.absolute(part.path if part else show.path),
        feed_url=site.absolute(part.feed_path if part else show.feed_path),
        guid=str(uuid5(UUID(show.guid), part.path)) if part else show.guid,
        image_url=site.absolute_media(image.path),
        is_blocked=part is not None and not part.is_open,
        is_complete=True,
        trailer=trailers[0] if trailers else None,
    )


def _add(feed: feedgen.feed.FeedGenerator, episode: Episode, site: Site) -> None:
    entry = feed.add_entry(order="append")
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
