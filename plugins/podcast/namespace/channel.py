"""The table of a channel's elements beyond RSS 2.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.podcast.model import Episode, Show
from plugins.podcast.namespace import shared
from plugins.podcast.namespace.dates import rfc_2822
from plugins.podcast.namespace.feeds import podroll, publisher
from plugins.podcast.namespace.node import Node, Row, text_node, truth
from plugins.shared.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Where a document stands among the archive pages of a feed (RFC 5005, 4); URLs.

    `current` is only said in an archive page: the document with the newest episodes.
    """

    current: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A show's feed, or one of a part of it: what the channel's rows need.

    `is_part` marks the feed of a tag, a season or a person, which repeats no proof of ownership
    and no move of the whole show; `prefixes` are those of namespaces that not every feed needs.
    """

    show: Show
    site: Site
    title: str
    link: str
    feed_url: str
    guid: str
    image_url: str
    is_part: bool
    is_blocked: bool
    archive: Archive | None
    trailers: tuple[Episode, ...]
    prefixes: frozenset[str] = frozenset()
    new_feed_url: str = ""


def _link(rel: str, href: str) -> Node:
    attributes = {"href": href, "rel": rel, "type": "application/rss+xml"}
    return Node(name="atom:link", attributes=attributes)


def _links(channel: Channel) -> Iterator[Node]:
    """Exactly one self link, hubs, and the way back through the archive.

    An archive page does not say which page comes after it: that would change it once more.
    """
    yield _link("self", channel.feed_url)
    if not channel.is_part:
        for hub in channel.show.hubs:
            yield Node(name="atom:link", attributes={"href": hub, "rel": "hub"})
    archive = channel.archive
    if archive is not None:
        if archive.current:
            yield _link("current", archive.current)
        if archive.previous:
            yield _link("prev-archive", archive.previous)


def _history(channel: Channel) -> Node | None:
    """`fh:complete` where the document holds every episode, `fh:archive` in an archive page."""
    archive = channel.archive
    if archive is None:
        return Node(name="fh:complete")
    return Node(name="fh:archive") if archive.current else None


def _category(top: str, sub: str) -> Node:
    children = (Node(name="itunes:category", attributes={"text": sub}),) if sub else ()
    return Node(name="itunes:category", attributes={"text": top}, children=children)


def _owner(show: Show) -> Node | None:
    if not show.owner_email:
        return None
    children = (
        Node(name="itunes:name", text=show.owner_name or show.author),
        Node(name="itunes:email", text=show.owner_email),
    )
    return Node(name="itunes:owner", children=children)


def _locked(show: Show) -> Node:
    text = "yes" if show.locked else "no"
    return Node(name="podcast:locked", text=text, attributes={"owner": show.owner_email})


def _blocks(channel: Channel) -> Iterator[Node]:
    if channel.is_blocked:
        yield Node(name="podcast:block", text="yes")
    for service in channel.show.blocked_services:
        yield Node(name="podcast:block", text="yes", attributes={"id": service})


def _trailers(channel: Channel) -> Iterator[Node]:
    for episode in channel.trailers:
        attributes = {
            "url": channel.site.absolute_media(episode.enclosure.path),
            "pubdate": rfc_2822(episode.published),
            "length": str(episode.enclosure.length_bytes),
            "type": episode.enclosure.type,
            "season": str(episode.season or ""),
        }
        yield Node(name="podcast:trailer", text=episode.title[:128], attributes=attributes)


def _update_frequency(show: Show) -> Node | None:
    found = show.update_frequency
    if found is None:
        return None
    attributes = {
        "rrule": found.rrule,
        "dtstart": found.dtstart,
        "complete": truth(is_so=True) if found.is_complete else "",
    }
    return Node(name="podcast:updateFrequency", text=found.text, attributes=attributes)


def _only(name: str, *, is_so: bool, text: str = "Yes") -> Node | None:
    """An element of which only one value means anything."""
    return Node(name=name, text=text) if is_so else None


def _own(channel: Channel, name: str, text: str) -> Node | None:
    """What is true of the whole show alone."""
    return None if channel.is_part else text_node(name, text)


def rare_prefixes(show: Show, episodes: Iterable[Episode]) -> frozenset[str]:
    """Return the prefixes that this feed uses of those that not every feed needs.

    A namespace that is declared and not used makes validators warn.
    """
    found = {"spotify"} if show.country_of_origin else set()
    if show.extras.thumbnail is not None:
        found.add("media")
    for episode in episodes:
        if episode.chapters:
            found.add("psc")
        if episode.extras.thumbnail is not None:
            found.add("media")
    return frozenset(found)


CHANNEL: tuple[Row[Channel], ...] = (
    Row("atom:link", "hubs", _links),
    Row("fh:complete", "page_size", _history),
    Row("itunes:title", "itunes_title", lambda c: _own(c, "itunes:title", c.show.itunes_title)),
    Row("itunes:author", "author", lambda c: text_node("itunes:author", c.show.author)),
    Row("itunes:category", "categories",
        lambda c: (_category(top, sub) for top, sub in c.show.categories)),
    Row("itunes:explicit", "explicit",
        lambda c: text_node("itunes:explicit", truth(is_so=c.show.is_explicit))),
    Row("itunes:image", "image",
        lambda c: Node(name="itunes:image", attributes={"href": c.image_url})),
    Row("itunes:owner", "owner_email", lambda c: _owner(c.show)),
    Row("itunes:type", "type", lambda c: text_node("itunes:type", c.show.type)),
    Row("itunes:new-feed-url", "new_feed_url",
        lambda c: text_node("itunes:new-feed-url", c.new_feed_url)),
    Row("itunes:block", "block", lambda c: _only("itunes:block", is_so=c.is_blocked)),
    Row("itunes:complete", "complete",
        lambda c: _only("itunes:complete", is_so=c.show.is_complete)),
    Row("itunes:applepodcastsverify", "apple_verify",
        lambda c: _own(c, "itunes:applepodcastsverify", c.show.apple_verify)),
    Row("podcast:guid", "guid", lambda c: text_node("podcast:guid", c.guid)),
    Row("podcast:locked", "locked", lambda c: _locked(c.show)),
    Row("podcast:medium", "medium", lambda c: text_node("podcast:medium", c.show.medium)),
    Row("podcast:block", "block_services", _blocks),
    Row("podcast:person", "hosts", lambda c: (shared.person(p, c.site) for p in c.show.persons)),
    Row("podcast:location", "locations", lambda c: shared.locations(c.show.extras)),
    Row("podcast:funding", "funding", lambda c: shared.funding(c.show.extras)),
    Row("podcast:license", "license", lambda c: shared.license_(c.show.extras)),
    Row("podcast:trailer", "Type", _trailers),
    Row("podcast:podroll", "podroll", lambda c: podroll(c.show)),
    Row("podcast:publisher", "publisher", lambda c: publisher(c.show)),
    Row("podcast:updateFrequency", "update_frequency", lambda c: _update_frequency(c.show)),
    Row("podcast:txt", "texts", lambda c: None if c.is_part else shared.texts(c.show.extras)),
    Row("podcast:image", "images", lambda c: shared.pictures(c.show.extras, c.site)),
    Row("media:thumbnail", "thumbnail", lambda c: shared.thumbnail(c.show.extras, c.site)),
    Row("podcast:podping", "podping", lambda c: Node(
        name="podcast:podping", attributes={"usesPodping": "true"})
        if c.show.uses_podping and not c.is_part else None),
    Row("podcast:value", "value", lambda c: shared.value(c.show.extras.value)),
    Row("podcast:chat", "chat", lambda c: shared.chat(c.show.extras.chat)),
    Row("podcast:socialInteract", "social", lambda c: shared.social(c.show.extras.social)),
    Row("spotify:countryOfOrigin", "country_of_origin",
        lambda c: text_node("spotify:countryOfOrigin", c.show.country_of_origin)),
)  # fmt: skip
