"""Absolute addresses, or none at all: a preview without a host names nothing half-made."""

from __future__ import annotations

from plugins.podcast.model import Enclosure
from plugins.shared.site import Site


def page_url(site: Site, path: str) -> str:
    """Return the absolute address of a page; empty without a path or a host.

    >>> page_url(Site(name="S", address="https://example.org", language="en"), "/blog/ä/")
    'https://example.org/blog/%C3%A4/'
    >>> page_url(Site(name="S", address="", language="en"), "/blog/x/")
    ''
    """
    return site.absolute(path) if site.address and path else ""


def media_url(site: Site, path: str) -> str:
    """Return the absolute address of a media file; empty without a path or a host."""
    return site.absolute_media(path) if path and (site.address or site.media_address) else ""


def file_url(site: Site, path: str) -> str:
    """Return the address of a file that lies with the media or beside its page."""
    return media_url(site, path) if path.startswith("/media/") else page_url(site, path)


def enclosure_url(site: Site, enclosure: Enclosure) -> str:
    """Return where the audio is: on another host as the author says, else among our media."""
    is_remote = not enclosure.path.startswith("/")
    return enclosure.path if is_remote else media_url(site, enclosure.path)
