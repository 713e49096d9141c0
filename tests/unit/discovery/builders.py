"""Valid values with one thing said: what a test does not name does not matter to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind, Label
from plugins.podcast.model import Chapter, Cue, Enclosure, Episode, Show, Transcript, TranscriptFile
from plugins.shared.images import Image
from plugins.shared.site import Site

ADDRESS = "https://example.org"
DATE = datetime(2026, 3, 12, 7, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Feed:
    title: str
    path: str


def make_site(**said: Any) -> Site:
    site = Site(name="Phone Notes", tagline="Calls that help", address=ADDRESS, language="en")
    return replace(site, **said)


def make_image(**said: Any) -> Image:
    image = Image(
        path="/media/desk-0a1b2c3d.jpg",
        small="/media/desk-640-4e5f6a7b.jpg",
        width=1200,
        height=630,
        length_bytes=90_000,
        type="image/jpeg",
        alt="A desk",
        source=Path("content/images/desk.jpg"),
    )
    return replace(image, **said)


def make_label(name: str, section: str = "tags") -> Label:
    slug = name.lower().replace(" ", "-")
    return Label(name=name, slug=slug, path=f"/{section}/{slug}/")


def make_entry(**said: Any) -> Entry:
    entry = Entry(
        kind=Kind.POST,
        source="content/posts/listen.md",
        title="Listen first",
        path="/blog/listen/",
        slug="listen",
        date=DATE,
        modified=None,
        lang="en",
        summary="Why the ear comes first.",
        html="<p>Two ears.</p>",
        text="Two ears.",
    )
    return replace(entry, **said)


def make_page(**said: Any) -> Entry:
    page = make_entry(kind=Kind.PAGE, title="About", path="/about/", slug="about")
    return replace(page, **said)


def make_show(**said: Any) -> Show:
    show = Show(
        key="podcast",
        title="The Daily Dave",
        description="One call a day.",
        language="en",
        author="Dave",
        categories=(("Business", "Careers"), ("Business", "")),
        guid="show-guid",
        image=make_image(path="/media/cover-8c9d0e1f.png", width=3000, height=3000, alt="Cover"),
    )
    return replace(show, **said)


def make_enclosure(**said: Any) -> Enclosure:
    enclosure = Enclosure(
        path="/media/075-calls-12345678.mp3",
        length_bytes=412_345,
        sha256="12345678" * 8,
        type="audio/mpeg",
        duration=timedelta(seconds=65),
    )
    return replace(enclosure, **said)


def make_chapter(seconds: float, title: str) -> Chapter:
    return Chapter(start=timedelta(seconds=seconds), title=title)


def make_cue(seconds: float, text: str, speaker: str = "") -> Cue:
    start = timedelta(seconds=seconds)
    return Cue(start=start, end=start + timedelta(seconds=2), text=text, speaker=speaker)


def make_transcript(*cues: Cue) -> Transcript:
    path = "/media/075-calls-9abcdef0.vtt"
    files = (TranscriptFile(path=path, type="text/vtt"),)
    source = Path("content/episodes/075.vtt")
    return Transcript(language="en", cues=cues, files=files, source=source)


def make_episode(**said: Any) -> Episode:
    episode = Episode(
        show=make_show(),
        guid="episode-guid",
        title="Unwanted callers",
        path="/podcast/calls/",
        published=DATE,
        modified=None,
        enclosure=make_enclosure(),
        number=75,
        season=2,
    )
    return replace(episode, **said)


def make_episode_entry(episode: Episode | None = None, **said: Any) -> Entry:
    episode = episode or make_episode()
    entry = make_entry(
        kind=Kind.EPISODE, title=episode.title, path=episode.path, slug="calls", episode=episode
    )
    return replace(entry, **said)


def make_collection(**said: Any) -> Collection:
    collection = Collection(
        kind="tag", slug="trust", path="/tags/trust/", title="Trust", entries=(make_entry(),)
    )
    return replace(collection, **said)


def make_season(**said: Any) -> Collection:
    season = make_collection(kind="season", slug="2", path="/podcast/season/2/", title="Season 2")
    return replace(season, entries=(make_episode_entry(),), **said)
