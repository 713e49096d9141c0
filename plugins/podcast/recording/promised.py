"""What an enclosure promises of a recording, and a recording as it was promised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from plugins.identity.promises import Sound
from plugins.podcast.audio.probe import Measured
from plugins.podcast.model import Enclosure
from plugins.podcast.recording.model import Recording
from plugins.podcast.remote.address import is_remote
from plugins.shared.media import media_path


def enclosure(path: str, source: Path | str, measured: Measured) -> Enclosure:
    """Return the enclosure for a published path."""
    return Enclosure(
        path=path,
        length_bytes=measured.length_bytes,
        sha256=measured.sha256,
        type=measured.type,
        duration=measured.duration,
        bitrate=measured.bitrate,
        codecs=measured.codecs,
        source=source if isinstance(source, Path) else None,
    )


def promised_sounds(recording: Recording) -> tuple[Sound, ...]:
    """Return what a recording's enclosures promise, the main one first."""
    return tuple(_promised(audio, measured) for audio, measured in recording.sounds)


def _promised(audio: Path | str, measured: Measured) -> Sound:
    path = audio
    if isinstance(audio, Path):
        path = media_path(audio.stem, measured.sha256, audio.suffix)
    return Sound(
        path=str(path),
        bytes=measured.length_bytes,
        type=measured.type,
        sha256=measured.sha256,
        duration=measured.duration.total_seconds(),
        bitrate=measured.bitrate or 0,
        codecs=measured.codecs,
    )


def find_absent(recordings: Iterable[Recording]) -> Iterable[tuple[str, str]]:
    """Yield path and digest of what the site names and this machine does not have."""
    for recording in recordings:
        for audio, measured in recording.sounds:
            if isinstance(audio, str) and not is_remote(audio):
                yield audio, measured.sha256


def measured_before(sound: Sound) -> Measured:
    """Return a promised sound as if it had been measured now."""
    return Measured(
        length_bytes=sound.bytes,
        sha256=sound.sha256,
        type=sound.type,
        duration=timedelta(milliseconds=round(sound.duration * 1000)),
        bitrate=sound.bitrate or None,
        codecs=sound.codecs,
        chapters=(),
    )
