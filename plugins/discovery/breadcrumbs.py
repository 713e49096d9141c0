"""The way from the home page to a page: one trail for readers and for search engines."""

from __future__ import annotations

from typing import NamedTuple

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind
from plugins.podcast.model import Show


class Crumb(NamedTuple):
    """One step of a trail."""

    label: str
    path: str


Trail = tuple[Crumb, ...]

_HOME = Crumb("Home", "/")
_BLOG = Crumb("Blog", "/blog/")
_SECTIONS = (
    _BLOG,
    Crumb("Tags", "/tags/"),
    Crumb("Series", "/series/"),
    Crumb("People", "/people/"),
    Crumb("Archive", "/archive/"),
)


def page_trail(label: str, path: str) -> Trail:
    """Return the trail of a page that its address alone places; the home page has none.

    >>> [crumb.label for crumb in page_trail("2026", "/archive/2026/")]
    ['Home', 'Archive', '2026']
    >>> page_trail("Home", "/")
    ()
    """
    if path in ("", "/"):
        return ()
    parents = (crumb for crumb in _SECTIONS if path.startswith(crumb.path) and path != crumb.path)
    return _HOME, *parents, Crumb(label, path)


def entry_trail(entry: Entry) -> Trail:
    """Return the trail of an entry: through the blog, or through its show and season."""
    here = Crumb(entry.title, entry.path)
    if entry.episode is not None:
        season = _season(entry.episode.show, entry.episode.season) if entry.is_listed else ()
        return _HOME, _show(entry.episode.show), *season, here
    if entry.kind is Kind.POST:
        return _HOME, _blog(entry), here
    return page_trail(*here)


def collection_trail(collection: Collection, number: int | None = None, path: str = "") -> Trail:
    """Return the trail of a collection; a numbered page of it, at `path`, is one step further."""
    trail = page_trail(collection.title, collection.path)
    show = show_of(collection)
    if collection.kind == "season" and show:
        trail = _HOME, _show(show), trail[-1]
    return trail if number is None else (*trail, Crumb(f"Page {number}", path))


def show_of(collection: Collection) -> Show | None:
    """Return the show that the collection's first episode belongs to, if it has one."""
    return next((entry.episode.show for entry in collection.entries if entry.episode), None)


def _blog(entry: Entry) -> Crumb:
    # A post in another language has a blog of its own: /es/blog/.
    parent = entry.path.removesuffix(f"{entry.slug}/")
    return Crumb(_BLOG.label, parent) if parent.endswith(_BLOG.path) else _BLOG


def _show(show: Show) -> Crumb:
    return Crumb(show.title, show.path)


def _season(show: Show, number: int | None) -> Trail:
    if number is None:
        return ()
    name = dict(show.season_names).get(number)
    label = f"Season {number}: {name}" if name else f"Season {number}"
    return (Crumb(label, f"{show.path}season/{number}/"),)
