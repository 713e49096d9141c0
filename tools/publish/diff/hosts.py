"""Tell a change from a mere move: what an address says apart from the host that it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from tools.publish.feeds.rows import Feed, Row

_MEDIA = "/media/"
# A name with a part of its digest never changes its bytes (plugins.shared.media).
_MENTIONED = re.compile(r"/media/[^/?#\"'<>\s]+-([0-9a-f]{8}\.[a-z0-9.]+)")
_NAMED_BY_DIGEST = re.compile(r"/media/([^/?#]+)-([0-9a-f]{8})\.[a-z0-9]+$")


@dataclass(frozen=True, slots=True)
class Hosts:
    """Where two feeds say that their site and their media live, the longest address first."""

    addresses: tuple[str, ...]

    def strip(self, text: str) -> str:
        """Return a text with addresses of ours as paths, and media by their digest alone.

        >>> hosts = Hosts(("https://d.org/sub", "https://d.org"))
        >>> hosts.strip('<a href="https://d.org/sub/x"> <img src="https://d.org/media/a-0123abcd.jpg">')
        '<a href="/x"> <img src="/media/0123abcd.jpg">'
        """
        for address in self.addresses:
            text = text.replace(f"{address}/", "/")
        return _MENTIONED.sub(r"/media/\1", text)


def find_hosts(feeds: Iterable[Feed]) -> Hosts:
    """Return the addresses of feeds: the site's from the feed's own, the media's from the cover."""
    found: set[str] = set()
    for feed in feeds:
        channel = feed.channel
        if channel.feed_url.endswith(f"/{feed.path}"):
            found.add(channel.feed_url.removesuffix(f"/{feed.path}"))
        before, media, _ = channel.image_url.rpartition(_MEDIA)
        if media:
            found.add(before)
    return Hosts(tuple(sorted(found - {""}, key=lambda address: (-len(address), address))))


def sound_of(row: Row) -> tuple[str, str]:
    """Return what makes an app fetch audio again if it changes: path and bytes, but no host."""
    return _path_of(row.url), row.length


def digest_of(row: Row) -> tuple[str, str]:
    """Return what two rows with the same recording share, whatever its name is."""
    match = _NAMED_BY_DIGEST.search(row.url)
    return (match[2] if match else _path_of(row.url)), row.length


def stem_of(row: Row) -> str:
    """Return the stem of a recording of ours, which is that of its episode's file as a rule."""
    match = _NAMED_BY_DIGEST.search(row.url)
    return match[1] if match else ""


def _path_of(url: str) -> str:
    match = _NAMED_BY_DIGEST.search(url)
    if match:
        return match[0]
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"
