"""Rules over all episodes of a site."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.podcast.model import EpisodeType
from plugins.podcast.recording.model import Recording
from plugins.shared.problems import Problem
from plugins.shared.run import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """What tells one episode from another."""

    where: str
    show: str
    season: int | None
    type: str
    number: int | None
    audio: str
    number_line: int | None = None
    audio_line: int | None = None

    @property
    def place(self) -> str:
        """The number as a person says it: `episode 75 of season 2`."""
        season = f" of season {self.season}" if self.season else ""
        kind = "episode" if self.type == "full" else self.type
        return f"{kind} {self.number}{season}"


def number_episode(
    document: Document, show: str, recording: Recording | None, run: Run
) -> Numbered:
    """Return what tells an episode from others; where it has no recording, its source does."""
    audio: Path | str = recording.audio if recording else document.where
    return Numbered(
        where=document.where,
        show=show,
        season=document.number("season"),
        type=document.text("type") or EpisodeType.FULL.value,
        number=document.number("episode"),
        audio=run.where(audio) if isinstance(audio, Path) else audio,
        number_line=document.lines.get("episode"),
        audio_line=document.lines.get("audio"),
    )


def find_doubles(episodes: Iterable[Numbered]) -> list[Problem]:
    """Find two episodes with one number (within show, season and type), or one audio file."""
    episodes = sorted(episodes, key=lambda episode: episode.where)
    numbered = [episode for episode in episodes if episode.number is not None]
    problems = [
        Problem(
            where=second.where,
            line=second.number_line,
            what=f"{second.place} is already {first.where}.",
            todo="Give one of them another number.",
            rule="episode-double",
        )
        for first, second in _pairs(numbered, lambda e: (e.show, e.season, e.type, e.number))
    ]
    problems += [
        Problem(
            where=second.where,
            line=second.audio_line,
            what=f"its audio {second.audio} is already that of {first.where}.",
            todo="Apps drop the second of two episodes with one file: give it its own.",
            rule="audio-double",
        )
        for first, second in _pairs(episodes, lambda e: e.audio)
    ]
    return problems


def _pairs(
    episodes: Iterable[Numbered], key: Callable[[Numbered], Hashable]
) -> Iterable[tuple[Numbered, Numbered]]:
    first: dict[Hashable, Numbered] = {}
    for episode in episodes:
        owner = first.setdefault(key(episode), episode)
        if owner is not episode:
            yield owner, episode
