"""JSON-LD of pages that list others: the home page, listings, indexes and the trail to any page."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.discovery.addresses import page_url
from plugins.discovery.breadcrumbs import Trail, show_of
from plugins.discovery.json_ld import Node, make_node, picture, podcast_season, podcast_series
from plugins.discovery.languages import listing_language
from plugins.discovery.wording import describe_collection
from plugins.entries.collections import Collection
from plugins.entries.model import Entry
from plugins.shared.dates import iso_utc
from plugins.shared.site import Site


def web_site(site: Site) -> Node:
    """Return the node of the home page: the site itself."""
    return make_node(
        "WebSite",
        name=site.name,
        description=site.tagline,
        url=page_url(site, "/"),
        inLanguage=site.language,
    )


def collection_page(
    title: str, description: str, path: str, site: Site, language: str = ""
) -> Node:
    """Return the node of an index: all tags, the archive."""
    return make_node(
        "CollectionPage",
        name=title,
        description=description,
        url=page_url(site, path),
        inLanguage=language or site.language,
    )


def describe_listing(
    collection: Collection, site: Site, *, path: str, entries: Iterable[Entry]
) -> Node:
    """Return the node of one page of a collection; `entries` are those it shows."""
    listed = [entry for entry in entries if entry.is_listed]
    show = show_of(collection)
    if collection.kind == "show" and show:
        return podcast_series(show, site)
    description, language = (
        describe_collection(collection, site, path),
        listing_language(collection, site),
    )
    page = collection_page(collection.title, description, path, site, language)
    if collection.kind == "blog":
        posts = [_posting(entry, site) for entry in listed]
        return {**page, "@type": "Blog", **({"blogPost": posts} if posts else {})}
    parts = {
        "image": picture(collection.image, site),
        "about": _about(collection, site),
        "mainEntity": _item_list(listed, site),
    }
    return {**page, **{name: node for name, node in parts.items() if node}}


def breadcrumb_list(trail: Trail, site: Site) -> Node:
    """Return the node of a trail, the page itself as its last step."""
    steps = [
        make_node("ListItem", position=position, name=crumb.label, item=page_url(site, crumb.path))
        for position, crumb in enumerate(trail, 1)
    ]
    return make_node("BreadcrumbList", itemListElement=steps)


def _posting(entry: Entry, site: Site) -> Node:
    address = page_url(site, entry.path)
    date = iso_utc(entry.date)
    return make_node("BlogPosting", headline=entry.title, url=address, datePublished=date)


def _about(collection: Collection, site: Site) -> Node | None:
    if collection.kind == "person":
        return make_node("Person", name=collection.title, url=page_url(site, collection.path))
    if collection.kind == "series":
        return make_node("CreativeWorkSeries", name=collection.title)
    episode = next((entry.episode for entry in collection.episodes), None)
    if collection.kind == "season" and episode and episode.season is not None:
        return podcast_season(episode.show, episode.season, site)
    return None


def _item_list(entries: list[Entry], site: Site) -> Node | None:
    items = [
        make_node("ListItem", position=position, name=entry.title, url=page_url(site, entry.path))
        for position, entry in enumerate(entries, 1)
    ]
    return make_node("ItemList", itemListElement=items) if items else None
