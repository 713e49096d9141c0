"""Opus and Vorbis in Ogg, measured: the first pages and the last say how long they play.

RFC 3533, 4 has the streams in a file, RFC 7845, 3.1, 4 and 5.1 Opus, the Vorbis I specification,
4.2.2 and A.2, Vorbis.
A file may hold a stream after the other, as recorders of radio write it; all of them are played.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from plugins.podcast.audio.faults import AGAIN, AudioError, Caveat, ends_early, no_sound
from plugins.podcast.audio.pages import LONGEST_PAGE, Page, body_of, find_pages, walk_pages
from plugins.podcast.audio.sound import Sound
from plugins.podcast.audio.tags import read_at

_OPUS_RATE = 48_000  # whatever was recorded (RFC 7845, 4)
_VORBIS_HEAD = 30
_MOST_HEADER_PAGES = 1000
# Milliseconds that a frame of Opus plays, by the first five bits of its packet (RFC 6716, 3.1).
_OPUS_FRAMES = (10, 20, 40, 60) * 3 + (10, 20) * 2 + (2.5, 5, 10, 20) * 4


@dataclass(slots=True, kw_only=True)
class _Stream:
    """A stream of sound: where its first page with sound begins, its first and last sample."""

    codecs: str
    number: int
    rate: int
    skipped: int
    longest_packet: int = 0
    begins: int = 0
    first: int | None = None
    last: int = 0
    is_ended: bool = False

    @property
    def seconds(self) -> float:
        return max(0, self.last - (self.first or 0) - self.skipped) / self.rate


def measure_ogg(file: BinaryIO, length_bytes: int, *, is_whole: bool) -> Sound:
    """Measure Opus or Vorbis; `is_whole` looks at all pages, else at the first ones and the last.

    Raises:
        AudioError: with a whole sentence, if apps could not play it to its end.
    """
    pages = walk_pages(file, length_bytes) if is_whole else _outer_pages(file, length_bytes)
    streams, end = _follow(file, pages)
    if end > length_bytes or not streams or any(stream.first is None for stream in streams):
        raise ends_early()
    seconds = sum(stream.seconds for stream in streams)
    if not seconds:
        raise no_sound()
    return Sound(
        seconds=seconds,
        bitrate=round((end - streams[0].begins) * 8 / seconds),
        codecs=streams[0].codecs,
        caveats=tuple(_caveats(streams)),
    )


def _outer_pages(file: BinaryIO, length_bytes: int) -> Iterator[Page]:
    """Yield the pages up to the first with sound, and those in the last part of the file."""
    seen = 0
    for number, page in enumerate(walk_pages(file, length_bytes)):
        yield page
        seen = page.end
        if page.samples > 0 or number > _MOST_HEADER_PAGES:
            break
    start = max(seen, length_bytes - 2 * LONGEST_PAGE)
    for page in find_pages(read_at(file, start, length_bytes - start), start):
        # What is between was not looked at, and may hold more of them.
        if page.is_first and start > seen:
            raise _several()
        yield page


def _follow(file: BinaryIO, pages: Iterable[Page]) -> tuple[list[_Stream], int]:
    """Return the streams of sound that follow upon each other, and where the last page ends."""
    streams: list[_Stream] = []
    known: set[int] = set()
    end = 0
    for page in pages:
        end = max(end, page.end)
        if page.is_first:
            known.add(page.stream)
            if stream := _begin(body_of(file, page), page.stream):
                streams.append(stream)
        elif page.stream not in known:
            raise _several()
        elif streams and page.stream == streams[-1].number:
            _go_on(file, streams[-1], page)
    return streams, end


def _several() -> AudioError:
    what = "it holds several recordings one after the other."
    return AudioError("audio-damaged", f"{what} {AGAIN}")


def _begin(head: bytes, number: int) -> _Stream | None:
    """Read the first packet of a stream, nothing if it holds no sound that we know."""
    if head.startswith(b"OpusHead"):
        skipped = int.from_bytes(head[10:12], "little")
        return _Stream(codecs="opus", number=number, rate=_OPUS_RATE, skipped=skipped)
    if head.startswith(b"\1vorbis") and len(head) >= _VORBIS_HEAD:
        rate = int.from_bytes(head[12:16], "little")
        if not rate:
            raise no_sound()
        half_a_block = (1 << (head[28] >> 4)) // 2
        return _Stream(
            codecs="vorbis", number=number, rate=rate, skipped=0, longest_packet=half_a_block
        )
    return None


def _go_on(file: BinaryIO, stream: _Stream, page: Page) -> None:
    if page.samples > 0 and stream.first is None:
        stream.begins = page.start
        stream.first = _first_sample(file, stream, page)
    stream.last = max(stream.last, page.samples)
    stream.is_ended = page.is_last


def _first_sample(file: BinaryIO, stream: _Stream, page: Page) -> int:
    """Return at which sample a stream begins: at 0, but for what was recorded from a radio."""
    if stream.longest_packet:
        return max(0, page.samples - page.packets * stream.longest_packet)
    return max(0, page.samples - _opus_samples(body_of(file, page), page))


def _opus_samples(body: bytes, page: Page) -> int:
    """Return how many samples the packets play that begin in a page (RFC 6716, 3)."""
    place, total, is_new = 0, 0.0, True
    for size in page.sizes:
        if is_new and place < len(body):
            head = body[place : place + 2]
            code = head[0] & 3
            count = (head[1] & 0x3F if len(head) > 1 else 0) if code == 3 else min(code + 1, 2)  # noqa: PLR2004 any number of frames
            total += _OPUS_FRAMES[head[0] >> 3] * count
        place += size
        is_new = size < 255  # noqa: PLR2004 else the packet goes on
    return round(total * _OPUS_RATE / 1000)


def _caveats(streams: list[_Stream]) -> Iterator[Caveat]:
    if len(streams) > 1:
        what = f"it holds {len(streams)} recordings one after the other, and some apps stop"
        what += " behind the first."
        todo = "Export it again as one, unless it was published."
        yield Caveat(rule="audio-chained", what=what, todo=todo)
    if not streams[-1].is_ended:
        what = "no end is marked in it, so its end may be missing."
        yield Caveat(rule="audio-cut", what=what, todo="Listen to its end.")
