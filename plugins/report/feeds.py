"""The feeds of a build, judged before anything is written, and told of the author's own files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from plugins.entries.model import Entry
from plugins.frontmatter.document import Document
from plugins.podcast.feed import render_documents
from plugins.podcast.items import Items
from plugins.podcast.judge.judging import judge
from plugins.podcast.judge.rule import Finding
from plugins.podcast.model import Episode, Show
from plugins.shared.problems import Problem
from plugins.shared.run import Run

# Which front-matter key an author changes to change an element.
_KEYS = {
    "title": "title",
    "itunes:title": "apptitle",
    "link": "slug",
    "guid": "guid",
    "pubDate": "date",
    "description": "summary",
    "enclosure": "audio",
    "itunes:image": "image",
    "itunes:episode": "episode",
    "itunes:season": "season",
    "itunes:episodeType": "type",
    "itunes:explicit": "explicit",
    "podcast:episode": "episodedisplay",
    "podcast:transcript": "transcript",
    "podcast:soundbite": "soundbite",
    "podcast:person": "guests",
    "podcast:location": "location",
    "podcast:license": "license",
    "podcast:funding": "funding",
    "podcast:contentLink": "contentlink",
    "podcast:socialInteract": "socialinteract",
}


class Content(Protocol):
    """What of an article is needed here."""

    entry: Entry
    document: Document


def judge_feeds(
    shows: Sequence[Show], contents: Iterable[Content], run: Run
) -> tuple[Problem, ...]:
    """Return what is wrong with the feeds of all shows; a preview's hold what is not due, too.

    A site without an address has none that could be judged.
    """
    if not run.site.address:
        return ()
    mine = {
        content.entry.guid: content for content in contents if content.entry.episode is not None
    }
    episodes = [
        content.entry.episode
        for content in mine.values()
        if content.entry.episode is not None and (run.is_preview or content.entry.is_listed)
    ]
    found: dict[Problem, None] = {}
    for position, show in enumerate(shows):
        for finding in _judge(show, episodes, run):
            found.setdefault(_told(finding, mine, f"PODCASTS[{position}]"))
    return tuple(found)


def _judge(show: Show, episodes: list[Episode], run: Run) -> Iterator[Finding]:
    own = [episode for episode in episodes if episode.show.key == show.key]
    for document in render_documents(show, own, Items(run.site)):
        url = run.site.absolute(document.path)
        now = None if run.is_preview else run.now
        yield from judge(document.content, url=url, now=now)


def _told(finding: Finding, contents: dict[str, Content], where: str) -> Problem:
    """Return a finding as a problem of the source of its item, or of the show's settings."""
    content = contents.get(finding.guid)
    if content is None:
        problem = replace(finding.problem("pelicanconf.py"), line=None)
        return replace(problem, what=f"{where}: {problem.what}")
    line = content.document.lines.get(_KEYS.get(finding.element, ""))
    return replace(
        finding.problem(content.document.where), line=line, what=f"in the feed, {finding.what}"
    )
