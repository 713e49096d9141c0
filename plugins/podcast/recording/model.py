"""What is known of an episode's files before they are published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.podcast.audio.probe import Measured
from plugins.podcast.model import Chapter, Soundbite, Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The files of one episode, measured and checked; its audio and chapters are not published yet.

    `audio` is a file of ours, or the URL of one on another host, or the site path of one that was
    published from another machine.
    """

    audio: Path | str
    measured: Measured
    alternates: tuple[tuple[Path | str, Measured], ...]
    chapters: tuple[Chapter, ...]
    transcript: Transcript | None
    soundbites: tuple[Soundbite, ...]

    @property
    def sounds(self) -> Iterable[tuple[Path | str, Measured]]:
        """The main recording, and the same in other formats."""
        return (self.audio, self.measured), *self.alternates
