"""Ogg as encoders, joiners of files and recorders of radio leave it."""

from __future__ import annotations

import io
import struct

import pytest

from plugins.podcast.audio.faults import AudioError
from plugins.podcast.audio.pages import find_pages
from plugins.podcast.audio.probe import Measured, measure
from tests.unit.builders import DATA
from tests.unit.podcast.audio.variants import AUDIO

OPUS = (DATA / "thirty-seconds.opus").read_bytes()
VORBIS = (AUDIO / "vorbis-16000.ogg").read_bytes()
CHAINED = ("audio-chained", "it holds 2 recordings one after the other, and some apps stop behind "
           "the first.")  # fmt: skip
ENDLESS = ("audio-cut", "no end is marked in it, so its end may be missing.")


def measured(content: bytes, ending: str = ".ogg", *, is_whole: bool = True) -> Measured:
    return measure(io.BytesIO(content), ending, len(content), is_whole=is_whole)


def told(found: Measured) -> list[tuple[str, str]]:
    return [(caveat.rule, caveat.what) for caveat in found.caveats]


def pages_of(content: bytes) -> list[bytes]:
    return [content[page.start : page.end] for page in find_pages(content, 0)]


def page(body: bytes, flags: int, stream: int = 77, samples: int = 0) -> bytes:
    head = struct.pack("<BqIIIB", flags, samples, stream, 0, 0, 1)
    return b"OggS\0" + head + bytes([len(body)]) + body


def without_end(content: bytes) -> bytes:
    place = content.rindex(b"OggS") + 5
    return content[:place] + bytes([content[place] & ~4]) + content[place + 1 :]


def renumbered(content: bytes) -> bytes:
    """Return the same stream with another number."""
    return b"".join(one[:14] + b"abcd" + one[18:] for one in pages_of(content))


def later(content: bytes, samples: int) -> bytes:
    """Return the same stream as somebody gets it who tunes in after so many samples."""
    pages = []
    for one in pages_of(content):
        told = struct.unpack_from("<q", one, 6)[0]
        pages.append(one[:6] + struct.pack("<q", told + samples if told > 0 else told) + one[14:])
    return b"".join(pages)


@pytest.mark.parametrize("is_whole", [True, False], ids=["at hand", "far away"])
@pytest.mark.parametrize("content", [OPUS, VORBIS], ids=["Opus", "Vorbis"])
@pytest.mark.parametrize("cut", [without_end, lambda content: content[: content.rindex(b"OggS")]])
def test_a_recorder_that_was_stopped_leaves_sound_without_an_end(
    content: bytes,
    cut: object,
    is_whole: bool,  # noqa: FBT001 a row
) -> None:
    assert callable(cut)

    found = measured(cut(content), is_whole=is_whole)

    assert told(found) == [ENDLESS]
    assert 0 <= (measured(content).duration - found.duration).total_seconds() < 1.1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (OPUS, renumbered(OPUS)),
        (OPUS, OPUS),
        (VORBIS, OPUS),
        (OPUS, renumbered(VORBIS)),
    ],
    ids=["two", "joined with itself", "Vorbis and Opus", "Opus and Vorbis"],
)
def test_recordings_one_after_the_other_play_as_long_as_all_of_them(
    first: bytes, second: bytes
) -> None:
    found = measured(first + second)

    assert found.duration == measured(first).duration + measured(second).duration
    assert told(found) == [CHAINED]


BEGIN, *SOUND = pages_of(renumbered(OPUS))
LONG = BEGIN + b"".join(SOUND) * 6


@pytest.mark.parametrize("content", [OPUS + LONG, OPUS + LONG + VORBIS, LONG + OPUS])
def test_of_recordings_one_after_the_other_far_away_nobody_knows_the_length(
    content: bytes,
) -> None:
    with pytest.raises(AudioError) as caught:
        measured(content, is_whole=False)

    assert (caught.value.rule, str(caught.value)) == (
        "audio-damaged",
        "it holds several recordings one after the other. Export the recording again.",
    )


@pytest.mark.parametrize("is_whole", [True, False], ids=["at hand", "far away"])
@pytest.mark.parametrize("content", [OPUS, VORBIS], ids=["Opus", "Vorbis"])
def test_a_stream_of_something_else_beside_the_sound_does_not_count(
    content: bytes,
    is_whole: bool,  # noqa: FBT001 a row
) -> None:
    begin, *rest = pages_of(content)
    skeleton = page(b"fishead\0" + bytes(56), flags=2)
    end = page(b"", flags=4, samples=10**12)

    found = measured(skeleton + begin + end + b"".join(rest), is_whole=is_whole)

    assert found.duration == measured(content).duration
    assert told(found) == []


@pytest.mark.parametrize("is_whole", [True, False], ids=["at hand", "far away"])
@pytest.mark.parametrize(
    ("content", "within"), [(OPUS, 0.001), (VORBIS, 0.1)], ids=["Opus", "Vorbis"]
)
def test_a_recording_of_a_radio_is_as_long_as_what_was_heard(
    content: bytes,
    within: float,
    is_whole: bool,  # noqa: FBT001 a row
) -> None:
    found = measured(later(content, 10_000_000), is_whole=is_whole)

    expected = measured(content).duration.total_seconds()
    assert found.duration.total_seconds() == pytest.approx(expected, abs=within)


def test_junk_between_pages_is_stepped_over() -> None:
    begin, *rest = pages_of(OPUS)

    assert measured(begin + b"junk" * 500 + b"".join(rest)).duration == measured(OPUS).duration
