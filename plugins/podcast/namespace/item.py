"""The table of an item's elements beyond RSS 2.0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.podcast.chapters.addresses import secure_image, secure_url
from plugins.podcast.chapters.json_file import TYPE as JSON_CHAPTERS
from plugins.podcast.model import Chapter, Episode, Soundbite
from plugins.podcast.namespace import shared
from plugins.podcast.namespace.alternates import alternates
from plugins.podcast.namespace.node import Node, Row, decimal, text_node, truth
from plugins.shared.durations import long_clock
from plugins.shared.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An episode within a site."""

    episode: Episode
    site: Site


def _whole(name: str, number: int | None) -> Node | None:
    return text_node(name, str(number or ""))


def _season(episode: Episode) -> Node | None:
    if episode.season is None:
        return None
    name = dict(episode.show.season_names).get(episode.season, "")
    return Node(name="podcast:season", text=str(episode.season), attributes={"name": name})


def _number(episode: Episode) -> Node | None:
    number = episode.decimal or str(episode.number or "")
    if not number:
        return None
    attributes = {"display": episode.display or episode.label}
    return Node(name="podcast:episode", text=number, attributes=attributes)


def _transcript(item: Item) -> Iterator[Node]:
    """Name every file; all but HTML, which does not say when words end, are captions too."""
    transcript = item.episode.transcript
    for file in transcript.files if transcript else ():
        attributes = {
            "url": item.site.absolute_media(file.path),
            "type": file.type,
            "language": transcript.language if transcript else "",
            "rel": "" if file.type == "text/html" else "captions",
        }
        yield Node(name="podcast:transcript", attributes=attributes)


def _chapters(item: Item) -> Node | None:
    if not item.episode.chapters_path:
        return None
    url = item.site.absolute_media(item.episode.chapters_path)
    attributes = {"url": url, "type": JSON_CHAPTERS}
    return Node(name="podcast:chapters", attributes=attributes)


def _simple_chapters(item: Item) -> Node | None:
    listed = item.episode.listed_chapters
    return simple_chapters(listed, item.site) if listed else None


def simple_chapters(chapters: Sequence[Chapter], site: Site) -> Node:
    """Return Podlove Simple Chapters."""
    children = tuple(_simple_chapter(chapter, site) for chapter in chapters)
    return Node(name="psc:chapters", attributes={"version": "1.2"}, children=children)


def _simple_chapter(chapter: Chapter, site: Site) -> Node:
    attributes = {
        "start": long_clock(chapter.start),
        "title": chapter.title,
        "href": secure_url(chapter, site),
        "image": secure_image(chapter, site),
    }
    return Node(name="psc:chapter", attributes=attributes)


def _soundbite(soundbite: Soundbite) -> Node:
    attributes = {
        "startTime": decimal(soundbite.start.total_seconds()),
        "duration": decimal(soundbite.duration.total_seconds()),
    }
    return Node(name="podcast:soundbite", text=soundbite.title[:128], attributes=attributes)


def _persons(item: Item) -> Iterator[Node]:
    """An item's persons replace the channel's, so hosts are repeated beside guests."""
    episode = item.episode
    if episode.persons != episode.show.persons:
        yield from (shared.person(found, item.site) for found in episode.persons)


def _image(item: Item) -> Node:
    image = item.episode.image or item.episode.show.image
    return Node(name="itunes:image", attributes={"href": item.site.absolute_media(image.path)})


def _origin(item: Item) -> Node | None:
    address, title = item.episode.origin
    if not address:
        return None
    return Node(name="source", text=title, attributes={"url": address})


def _content_links(item: Item) -> Iterator[Node]:
    for link in item.episode.content_links:
        yield Node(name="podcast:contentLink", text=link.text, attributes={"href": link.url})


def _notes(item: Item) -> Node | None:
    notes = item.episode.notes.content
    return Node(name="content:encoded", text=notes, is_html=True) if notes else None


ITEM: tuple[Row[Item], ...] = (
    Row("description", "the notes",
        lambda i: Node(name="description", text=i.episode.notes.description, is_html=True)),
    Row("content:encoded", "the notes", _notes),
    Row("category", "Tags",
        lambda i: (Node(name="category", text=tag) for tag in i.episode.categories)),
    Row("comments", "Comments", lambda i: text_node("comments", i.episode.comments)),
    Row("source", "Source", _origin),
    Row("itunes:title", "AppTitle", lambda i: text_node("itunes:title", i.episode.app_title)),
    Row("itunes:duration", "Audio",
        lambda i: text_node("itunes:duration", str(i.episode.enclosure.seconds))),
    # gPodder takes either for the art of an episode, and keeps the last.
    Row("media:thumbnail", "Thumbnail", lambda i: shared.thumbnail(i.episode.extras, i.site)),
    Row("itunes:image", "Image", _image),
    Row("itunes:explicit", "Explicit",
        lambda i: text_node("itunes:explicit", truth(is_so=i.episode.is_explicit))),
    Row("itunes:author", "author", lambda i: text_node("itunes:author", i.episode.show.author)),
    Row("itunes:episode", "Episode", lambda i: _whole("itunes:episode", i.episode.number)),
    Row("itunes:season", "Season", lambda i: _whole("itunes:season", i.episode.season)),
    Row("itunes:episodeType", "Type",
        lambda i: text_node("itunes:episodeType", i.episode.type.value)),
    Row("itunes:block", "Block",
        lambda i: text_node("itunes:block", "Yes" if i.episode.is_blocked else "")),
    Row("podcast:season", "Season", lambda i: _season(i.episode)),
    Row("podcast:episode", "EpisodeDisplay", lambda i: _number(i.episode)),
    Row("podcast:transcript", "Transcript", _transcript),
    Row("podcast:chapters", "the notes", _chapters),
    Row("psc:chapters", "the notes", _simple_chapters),
    Row("podcast:person", "Guests", _persons),
    Row("podcast:soundbite", "Soundbite", lambda i: map(_soundbite, i.episode.soundbites)),
    Row("podcast:alternateEnclosure", "Alternates",
        lambda i: alternates(i.episode, i.site)),
    Row("podcast:location", "Location", lambda i: shared.locations(i.episode.extras)),
    Row("podcast:license", "License", lambda i: shared.license_(i.episode.extras)),
    Row("podcast:funding", "Funding", lambda i: shared.funding(i.episode.extras)),
    Row("podcast:txt", "Txt", lambda i: shared.texts(i.episode.extras)),
    Row("podcast:image", "Images", lambda i: shared.pictures(i.episode.extras, i.site)),
    Row("podcast:value", "Value", lambda i: shared.value(i.episode.extras.value)),
    Row("podcast:chat", "Chat", lambda i: shared.chat(i.episode.extras.chat)),
    Row("podcast:socialInteract", "SocialInteract",
        lambda i: shared.social(i.episode.extras.social)),
    Row("podcast:contentLink", "ContentLink", _content_links),
)  # fmt: skip
