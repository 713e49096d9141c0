"""Show notes as apps want them: a short description, and everything in full."""

from __future__ import annotations

from datetime import timedelta
from html import escape

from plugins.podcast.model import Episode
from plugins.shared.durations import split_clock
from plugins.shared.html import make_absolute
from plugins.shared.site import Site

DESCRIPTION_LIMIT = 4000  # bytes; Apple and PSP-1


def full_notes(episode: Episode, site: Site) -> str:
    """Return the whole show notes as HTML, with absolute addresses."""
    return make_absolute(episode.notes, site, episode.path) + _chapter_list(episode)


def describe(episode: Episode, site: Site) -> str:
    """Return the short description: summary, chapters where they fit, and the way to the page."""
    summary = f"<p>{escape(episode.summary, quote=False)}</p>" if episode.summary else ""
    page = escape(site.absolute(episode.path))
    link = f'<p><a href="{page}">Show notes and transcript</a></p>'
    for text in (summary + _chapter_list(episode) + link, summary + link):
        if len(text.encode()) <= DESCRIPTION_LIMIT:
            return text
    return link


def _chapter_list(episode: Episode) -> str:
    """Return the chapters as apps find them in a description: a time and a title a line."""
    lines = [
        f"{_stamp(chapter.start)} {escape(chapter.title, quote=False)}"
        for chapter in episode.listed_chapters
    ]
    return f"<p>{'<br>'.join(lines)}</p>" if lines else ""


def _stamp(time: timedelta) -> str:
    hours, minutes, seconds, _ = split_clock(time)
    return f"{hours:02}:{minutes:02}:{seconds:02}"
