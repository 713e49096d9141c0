"""Values as pages tell them: more is said of each than elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind, Label
from plugins.podcast.model import Cue, Episode, Show, Transcript, TranscriptFile
from plugins.shared.images import Image
from plugins.shared.site import Site
from tests.unit import builders
from tests.unit.builders import DATE, make_chapter, make_enclosure, make_entry

__all__ = ["DATE", "make_chapter", "make_enclosure", "make_entry"]


@dataclass(frozen=True)
class Feed:
    title: str
    path: str


def make_site(**said: Any) -> Site:
    return builders.make_site(**{"tagline": "Calls that help", **said})


def make_image(**said: Any) -> Image:
    image = builders.make_image(
        path="/media/desk-0a1b2c3d.jpg",
        small="/media/desk-640-4e5f6a7b.jpg",
        width=1200,
        height=630,
        alt="A desk",
        source=Path("content/images/desk.jpg"),
    )
    return replace(image, **said)


def make_label(name: str, section: str = "tags") -> Label:
    slug = name.lower().replace(" ", "-")
    return Label(name=name, slug=slug, path=f"/{section}/{slug}/")


def make_page(**said: Any) -> Entry:
    page = make_entry(kind=Kind.PAGE, title="About", path="/about/", slug="about")
    return replace(page, **said)


def make_show(**said: Any) -> Show:
    show = builders.make_show(
        categories=(("Business", "Careers"), ("Business", "")),
        guid="show-guid",
        image=make_image(path="/media/cover-8c9d0e1f.png", width=3000, height=3000, alt="Cover"),
    )
    return replace(show, **said)


def make_cue(seconds: float, text: str, speaker: str = "") -> Cue:
    start = timedelta(seconds=seconds)
    return Cue(start=start, end=start + timedelta(seconds=2), text=text, speaker=speaker)


def make_transcript(*cues: Cue) -> Transcript:
    path = "/media/075-calls-9abcdef0.vtt"
    files = (TranscriptFile(path=path, type="text/vtt"),)
    source = Path("content/episodes/075.vtt")
    return Transcript(language="en", cues=cues, files=files, source=source)


def make_episode(**said: Any) -> Episode:
    return builders.make_episode(**{"show": make_show(), "number": 75, "season": 2, **said})


def make_episode_entry(episode: Episode | None = None, **said: Any) -> Entry:
    episode = episode or make_episode()
    entry = make_entry(
        kind=Kind.EPISODE, title=episode.title, path=episode.path, slug="calls", episode=episode
    )
    return replace(entry, **said)


def make_collection(**said: Any) -> Collection:
    return builders.make_collection(**{"entries": (make_entry(),), **said})


def make_season(**said: Any) -> Collection:
    season = make_collection(kind="season", slug="2", path="/podcast/season/2/", title="Season 2")
    return replace(season, entries=(make_episode_entry(),), **said)
