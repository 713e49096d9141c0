"""Rules over all episodes of a site."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.podcast.model import EpisodeType
from plugins.podcast.recording.model import Recording
from plugins.shared.problems import Problem, Severity
from plugins.shared.run import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """What tells one episode from another; `sha256` is that of its audio, where it is known."""

    where: str
    show: str
    season: int | None
    type: str
    number: int | None
    audio: str
    number_line: int | None = None
    audio_line: int | None = None
    sha256: str = ""

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
        sha256=recording.measured.sha256 if recording else "",
    )


def find_doubles(episodes: Iterable[Numbered]) -> list[Problem]:
    """Find two episodes with one number (within show, season and type), or one recording."""
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
    return problems + _find_copies(episodes)


def _find_copies(episodes: Iterable[Numbered]) -> list[Problem]:
    """Find the same bytes under two names; two shows may share a recording."""
    measured = [episode for episode in episodes if episode.sha256]
    return [
        Problem(
            where=second.where,
            line=second.audio_line,
            what=f"its audio {second.audio} has the same bytes as that of {first.where}.",
            todo="Listeners would hear one recording twice: is it the right file?",
            rule="audio-copy",
            severity=Severity.WARNING,
        )
        for first, second in _pairs(measured, lambda e: (e.show, e.sha256))
        if first.audio != second.audio
    ]


def _pairs(
    episodes: Iterable[Numbered], key: Callable[[Numbered], Hashable]
) -> Iterable[tuple[Numbered, Numbered]]:
    first: dict[Hashable, Numbered] = {}
    for episode in episodes:
        owner = first.setdefault(key(episode), episode)
        if owner is not episode:
            yield owner, episode
