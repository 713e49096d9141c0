"""The few words that discovery adds: page titles, and descriptions where none is given."""

from __future__ import annotations

from plugins.entries.collections import Collection
from plugins.entries.model import Entry
from plugins.shared.site import Site

_BETWEEN = " · "


def one_line(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return " ".join(text.split())


def site_title(site: Site) -> str:
    """Return `Name: tagline`."""
    return f"{site.name}: {site.tagline}" if site.tagline else site.name


def page_title(site: Site, *parts: str) -> str:
    """Return the parts from the narrowest to the site's name, each said once.

    >>> page_title(Site(name="Phone Notes", address="", language="en"), "Tags", "", "Page 2")
    'Tags · Page 2 · Phone Notes'
    """
    return _BETWEEN.join(dict.fromkeys(one_line(part) for part in (*parts, site.name) if part))


def entry_title(entry: Entry, site: Site) -> str:
    """Return title and site; for an episode also its show and number, which may name the site."""
    if entry.episode is None:
        return page_title(site, entry.title)
    if entry.episode.show.title == site.name:
        return one_line(f"{entry.title}{_BETWEEN}{entry.episode.heading}")
    return page_title(site, entry.title, entry.episode.heading)


def listing_title(collection: Collection, site: Site, number: int | None) -> str:
    """Return what is listed, the page's number, the show of a season, and the site."""
    show = collection.episodes[:1] if collection.kind == "season" else ()
    owners = [entry.episode.show.title for entry in show if entry.episode]
    missing = [title for title in owners if title not in collection.title]
    page = f"Page {number}" if number else ""
    return page_title(site, collection.title, page, *missing)


def count_entries(collection: Collection) -> str:
    """Return how much there is to read and to hear: `3 posts and 1 episode`."""
    posts, episodes = len(collection.posts), len(collection.episodes)
    counts = (_count(posts, "post"), _count(episodes, "episode"))
    return " and ".join(count for count in counts if count)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def describe_entry(entry: Entry, site: Site) -> str:
    return one_line(entry.summary or site.tagline)


def describe_collection(collection: Collection, site: Site, path: str = "") -> str:
    """Return the author's summary, else what the collection holds, else the site's tagline.

    A numbered page, at a `path` of its own, counts nothing: it never changes again.
    """
    if path and path != collection.path:
        page = path.removeprefix(collection.path).strip("/").replace("/", " ")
        return one_line(collection.summary or f"{collection.title}, {page}.")
    counts = count_entries(collection)
    return one_line(
        collection.summary or (f"{collection.title}: {counts}." if counts else site.tagline)
    )
