"""An MP3, measured: all frames of a file at hand, a few samples of one that is far away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import BinaryIO

from plugins.podcast.audio.faults import AGAIN, AudioError, Caveat, ends_early, no_sound, unknown
from plugins.podcast.audio.frames import Walk, find_frame, walk
from plugins.podcast.audio.id3 import read_chapters
from plugins.podcast.audio.mpeg import LONGEST_FRAME, Header, parse_header
from plugins.podcast.audio.promised import Promise, find_promise
from plugins.podcast.audio.sampled import sample
from plugins.podcast.audio.sound import Sound
from plugins.podcast.audio.tags import Span, find_span, read_at
from plugins.shared.durations import clock

_LAYER = 3
# A header that is wrong by more misleads players.
_SLACK_SECONDS = 1.0
_SLACK = 0.02
# Some places of a recording whose bitrate varies may differ that much from the whole.
_FEW_WINDOWS, _FEW_BYTES = 4, 4096
_ALIKE = 2
_MUCH_LOST = 64 * 1024
_TAIL_BYTES = 8 * LONGEST_FRAME
_EXPORT = "Export it again, unless it was published"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stream:
    """The sound of an MP3, and what its first frame says of it, if that says something."""

    span: Span
    first: Header
    promise: Promise | None

    @property
    def promised_seconds(self) -> float:
        frames = self.promise.frames if self.promise else 0
        return frames * self.first.samples / self.first.rate

    def trimmed(self, seconds: float, *, to_the_end: bool) -> float:
        """Take off what an encoder put before and behind the sound, as players do."""
        if self.promise is None:
            return seconds
        samples = self.promise.delay + (self.promise.padding if to_the_end else 0)
        return max(seconds - samples / self.first.rate, 0)


def measure_mp3(file: BinaryIO, length_bytes: int, *, is_whole: bool) -> Sound:
    """Measure an MP3; `is_whole` walks over all its frames, else a few places are looked at.

    Raises:
        AudioError: with a whole sentence, if apps could not play it to its end.
    """
    stream = _find_stream(file, length_bytes)
    chapters, caveats = read_chapters(file)
    sound = _walked(file, stream) if is_whole else _judged(file, stream)
    if sound.seconds <= 0:
        raise no_sound()
    return Sound(
        seconds=sound.seconds,
        bitrate=sound.bitrate,
        chapters=chapters,
        caveats=(*sound.caveats, *caveats),
    )


def _find_stream(file: BinaryIO, length_bytes: int) -> _Stream:
    span = find_span(file, length_bytes)
    start = find_frame(file, span)
    if start is None:
        raise _nothing_found(file, span)
    frame = read_at(file, start, LONGEST_FRAME)
    header = parse_header(frame)
    if header is None:
        raise no_sound()
    if header.layer != _LAYER:
        layer = "I" * header.layer
        todo = "Export it as MP3 or M4A."
        raise AudioError("audio-type", f"the file is really MPEG audio layer {layer}. {todo}")
    promise = find_promise(frame[: header.length_bytes], header)
    start += header.length_bytes if promise else 0
    return _Stream(span=Span(start=start, end=span.end), first=header, promise=promise)


def _nothing_found(file: BinaryIO, span: Span) -> AudioError:
    head = read_at(file, span.start, LONGEST_FRAME)
    header = parse_header(head) if span.start < span.end else None
    if header and not header.bitrate:
        todo = "Export it with a constant or variable bitrate."
        return AudioError("audio-type", f"it has a free bitrate, which apps do not play. {todo}")
    if span.start and span.start == span.end:
        return AudioError("audio-sound", f"there is a tag in it, and no sound. {AGAIN}")
    return no_sound() if span.start else unknown()


def _walked(file: BinaryIO, stream: _Stream) -> Sound:
    found = walk(file, stream.span)
    promised, promise = stream.promised_seconds, stream.promise
    if promised - found.seconds > _SLACK_SECONDS:
        if found.is_cut:
            raise ends_early()
        if found.lost > _MUCH_LOST:
            parts = f"{_clock(found.seconds)} of {_clock(promised)}"
            raise AudioError("audio-damaged", f"only {parts} in it can be played. {AGAIN}")
    if not found.length_bytes:
        raise ends_early() if promised else no_sound()
    is_constant = len(found.bitrates) == 1
    return Sound(
        seconds=stream.trimmed(
            found.seconds, to_the_end=promise is not None and found.count >= promise.frames
        ),
        bitrate=min(found.bitrates)
        if is_constant
        else round(found.length_bytes * 8 / found.seconds),
        caveats=_caveats(found, promised, is_constant=is_constant),
    )


def _caveats(found: Walk, promised: float, *, is_constant: bool) -> tuple[Caveat, ...]:
    rule = "audio-header"
    if promised and abs(promised - found.seconds) > max(_SLACK_SECONDS, found.seconds * _SLACK):
        told, true = _clock(promised), _clock(found.seconds)
        what = f"its header tells apps that it plays {told}, but it plays {true}."
        return (Caveat(rule=rule, what=what, todo=f"{_EXPORT}."),)
    if not promised and not is_constant:
        what = "its bitrate varies and no header tells how long it plays, so apps guess."
        return (Caveat(rule=rule, what=what, todo=f"{_EXPORT}, with a Xing header."),)
    if not promised and found.is_cut:
        what = "its last frame is not whole, so its end may be missing."
        return (Caveat(rule="audio-cut", what=what, todo="Listen to its end."),)
    return ()


def _clock(seconds: float) -> str:
    return clock(timedelta(seconds=seconds))


def _judged(file: BinaryIO, stream: _Stream) -> Sound:
    """Believe a header that fits; else look at a few places, and at more if the bitrate varies."""
    promise, span, seconds = stream.promise, stream.span, stream.promised_seconds
    there, promised = span.end - span.start, 0
    if promise and promise.length_bytes:
        promised = promise.length_bytes - stream.first.length_bytes
    found = sample(file, span, _FEW_WINDOWS, _FEW_BYTES)
    if found is None:
        raise ends_early() if seconds else no_sound()
    is_right = abs(promised - there) <= max(LONGEST_FRAME, there * _SLACK)
    if seconds and is_right and 1 / _ALIKE < found.seconds / seconds < _ALIKE:
        bitrate = found.bitrate if found.is_constant else round(there * 8 / seconds)
        return Sound(seconds=stream.trimmed(seconds, to_the_end=True), bitrate=bitrate)
    if promised > there and not is_right and _is_cut(file, span):
        raise ends_early()
    found = found if found.is_constant else sample(file, span) or found
    return Sound(seconds=stream.trimmed(found.seconds, to_the_end=True), bitrate=found.bitrate)


def _is_cut(file: BinaryIO, span: Span) -> bool:
    """Say whether the last frame is not all there."""
    tail = Span(start=max(span.start, span.end - _TAIL_BYTES), end=span.end)
    start = find_frame(file, tail, _LAYER)
    return start is None or walk(file, Span(start=start, end=span.end)).is_cut
