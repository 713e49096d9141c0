"""How long an MP3 plays, from a few samples of it: for files that are too far away to be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import BinaryIO

from plugins.podcast.audio.frames import Walk, find_in, walk
from plugins.podcast.audio.mpeg import HEADER_BYTES, parse_header
from plugins.podcast.audio.tags import Span, read_at

WINDOWS = 32
WINDOW_BYTES = 16 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """What the samples say of the whole: seconds, and the average bitrate in bit/s.

    `is_constant` says that all frames that were looked at have the same bitrate.
    """

    seconds: float
    bitrate: int
    is_constant: bool


def sample(
    file: BinaryIO, span: Span, windows: int = WINDOWS, window_bytes: int = WINDOW_BYTES
) -> Sampled | None:
    """Estimate how long the frames in a span play, or nothing if none are found.

    At most `windows` pieces of `window_bytes` are read, evenly spread and from the first byte to
    the last; a span that is not longer than all of them is walked whole.
    """
    if span.end - span.start <= windows * window_bytes:
        found, heard = walk(file, span), 1.0
    else:
        found, heard = _count(file, span, windows, window_bytes)
    if not found.length_bytes:
        return None
    # Windows are chosen by bytes, so what they have in common is seconds for each byte.
    length = (span.end - span.start - found.lost) * heard
    seconds = found.seconds / found.length_bytes * length
    rates = {(header.bitrate, header.rate) for header, _ in found.headers()}
    bitrate = found.length_bytes * 8 / found.seconds
    is_constant = len(rates) == 1
    return Sampled(
        seconds=seconds,
        bitrate=found.headers()[0][0].bitrate if is_constant else round(bitrate),
        is_constant=is_constant,
    )


def _count(file: BinaryIO, span: Span, windows: int, window_bytes: int) -> tuple[Walk, float]:
    """Return the frames in all windows, and in which share of these there are any."""
    last = span.end - window_bytes
    frames: Counter[bytes] = Counter()
    heard = 0
    for number in range(windows):
        start = span.start + (last - span.start) * number // max(1, windows - 1)
        found = _count_in(read_at(file, start, window_bytes))
        frames.update(found)
        heard += bool(found)
    return Walk(frames=frames), heard / windows


def _count_in(data: bytes) -> Counter[bytes]:
    """Count the whole frames in a piece of a stream, by their first three bytes."""
    found: Counter[bytes] = Counter()
    place = find_in(data, 0, layer=3)
    while place is not None and place + HEADER_BYTES <= len(data):
        header = parse_header(data[place : place + HEADER_BYTES])
        if header is None or header.layer != 3 or not header.bitrate:  # noqa: PLR2004 layer III
            place = find_in(data, place, layer=3)
            continue
        if place + header.length_bytes > len(data):
            break
        found[data[place : place + 3]] += 1
        place += header.length_bytes
    return found
