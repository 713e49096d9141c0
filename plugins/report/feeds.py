"""The feeds of a build, judged before anything is written, and told of the author's own files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from plugins.entries.collections import Collection
from plugins.entries.model import Entry
from plugins.frontmatter.document import Document
from plugins.podcast.feed import Part, render_documents
from plugins.podcast.items import Items
from plugins.podcast.judge.judging import judge
from plugins.podcast.judge.rule import Finding
from plugins.podcast.model import Episode, Show
from plugins.podcast.namespace.item import ITEM
from plugins.shared.problems import Problem
from plugins.shared.run import Run

# Which front-matter keys an author changes to change an element: the first that is there.
_KEYS: dict[str, tuple[str, ...]] = {row.element: (row.key.lower(),) for row in ITEM} | {
    "title": ("title",),
    "link": ("slug",),
    "guid": ("guid",),
    "pubDate": ("date",),
    "description": ("summary", "description"),
    "enclosure": ("audio",),
    "podcast:episode": ("episodedisplay", "episode"),
    "podcast:person": ("guests", "hosts", "credits"),
    "podcast:valueRecipient": ("value",),
    "podcast:valueTimeSplit": ("valuesplit",),
    "podcast:remoteItem": ("valuesplit",),
    "podcast:source": ("alternates",),
    "podcast:integrity": ("alternates",),
}


class Content(Protocol):
    """What of an article is needed here."""

    entry: Entry
    document: Document


# Which key of an introduction an author changes to change an element of its feed.
_PART_KEYS = {"title": "title", "description": "summary", "itunes:image": "image"}


def judge_feeds(
    shows: Sequence[Show],
    parts: Iterable[tuple[Show, Part, Collection]],
    contents: Iterable[Content],
    run: Run,
) -> tuple[Problem, ...]:
    """Return what is wrong with the feeds of all shows and of their parts.

    Those of a preview hold what is not due, too.
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
    said: dict[str, set[tuple[str, str]]] = {}
    where = {show.key: f"PODCASTS[{position}]" for position, show in enumerate(shows)}
    for show in shows:
        for finding in _judge(show, episodes, run):
            if finding.rule.key == "feed-items" and run.failed:
                continue  # what should stand there could not be read, which was told
            found.setdefault(_told(finding, mine, where[show.key]))
            said.setdefault(show.key, set()).add((finding.rule.key, finding.what))
    for show, part, collection in parts:
        for finding in _judge_part(show, part, run):
            if (finding.rule.key, finding.what) not in said.get(show.key, ()):
                found.setdefault(_told_of_part(finding, collection, where[show.key]))
    return tuple(found)


def _judge(show: Show, episodes: list[Episode], run: Run) -> Iterator[Finding]:
    own = [episode for episode in episodes if episode.show.key == show.key]
    for document in render_documents(show, own, Items(run.site)):
        url = run.site.absolute(document.path)
        now = None if run.is_preview else run.now
        yield from judge(document.content, url=url, now=now)


def _judge_part(show: Show, part: Part, run: Run) -> Iterator[Finding]:
    """Yield what is wrong with the channel of a part; its items stand in the show's feed, too."""
    for document in render_documents(show, (), Items(run.site), part):
        for finding in judge(document.content, url=run.site.absolute(document.path)):
            if finding.rule.key != "feed-items":
                yield finding


def _told(finding: Finding, contents: dict[str, Content], where: str) -> Problem:
    """Return a finding as a problem of the source of its item, or of the show's settings."""
    content = contents.get(finding.guid)
    if content is None:
        problem = replace(finding.problem("pelicanconf.py"), line=None)
        return replace(problem, what=f"{where}: {problem.what}")
    lines = content.document.lines
    line = next((lines[key] for key in _KEYS.get(finding.element, ()) if key in lines), None)
    return replace(
        finding.problem(content.document.where), line=line, what=f"in the feed, {finding.what}"
    )


def _told_of_part(finding: Finding, collection: Collection, where: str) -> Problem:
    """Return a finding as a problem of what introduces a part; seasons stand in the settings."""
    if collection.kind == "season":
        what = f"{where}: in the feed of season {collection.slug}, {finding.what}"
        return replace(finding.problem("pelicanconf.py"), line=None, what=what)
    line = collection.lines.get(_PART_KEYS.get(finding.element, ""))
    what = f"in its feed, {finding.what}"
    return replace(finding.problem(collection.source), line=line, what=what)
