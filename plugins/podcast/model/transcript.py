"""What was said, by whom and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What one speaker says from `start` to `end`."""

    start: timedelta
    end: timedelta
    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptFile:
    """A transcript as it is published: a site path and its media type."""

    path: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """All cues of an episode, and the files that tell them, WebVTT first.

    `cues` may be read from a file whenever somebody asks for them: an hour of talk is a megabyte.
    """

    language: str
    cues: Sequence[Cue]
    files: tuple[TranscriptFile, ...]
    source: Path

    @property
    def path(self) -> str:
        """The site path of the WebVTT file, which browsers read as captions."""
        return self.files[0].path
