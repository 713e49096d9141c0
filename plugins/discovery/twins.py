"""The Markdown twin of a page: what the entry says, without the site around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import groupby

from plugins.discovery.addresses import enclosure_url, file_url, page_url
from plugins.discovery.links import absolute_links
from plugins.discovery.markdown_text import escape_text, link
from plugins.discovery.wording import one_line
from plugins.entries.model import Entry, Kind
from plugins.podcast.model import Chapter, Cue, Episode
from plugins.shared.dates import iso_utc
from plugins.shared.durations import begun_second, clock, decimal_seconds
from plugins.shared.site import Site


def twin_path(path: str) -> str:
    """Return the site path of a page's twin; a page that is no folder has none.

    >>> twin_path("/blog/x/"), twin_path("/404.html")
    ('/blog/x/index.md', '')
    """
    return f"{path}index.md" if path.endswith("/") else ""


def render_twin(entry: Entry, site: Site, *, resolve: Callable[[str], str]) -> str:
    """Return the twin's text; `resolve` turns a link's target, as typed, into an absolute URL."""
    body = entry.text.strip()
    parts = [
        f"# {escape_text(entry.title)}",
        "\n".join(_facts(entry, site)),
        "" if _opens_with(body, entry.summary) else f"> {escape_text(entry.summary)}",
        absolute_links(body, _with_fragments(entry, site, resolve)),
        *(_sections(entry, entry.episode, site) if entry.episode else ()),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(entry: Entry, site: Site) -> Iterator[str]:
    for name, value in (
        *_episode_facts(entry.episode),
        *(() if entry.kind is Kind.PAGE else _dates(entry)),
        ("By", ", ".join(escape_text(author.name) for author in entry.authors)),
        ("Language", entry.lang if entry.lang != site.language else ""),
        ("Tags", ", ".join(escape_text(tag.name) for tag in entry.tags)),
        ("Series", escape_text(_series(entry))),
        ("Page", _address(page_url(site, entry.path))),
        *(_files(entry.episode, site) if entry.episode else ()),
    ):
        if value:
            yield f"- {name}: {value}"


def _episode_facts(episode: Episode | None) -> Iterator[tuple[str, str]]:
    if episode is not None:
        yield "Episode", escape_text(episode.heading)
        heard = (f"{person.name} ({person.role})" for person in episode.cast)
        yield "Heard", ", ".join(escape_text(name) for name in heard)


def _dates(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "Date", iso_utc(entry.date)
    yield "Modified", iso_utc(entry.modified) if entry.modified else ""


def _series(entry: Entry) -> str:
    return f"{entry.series}, part {entry.part}" if entry.part is not None else entry.series


def _files(episode: Episode, site: Site) -> Iterator[tuple[str, str]]:
    audio = episode.enclosure
    address = _address(enclosure_url(site, audio))
    yield "Audio", address and f"{address} ({audio.type}, {clock(audio.duration)})"
    if episode.transcript:
        yield "Transcript", _address(file_url(site, episode.transcript.path))


def _address(url: str) -> str:
    return f"<{url}>" if url else ""


def _opens_with(body: str, summary: str) -> bool:
    return one_line(body).startswith(one_line(summary).rstrip(" …."))


def _with_fragments(
    entry: Entry, site: Site, resolve: Callable[[str], str]
) -> Callable[[str], str]:
    page = site.absolute(entry.path)
    return lambda target: page + target if target.startswith("#") else resolve(target)


def _sections(entry: Entry, episode: Episode, site: Site) -> Iterator[str]:
    chapters = episode.listed_chapters
    if chapters and not all(_names(entry.text, chapter) for chapter in chapters):
        page = site.absolute(entry.path)
        yield "## Chapters"
        yield "\n".join(_chapter(chapter, page) for chapter in chapters)
    if episode.transcript and episode.transcript.cues:
        yield "## Transcript"
        yield from _turns(episode.transcript.cues, [chapter.start for chapter in chapters])


def _names(text: str, chapter: Chapter) -> bool:
    """Say whether a chapter stands in the notes; its words may be marked there, its time is not."""
    time = clock(begun_second(chapter.start))
    return re.search(rf"(?<![\d:])[0:]*{time}", text) is not None


def _chapter(chapter: Chapter, page: str) -> str:
    moment = link(clock(begun_second(chapter.start)), f"{page}#t={decimal_seconds(chapter.start)}")
    return f"- {moment} {escape_text(chapter.title)}"


def _turns(cues: Iterable[Cue], starts: list[timedelta]) -> Iterator[str]:
    """Yield a paragraph for what one speaker says without a break; a new chapter is one."""

    def turn(cue: Cue) -> tuple[str, int]:
        return cue.speaker, sum(start <= cue.start for start in starts)

    for (speaker, _), said in groupby(cues, key=turn):
        words = escape_text(" ".join(cue.text for cue in said))
        yield f"**{escape_text(speaker)}:** {words}" if speaker else words
