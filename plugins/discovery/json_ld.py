"""JSON-LD of entries in schema.org's words, and how any of it is written into a page."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plugins.discovery.addresses import enclosure_url, file_url, media_url, page_url
from plugins.discovery.wording import describe_entry
from plugins.entries.model import Entry, Kind, Label
from plugins.podcast.model import Enclosure, Episode, Person, Show
from plugins.podcast.model.chapter import spans
from plugins.shared.dates import iso_utc
from plugins.shared.durations import decimal_seconds, iso_duration
from plugins.shared.images import Image
from plugins.shared.site import Site

Node = dict[str, object]

# What could end the script element or start a comment in it, and what old JavaScript took for
# a line's end (HTML standard, "Restrictions for contents of script elements").
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def dump(node: Mapping[str, object]) -> str:
    r"""Return a node as text that is safe inside `<script type="application/ld+json">`.

    >>> print(dump({"@type": "Thing", "name": "</script>"}))
    {"@context":"https://schema.org","@type":"Thing","name":"\u003c/script\u003e"}
    """
    whole = {"@context": "https://schema.org", **node}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def make_node(kind: str, **values: object) -> Node:
    """Return a node of a schema.org type without the properties that say nothing."""
    given = {name: value for name, value in values.items() if value not in (None, "", [], {})}
    return {"@type": kind, **given}


def describe(entry: Entry, site: Site, image: Image | None) -> Node:
    """Return the node of an entry: `BlogPosting`, `PodcastEpisode` or `WebPage`."""
    if entry.episode is not None:
        return _podcast_episode(entry, entry.episode, site, image)
    if entry.kind is Kind.PAGE:
        return make_node("WebPage", **_page(entry, site, image))
    return make_node(
        "BlogPosting",
        headline=entry.title,
        mainEntityOfPage=page_url(site, entry.path),
        **_page(entry, site, image),
        **_dates(entry),
        author=[_labelled(author, site) for author in entry.authors],
        publisher=make_node("Organization", name=site.name, url=page_url(site, "/")),
        **_keywords_and_series(entry),
    )


def podcast_series(show: Show, site: Site) -> Node:
    """Return the node of a show with all that its feed says about it."""
    return make_node(
        "PodcastSeries",
        **_series(show, site),
        description=show.description,
        inLanguage=show.language,
        image=picture(show.image, site),
        author=make_node("Person", name=show.author),
        actor=[person(host, site) for host in show.hosts],
        genre=list(dict.fromkeys(name for pair in show.categories for name in pair if name)),
        license=show.extras.license.url if show.extras.license else "",
    )


def podcast_season(show: Show, number: int, site: Site) -> Node:
    """Return the node of one season of a show."""
    return make_node(
        "PodcastSeason",
        name=dict(show.season_names).get(number, f"Season {number}"),
        seasonNumber=number,
        url=page_url(site, f"{show.path}season/{number}/"),
    )


def person(someone: Person, site: Site) -> Node:
    """Return the node of somebody who is heard."""
    return make_node(
        "Person",
        name=someone.name,
        url=page_url(site, someone.path) if someone.path else someone.href,
        image=picture(someone.image, site),
    )


def picture(image: Image | None, site: Site) -> Node:
    """Return the node of a picture, empty if there is none to show."""
    address = media_url(site, image.path) if image else ""
    if image is None or not address:
        return {}
    size = {"width": image.width, "height": image.height}
    return make_node("ImageObject", url=address, **size, caption=image.alt)


def _page(entry: Entry, site: Site, image: Image | None) -> Node:
    return {
        "name": entry.title,
        "description": describe_entry(entry, site),
        "url": page_url(site, entry.path),
        "inLanguage": entry.lang,
        "image": picture(image, site),
    }


def _dates(entry: Entry) -> Node:
    return {"datePublished": iso_utc(entry.date), "dateModified": iso_utc(entry.changed)}


def _keywords_and_series(entry: Entry) -> Node:
    series = make_node("CreativeWorkSeries", name=entry.series) if entry.series else None
    keywords = [tag.name for tag in entry.tags]
    return {"keywords": keywords, "isPartOf": series, "position": entry.part}


def _labelled(author: Label, site: Site) -> Node:
    return make_node("Person", name=author.name, url=page_url(site, author.path))


def _series(show: Show, site: Site) -> Node:
    return {
        "name": show.title,
        "url": page_url(site, show.path),
        "webFeed": page_url(site, show.feed_path),
    }


def _podcast_episode(entry: Entry, episode: Episode, site: Site, image: Image | None) -> Node:
    show, season = episode.show, episode.season
    authors = [_labelled(author, site) for author in entry.authors]
    return make_node(
        "PodcastEpisode",
        **_page(entry, site, image),
        **_dates(entry),
        episodeNumber=episode.number,
        duration=iso_duration(episode.enclosure.duration),
        author=authors or [make_node("Person", name=show.author)],
        actor=[person(someone, site) for someone in episode.cast if someone.group == "cast"],
        associatedMedia=_audio(episode, site),
        partOfSeries=make_node("PodcastSeries", **_series(show, site)),
        partOfSeason=None if season is None else podcast_season(show, season, site),
        hasPart=_clips(episode, page_url(site, entry.path)),
        **_keywords_and_series(entry),
    )


def _audio(episode: Episode, site: Site) -> list[Node]:
    return [
        _audio_object(enclosure, episode, site)
        for enclosure in (episode.enclosure, *episode.alternates)
    ]


def _audio_object(enclosure: Enclosure, episode: Episode, site: Site) -> Node:
    transcript = episode.transcript
    caption = transcript and make_node(
        "MediaObject",
        contentUrl=file_url(site, transcript.path),
        encodingFormat="text/vtt",
        inLanguage=transcript.language,
    )
    return make_node(
        "AudioObject",
        contentUrl=enclosure_url(site, enclosure),
        encodingFormat=enclosure.type,
        duration=iso_duration(enclosure.duration),
        contentSize=str(enclosure.length_bytes),
        caption=caption,
    )


def _clips(episode: Episode, page: str) -> list[Node]:
    return [
        make_node(
            "Clip",
            name=chapter.title,
            startOffset=decimal_seconds(chapter.start),
            endOffset=decimal_seconds(end),
            url=f"{page}#t={decimal_seconds(chapter.start)}",
        )
        for chapter, end in spans(episode.listed_chapters, episode.enclosure.duration)
    ]
