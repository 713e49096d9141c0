"""What measuring finds in a recording, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.podcast.audio.faults import Caveat
from plugins.podcast.model import Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """How long it plays in seconds, its average bitrate in bit/s, its codecs (RFC 6381)."""

    seconds: float
    bitrate: int
    codecs: str = ""
    chapters: tuple[Chapter, ...] = ()
    caveats: tuple[Caveat, ...] = ()
