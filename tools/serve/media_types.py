"""The media type that a file is served with, by the end of its name."""

from __future__ import annotations

import mimetypes

# Where browsers and podcast apps are particular, or where machines disagree. First match wins.
_TYPES = (
    ("feed.xml", "application/rss+xml; charset=utf-8"),
    ("podcast.xml", "application/rss+xml; charset=utf-8"),
    ("chapters.json", "application/json+chapters"),
    (".css", "text/css; charset=utf-8"),
    (".html", "text/html; charset=utf-8"),
    (".ico", "image/vnd.microsoft.icon"),
    (".jpg", "image/jpeg"),
    (".js", "text/javascript; charset=utf-8"),
    (".json", "application/json"),
    (".m4a", "audio/x-m4a"),
    (".md", "text/markdown; charset=utf-8"),
    (".mp3", "audio/mpeg"),
    (".opus", "audio/ogg"),
    (".png", "image/png"),
    (".srt", "application/x-subrip; charset=utf-8"),
    (".svg", "image/svg+xml"),
    (".txt", "text/plain; charset=utf-8"),
    (".vtt", "text/vtt; charset=utf-8"),
    (".webmanifest", "application/manifest+json"),
    (".webp", "image/webp"),
    (".woff2", "font/woff2"),
    (".xml", "application/xml; charset=utf-8"),
)
# The machine's own tables are left out: the same file has the same type everywhere.
_OTHERS = mimetypes.MimeTypes(filenames=())


def media_type(name: str) -> str:
    """Return the type for a file's name.

    >>> media_type("feed.xml"), media_type("sitemap.xml")
    ('application/rss+xml; charset=utf-8', 'application/xml; charset=utf-8')
    """
    for end, known in _TYPES:
        if name.lower().endswith(end):
            return known
    return _OTHERS.guess_type(name)[0] or "application/octet-stream"
