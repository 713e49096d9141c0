"""What is heard: audio files as a feed names them, and moments in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """An audio file as a feed names it: measured, never typed by hand.

    `sha256` is lower-case hex; `bitrate` is in bit/s; `codecs` per RFC 6381; `title`, `lang`,
    `rel` and `height` (in pixels) tell alternates apart.
    """

    path: str
    length_bytes: int
    sha256: str
    type: str
    duration: timedelta
    bitrate: int | None = None
    codecs: str = ""
    source: Path | None = None
    title: str = ""
    lang: str = ""
    rel: str = ""
    height: int | None = None

    @property
    def seconds(self) -> int:
        """The duration in whole seconds, as `itunes:duration` wants it, never 0."""
        return max(1, round(self.duration.total_seconds()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Soundbite:
    """A moment worth sharing."""

    start: timedelta
    duration: timedelta
    title: str
