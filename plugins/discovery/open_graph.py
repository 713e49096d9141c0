"""Open Graph: what a page looks like where somebody shares its link."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.discovery.addresses import enclosure_url, media_url, page_url
from plugins.discovery.languages import open_graph_locale
from plugins.entries.model import Entry, Kind
from plugins.shared.dates import iso_utc
from plugins.shared.images import Image
from plugins.shared.site import Site

# Attribute that names it (`property` or `name`), name, content.
Meta = tuple[str, str, str]

# Wide cards crop a picture to about 2:1; a square one is shown whole and small.
_WIDE = 1.5


def page_metas(
    site: Site,
    *,
    title: str,
    description: str,
    path: str,
    image: Image | None,
    language: str,
    type: str = "website",  # noqa: A002 Open Graph's word
) -> tuple[Meta, ...]:
    """Return what every page says of itself; what is unknown is left out."""
    found = (
        ("og:type", type),
        ("og:title", title),
        ("og:description", description),
        ("og:url", page_url(site, path)),
        ("og:site_name", site.name),
        ("og:locale", open_graph_locale(language)),
    )
    return (*_properties(found), *_image(site, image))


def entry_metas(
    entry: Entry, site: Site, *, description: str, image: Image | None
) -> tuple[Meta, ...]:
    """Return what an entry says of itself: also its dates and tags, and the audio of an episode."""
    is_article = entry.kind is not Kind.PAGE
    common = page_metas(
        site,
        title=entry.title,
        description=description,
        path=entry.path,
        image=image,
        language=entry.lang,
        type="article" if is_article else "website",
    )
    return (*common, *_audio(entry, site), *(_article(entry, site) if is_article else ()))


def _properties(pairs: tuple[tuple[str, str], ...]) -> Iterator[Meta]:
    return (("property", name, content) for name, content in pairs if content)


def _image(site: Site, image: Image | None) -> Iterator[Meta]:
    address = media_url(site, image.path) if image else ""
    if image is None or not address:
        yield "name", "twitter:card", "summary"
        return
    yield from _properties(
        (
            ("og:image", address),
            ("og:image:type", image.type),
            ("og:image:width", str(image.width)),
            ("og:image:height", str(image.height)),
            ("og:image:alt", image.alt),
        )
    )
    is_wide = image.width >= image.height * _WIDE
    yield "name", "twitter:card", "summary_large_image" if is_wide else "summary"


def _audio(entry: Entry, site: Site) -> Iterator[Meta]:
    address = enclosure_url(site, entry.episode.enclosure) if entry.episode else ""
    if entry.episode is not None and address:
        yield "property", "og:audio", address
        yield "property", "og:audio:type", entry.episode.enclosure.type


def _article(entry: Entry, site: Site) -> Iterator[Meta]:
    yield "property", "article:published_time", iso_utc(entry.date)
    if entry.modified:
        yield "property", "article:modified_time", iso_utc(entry.modified)
    yield from _properties(
        tuple(("article:author", page_url(site, author.path)) for author in entry.authors)
    )
    yield from _properties(tuple(("article:tag", tag.name) for tag in entry.tags))
