"""XML namespaces of podcast feeds: the exact URI of each, and the wrong ones that are met."""

from __future__ import annotations

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": "http://podlove.org/simple-chapters",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "spotify": "http://www.spotify.com/ns/rss",
    "dc": "http://purl.org/dc/elements/1.1/",
    "googleplay": "http://www.google.com/schemas/play-podcasts/1.0",
}
OLD_PODCAST = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"


def _loose(uri: str) -> str:
    """Return what a URI has in common with those that were meant to be the same.

    >>> _loose("https://www.iTunes.com/DTDs/Podcast-1.0.dtd/")
    'www.itunes.com/dtds/podcast-1.0.dtd'
    """
    return uri.strip().rpartition("://")[2].rstrip("/").lower()


_BY_URI = {uri: prefix for prefix, uri in NAMESPACES.items()}
_BY_LOOSE = {_loose(uri): prefix for prefix, uri in NAMESPACES.items()} | {
    _loose(OLD_PODCAST): "podcast",
    "itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd": "googleplay",
}


def prefix_of(uri: str) -> str:
    """Return the usual prefix of a namespace, also where its URI is slightly wrong, or nothing."""
    return _BY_URI.get(uri) or _BY_LOOSE.get(_loose(uri), "")
