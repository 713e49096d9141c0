"""The feed's elements beyond RSS 2.0, as two tables that read like the specifications.

Each row says which element a value becomes and how often. Sources: Apple's podcast RSS elements,
the podcast namespace 1.0, Podlove Simple Chapters 1.2, RFC 4287 (atom:link), RFC 5005 (fh).
feedgen's own podcast extension writes values that Apple no longer takes, so it is not used.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import format_datetime

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from plugins.podcast.model import Chapter, Enclosure, Episode, Person, Show, Soundbite
from plugins.shared.durations import long_clock
from plugins.shared.site import Site

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "fh": "http://purl.org/syndication/history/1.0",
}
ATOM = "http://www.w3.org/2005/Atom"
_PREFIXES = {**NAMESPACES, "atom": ATOM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element before it is one: prefixed name, text, attributes in order, children."""

    name: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A show's feed, or one of a part of it: what the channel's rows need."""

    show: Show
    site: Site
    title: str
    link: str
    feed_url: str
    guid: str
    image_url: str
    is_blocked: bool
    is_complete: bool
    trailer: Episode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An episode within a site."""

    episode: Episode
    site: Site


Made = Node | None | Iterator[Node]


def _yes(*, is_so: bool) -> str:
    return "true" if is_so else "false"


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


def _person(person: Person, site: Site) -> Node:
    attributes = {"role": person.role}
    if person.image is not None:
        attributes["img"] = site.absolute_media(person.image.path)
    if person.path:
        attributes["href"] = site.absolute(person.path)
    return Node(name="podcast:person", text=person.name, attributes=attributes)


def _license(show: Show) -> Node | None:
    if not show.license:
        return None
    attributes = {"url": show.license_url} if show.license_url else {}
    return Node(name="podcast:license", text=show.license, attributes=attributes)


def _locked(show: Show) -> Node:
    attributes = {"owner": show.owner_email} if show.owner_email else {}
    text = "yes" if show.locked else "no"
    return Node(name="podcast:locked", text=text, attributes=attributes)


def _trailer(channel: Channel) -> Node | None:
    episode = channel.trailer
    if episode is None:
        return None
    attributes = {
        "url": channel.site.absolute_media(episode.enclosure.path),
        "pubdate": rfc_2822(episode),
        "length": str(episode.enclosure.length_bytes),
        "type": episode.enclosure.type,
    }
    if episode.season:
        attributes["season"] = str(episode.season)
    return Node(name="podcast:trailer", text=episode.title, attributes=attributes)


def rfc_2822(episode: Episode) -> str:
    """Return the publication date in GMT, English whatever the locale (RFC 2822, 3.3)."""
    return format_datetime(episode.published.astimezone(UTC), usegmt=True)


CHANNEL: tuple[Callable[[Channel], Made], ...] = (
    lambda c: Node(name="atom:link", attributes={
        "href": c.feed_url, "rel": "self", "type": "application/rss+xml"}),
    lambda c: Node(name="itunes:author", text=c.show.author),
    lambda c: (_category(top, sub) for top, sub in c.show.categories),
    lambda c: Node(name="itunes:explicit", text=_yes(is_so=c.show.is_explicit)),
    lambda c: Node(name="itunes:image", attributes={"href": c.image_url}),
    lambda c: _owner(c.show),
    lambda c: Node(name="itunes:type", text=c.show.type),
    lambda c: Node(name="itunes:block", text="Yes") if c.is_blocked else None,
    lambda c: Node(name="podcast:guid", text=c.guid),
    lambda c: _locked(c.show),
    lambda c: Node(name="podcast:medium", text=c.show.medium),
    lambda c: Node(name="podcast:block", text="yes") if c.is_blocked else None,
    lambda c: (_person(person, c.site) for person in c.show.hosts),
    lambda c: (Node(name="podcast:funding", text=text, attributes={"url": url})
               for url, text in c.show.funding),
    lambda c: _license(c.show),
    _trailer,
    lambda c: Node(name="fh:complete") if c.is_complete else None,
)  # fmt: skip


def _season(episode: Episode) -> Node | None:
    if episode.season is None:
        return None
    name = dict(episode.show.season_names).get(episode.season, "")
    attributes = {"name": name} if name else {}
    return Node(name="podcast:season", text=str(episode.season), attributes=attributes)


def _number(episode: Episode) -> Node | None:
    if episode.number is None:
        return None
    attributes = {"display": episode.label}
    return Node(name="podcast:episode", text=str(episode.number), attributes=attributes)


def _transcript(item: Item) -> Node | None:
    transcript = item.episode.transcript
    if transcript is None:
        return None
    attributes = {
        "url": item.site.absolute_media(transcript.path),
        "type": "text/vtt",
        "language": transcript.language,
        "rel": "captions",
    }
    return Node(name="podcast:transcript", attributes=attributes)


def _chapters(item: Item) -> Iterator[Node]:
    episode = item.episode
    if not episode.chapters:
        return
    url = item.site.absolute_media(episode.chapters_path)
    attributes = {"url": url, "type": "application/json+chapters"}
    yield Node(name="podcast:chapters", attributes=attributes)
    children = tuple(_simple_chapter(chapter) for chapter in episode.chapters)
    yield Node(name="psc:chapters", attributes={"version": "1.2"}, children=children)


