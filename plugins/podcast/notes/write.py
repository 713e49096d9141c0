"""The two texts of an episode in a feed, made of its notes, its chapters and its page."""

from __future__ import annotations

import re
from datetime import timedelta
from html import escape

from plugins.podcast.model import Episode, Notes
from plugins.podcast.notes.cut import cut_html
from plugins.podcast.notes.reduce import reduce_html
from plugins.shared.characters import clean, without_control
from plugins.shared.durations import split_clock
from plugins.shared.html.clean import clean_html
from plugins.shared.markdown import plain_text
from plugins.shared.site import Site

DESCRIPTION_LIMIT = 4000  # bytes; Apple and PSP-1
CHAPTERS_FRAGMENT = "#page_chapters"
# A summary that nobody wrote is the first paragraph, of which this much is looked at.
_OPENING = 1_500
# Quotes and dashes are made typographic in notes, but not in front matter.
_TYPED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_FIRST_WORDS = re.compile(r"<p(?: [^>]*)?>\s*([^<>&\s]{0,9})")
_DASHES = re.compile("-+")


def write_notes(html: str, episode: Episode, site: Site) -> Notes:
    """Return both texts, made of the HTML of an episode's page and of what else is known of it.

    The HTML comes without the list of chapters.
    """
    full = clean_html(html, site, episode.path)
    chapters = _chapter_list(episode)
    return Notes(
        description=_describe(episode, full, chapters, site.absolute(episode.path), site.name),
        content=full + chapters,
    )


def _describe(episode: Episode, full: str, chapters: str, page: str, name: str) -> str:
    words = "Show notes and transcript" if episode.transcript else "Show notes"
    link = f"<p>{_link(page, words)}</p>"
    body = _lead(episode, full) + reduce_html(full)
    whole = body + chapters + link
    if _fits(whole, DESCRIPTION_LIMIT):
        return whole
    more = f"<p>… {_link(page, f'Read on at {clean(name)}')}</p>"
    if not _fits(more + chapters + link, DESCRIPTION_LIMIT):
        chapters = f"<p>{_link(page + CHAPTERS_FRAGMENT, 'The chapters')}</p>"
    end = chapters + link
    room = DESCRIPTION_LIMIT - len(end.encode())
    if _fits(body, room):
        return body + end
    return cut_html(body, room - len(more.encode())) + more + end


def _fits(text: str, limit: int) -> bool:
    return len(text) <= limit and len(text.encode()) <= limit


def _lead(episode: Episode, full: str) -> str:
    """Return the summary as a paragraph, unless the notes begin with it."""
    summary = clean(episode.summary)
    if not summary:
        return "" if full else f"<p>{escape(clean(episode.title), quote=False)}</p>"
    if _begins_with(full, summary.rstrip(" .…")):
        return ""
    return f"<p>{escape(summary, quote=False)}</p>"


def _begins_with(full: str, summary: str) -> bool:
    """Say whether the first paragraph begins with these words, whatever marks are on them."""
    sought = _comparable(summary)
    first = _FIRST_WORDS.search(full)
    if first is None:
        return False
    words = _comparable(first[1])
    # Most summaries differ from the start, and all the words of a paragraph take long to find.
    if words[: len(sought)] != sought[: len(words)]:
        return False
    opening = _comparable(plain_text(full[first.start() : first.start() + _OPENING]))
    return opening.startswith(sought) and not opening[len(sought) :][:1].isalnum()


def _comparable(text: str) -> str:
    return _DASHES.sub("-", text.translate(_TYPED))


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{escape(words, quote=False)}</a>'


def _chapter_list(episode: Episode) -> str:
    """Return the chapters as apps find them in a description: a time and a title a line."""
    lines = [
        f"{_stamp(chapter.start)} {escape(chapter.title, quote=False)}"
        for chapter in episode.listed_chapters
    ]
    return f"<p>{without_control('<br/>'.join(lines))}</p>" if lines else ""


def _stamp(time: timedelta) -> str:
    hours, minutes, seconds, _ = split_clock(time)
    return f"{hours:02}:{minutes:02}:{seconds:02}"
