"""What stands in a page's `<head>` about the page: title, canonical link, cards, feeds, JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from plugins.discovery.addresses import page_url
from plugins.discovery.breadcrumbs import Trail, collection_trail, entry_trail, page_trail, show_of
from plugins.discovery.json_ld import describe, dump
from plugins.discovery.json_ld_lists import (
    breadcrumb_list,
    collection_page,
    describe_listing,
    web_site,
)
from plugins.discovery.languages import language_paths, listing_language
from plugins.discovery.open_graph import Meta, entry_metas, page_metas
from plugins.discovery.wording import (
    describe_collection,
    describe_entry,
    entry_title,
    listing_title,
    one_line,
    page_title,
    site_title,
)
from plugins.entries.collections import Collection
from plugins.entries.model import Entry
from plugins.shared.images import Image
from plugins.shared.site import Site

NOINDEX = "noindex"


class Feed(Protocol):
    """A feed that a page offers: anything with a title and a site path."""

    @property
    def title(self) -> str: ...
    @property
    def path(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """All that `head.html` writes; what is empty is left out.

    `metas` are (attribute, name, content), `feeds` (title, type, href), `alternates` (hreflang,
    href); `json_ld` texts are safe inside a script element as they are.
    """

    title: str = ""
    description: str = ""
    canonical: str = ""
    robots: str = ""
    metas: tuple[Meta, ...] = ()
    feeds: tuple[tuple[str, str, str], ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    markdown: str = ""
    json_ld: tuple[str, ...] = ()
    previous: str = ""
    following: str = ""


def entry_head(
    entry: Entry,
    site: Site,
    *,
    feeds: Iterable[Feed] = (),
    translations: tuple[Entry, ...] = (),
    social: Image | None = None,
    twin: str = "",
    previous: str | None = None,
    following: str | None = None,
) -> Head:
    """Return the head of a post, episode or page; `twin` and its neighbours are site paths."""
    image = entry_image(entry, social)
    description = describe_entry(entry, site)
    robots = "" if entry.is_listed else NOINDEX
    languages = language_paths(entry, translations, site.language) if site.address else ()
    return Head(
        title=entry_title(entry, site),
        description=description,
        canonical=page_url(site, entry.path),
        robots=robots,
        metas=entry_metas(entry, site, description=description, image=image),
        feeds=_feeds(feeds, site),
        alternates=tuple((language, page_url(site, path)) for language, path in languages),
        markdown=_link(twin, site),
        json_ld=_json_ld(describe(entry, site, image), entry_trail(entry), site, robots),
        previous=_link(previous, site),
        following=_link(following, site),
    )


def listing_head(  # noqa: PLR0913 all but two by name
    collection: Collection,
    site: Site,
    *,
    number: int | None,
    path: str,
    entries: Iterable[Entry] = (),
    feeds: Iterable[Feed] = (),
    previous: str | None = None,
    following: str | None = None,
    social: Image | None = None,
) -> Head:
    """Return the head of one page of a collection: the front page, or a numbered one at `path`."""
    show = show_of(collection) if collection.kind in ("show", "season") else None
    description = describe_collection(collection, site, path)
    node = describe_listing(collection, site, path=path, entries=entries)
    return Head(
        title=listing_title(collection, site, number),
        description=description,
        canonical=page_url(site, path),
        metas=page_metas(
            site,
            title=collection.title,
            description=description,
            path=path,
            image=collection.image or (show and show.image) or social,
            language=listing_language(collection, site),
            type="profile" if collection.kind == "person" else "website",
        ),
        feeds=_feeds(feeds, site),
        json_ld=_json_ld(node, collection_trail(collection, number, path), site),
        previous=_link(previous, site),
        following=_link(following, site),
    )


def plain_head(
    title: str,
    description: str,
    path: str,
    site: Site,
    *,
    robots: str = "",
    feeds: Iterable[Feed] = (),
    social: Image | None = None,
) -> Head:
    """Return the head of any other page; without a title it is named as the site is.

    A page that answers under any address, such as 404, has no path and thus no canonical link.
    """
    description = one_line(description or site.tagline)
    node = web_site(site) if path == "/" else collection_page(title, description, path, site)
    return Head(
        title=page_title(site, title) if title else site_title(site),
        description=description,
        canonical=page_url(site, path),
        robots=robots,
        metas=page_metas(
            site,
            title=title or site.name,
            description=description,
            path=path,
            image=social,
            language=site.language,
        ),
        feeds=_feeds(feeds, site),
        json_ld=_json_ld(node, page_trail(title, path), site, robots),
    )


def entry_image(entry: Entry, social: Image | None) -> Image | None:
    """Return the picture of an entry: its own, its episode's art, the site's, its show's cover."""
    episode = entry.episode
    own = entry.image or (episode.image if episode else None)
    return own or social or (episode.show.image if episode else None)


def _feeds(feeds: Iterable[Feed], site: Site) -> tuple[tuple[str, str, str], ...]:
    return tuple((feed.title, "application/rss+xml", site.link(feed.path)) for feed in feeds)


def _link(path: str | None, site: Site) -> str:
    return site.link(path) if path else ""


def _json_ld(
    node: Mapping[str, object], trail: Trail, site: Site, robots: str = ""
) -> tuple[str, ...]:
    # JSON-LD is for search engines: it needs addresses, and a page they leave out needs none.
    if not site.address or robots:
        return ()
    return (dump(node), dump(breadcrumb_list(trail, site))) if trail else (dump(node),)