def _simple_chapter(chapter: Chapter) -> Node:
    attributes = {"start": long_clock(chapter.start), "title": chapter.title}
    if chapter.url.startswith(("https://", "http://")):
        attributes["href"] = chapter.url
    return Node(name="psc:chapter", attributes=attributes)


def _soundbite(soundbite: Soundbite) -> Node:
    attributes = {
        "startTime": _decimal(soundbite.start.total_seconds()),
        "duration": _decimal(soundbite.duration.total_seconds()),
    }
    return Node(name="podcast:soundbite", text=soundbite.title, attributes=attributes)


def _decimal(seconds: float) -> str:
    return f"{seconds:.3f}".rstrip("0").rstrip(".")


def _alternate(enclosure: Enclosure, site: Site) -> Node:
    source = Node(name="podcast:source", attributes={"uri": site.absolute_media(enclosure.path)})
    attributes = {"type": enclosure.type, "length": str(enclosure.length_bytes)}
    if enclosure.bitrate:
        attributes["bitrate"] = str(enclosure.bitrate)
    if enclosure.codecs:
        attributes["codecs"] = enclosure.codecs
    children = (source, *_integrity(enclosure))
    return Node(name="podcast:alternateEnclosure", attributes=attributes, children=children)


def _integrity(enclosure: Enclosure) -> Iterator[Node]:
    """Say the digest, where it is known: a file on another host was never read whole."""
    if enclosure.sha256:
        digest = base64.b64encode(bytes.fromhex(enclosure.sha256)).decode()
        attributes = {"type": "sri", "value": f"sha256-{digest}"}
        yield Node(name="podcast:integrity", attributes=attributes)


def _default_enclosure(episode: Episode, site: Site) -> Node | None:
    """Repeat the main enclosure among the alternates, so that apps can check its digest."""
    if not episode.alternates:
        return None
    node = _alternate(episode.enclosure, site)
    attributes = {**node.attributes, "default": "true"}
    return Node(name=node.name, attributes=attributes, children=node.children)


def _persons(item: Item) -> Iterator[Node]:
    """An item's persons replace the channel's, so hosts are repeated beside guests."""
    episode = item.episode
    if episode.persons != episode.show.hosts:
        yield from (_person(person, item.site) for person in episode.persons)


def _image(item: Item) -> Node:
    image = item.episode.image or item.episode.show.image
    return Node(name="itunes:image", attributes={"href": item.site.absolute_media(image.path)})


ITEM: tuple[Callable[[Item], Made], ...] = (
    lambda i: Node(name="itunes:duration", text=str(i.episode.enclosure.seconds)),
    _image,
    lambda i: Node(name="itunes:explicit", text=_yes(is_so=i.episode.is_explicit)),
    lambda i: Node(name="itunes:author", text=i.episode.show.author),
    lambda i: Node(name="itunes:episode", text=str(i.episode.number))
    if i.episode.number else None,
    lambda i: Node(name="itunes:season", text=str(i.episode.season))
    if i.episode.season else None,
    lambda i: Node(name="itunes:episodeType", text=i.episode.type.value),
    lambda i: _season(i.episode),
    lambda i: _number(i.episode),
    _transcript,
    _chapters,
    _persons,
    lambda i: (_soundbite(soundbite) for soundbite in i.episode.soundbites),
    lambda i: _default_enclosure(i.episode, i.site),
    lambda i: (_alternate(enclosure, i.site) for enclosure in i.episode.alternates),
)  # fmt: skip


def _nodes(made: Made) -> Iterator[Node]:
    if isinstance(made, Node):
        yield made
    elif made is not None:
        yield from made


def append(parent: etree._Element, node: Node) -> None:
    """Append a node and its children to an element."""
    prefix, name = node.name.split(":")
    element = etree.SubElement(parent, f"{{{_PREFIXES[prefix]}}}{name}")
    element.text = node.text or None
    for key, value in node.attributes.items():
        element.set(key, value)
    for child in node.children:
        append(element, child)


class ShowExtension(BaseExtension):  # type: ignore[misc]  # feedgen is not typed
    """Writes the channel's rows; `channel` is set once the extension is loaded."""

    channel: Channel | None = None

    def extend_ns(self) -> dict[str, str]:
        return NAMESPACES

    def extend_rss(self, rss_feed: etree._Element) -> etree._Element:
        if rss_feed[0].find("pubDate") is None:
            # feedgen would tell the build's time; a feed without items has never changed.
            for element in rss_feed[0].findall("lastBuildDate"):
                rss_feed[0].remove(element)
        if self.channel is not None:
            for make in CHANNEL:
                for node in _nodes(make(self.channel)):
                    append(rss_feed[0], node)
        return rss_feed


class EpisodeExtension(BaseEntryExtension):  # type: ignore[misc]  # feedgen is not typed
    """Writes an item's rows, and its description as CDATA."""

    item: Item | None = None

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        description = entry.find("description")
        if description is not None and description.text:
            description.text = etree.CDATA(description.text)
        if self.item is not None:
            for make in ITEM:
                for node in _nodes(make(self.item)):
                    append(entry, node)
        return entry
