"""MP4 as recorders, joiners and editors of tags leave it."""

from __future__ import annotations

import io
import struct

import pytest

from plugins.podcast.audio.faults import AudioError
from plugins.podcast.audio.probe import Measured, measure
from tests.unit.builders import DATA
from tests.unit.podcast.audio.variants import id3v1

M4A = (DATA / "thirty-seconds.m4a").read_bytes()
SECONDS = 30
TRACK = 1
# How many samples a frame of AAC has, and how many there are in a second of the fixture.
FRAME, RATE = 1024, struct.unpack_from(">I", M4A, M4A.index(b"mdhd") + 16)[0]
EACH_DURATION, EACH_SIZE, OFFSET = 0x100, 0x200, 0x1
USUAL_DURATION, USUAL_SIZE = 0x8, 0x10


def measured(content: bytes) -> Measured:
    return measure(io.BytesIO(content), ".m4a", len(content), is_whole=True)


def box(name: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I4s", 8 + len(body), name) + body


def numbers(*values: int) -> bytes:
    return struct.pack(f">{len(values)}I", *values)


def fragment(tfhd: bytes, *truns: bytes, sound: int = 500) -> bytes:
    traf = box(b"traf", box(b"tfhd", tfhd), *(box(b"trun", trun) for trun in truns))
    return box(b"moof", box(b"mfhd", numbers(0, 1)), traf) + box(b"mdat", bytes(sound))


COUNT = 100
PLAIN = numbers(USUAL_DURATION | USUAL_SIZE, TRACK, FRAME, 5)


@pytest.mark.parametrize(
    ("added", "frames"),
    [
        (fragment(PLAIN, numbers(OFFSET, COUNT, 64)), COUNT),
        (fragment(PLAIN, numbers(0, COUNT), numbers(0, 3)), COUNT + 3),
        (fragment(PLAIN, numbers(0, COUNT)) * 2, 2 * COUNT),
        (fragment(PLAIN, numbers(EACH_SIZE, 3, 10, 20, 30)), 3),
        (fragment(numbers(0, TRACK),
                  numbers(EACH_DURATION | EACH_SIZE, 2, FRAME, 10, 2 * FRAME, 20)), 3),
        (fragment(numbers(USUAL_DURATION, TRACK + 1, FRAME), numbers(0, COUNT)), 0),
    ],
    ids=["a run", "two runs", "two fragments", "sizes", "durations", "another track"],
)  # fmt: skip
def test_fragments_play_as_long_as_all_of_their_samples(added: bytes, frames: int) -> None:
    found = measured(M4A + added)

    expected = SECONDS + frames * FRAME / RATE
    assert found.duration.total_seconds() == pytest.approx(expected, abs=0.1)
    assert [(caveat.rule, caveat.what) for caveat in found.caveats] == [
        (
            "audio-fragments",
            "it is cut into fragments for streaming, so some apps do not know how long it plays.",
        )
    ]


@pytest.mark.parametrize(
    ("added", "rule", "message"),
    [
        (fragment(PLAIN, numbers(0, COUNT))[:-1], "audio-truncated",
         "it ends before its sound does. Export the recording again."),
        (fragment(PLAIN, numbers(EACH_SIZE, 1000, 1)), "audio-damaged",
         "the index in it cannot be read. Export the recording again."),
    ],
)  # fmt: skip
def test_fragments_that_are_not_all_there_are_refused(
    added: bytes, rule: str, message: str
) -> None:
    with pytest.raises(AudioError) as caught:
        measured(M4A + added)

    assert (caught.value.rule, str(caught.value)) == (rule, message)


@pytest.mark.parametrize("tail", [id3v1(), b"\xff" * 500, bytes(500), b"TAG"])
def test_what_an_editor_of_tags_left_behind_the_sound_does_no_harm(tail: bytes) -> None:
    assert measured(M4A + tail).duration == measured(M4A).duration


def cover(codec: bytes, description: bytes, samples: int) -> bytes:
    """Return a track as film that holds so many pictures."""
    entry = box(codec, bytes(78), description)
    table = box(
        b"stbl",
        box(b"stsd", numbers(0, 1), entry),
        box(b"stsz", numbers(0, 100, samples)),
    )
    return box(
        b"trak",
        box(b"tkhd", numbers(0, 0, 0, 2, 0)),
        box(
            b"mdia",
            box(b"mdhd", numbers(0, 0, 0, 1000, 1000, 0)),
            box(b"hdlr", bytes(8), b"vide", bytes(13)),
            box(b"minf", table),
        ),
    )


def esds(kind: int) -> bytes:
    return box(b"esds", bytes(4), bytes([0x03, 18, 0, 0, 0, 0x04, 13, kind]), bytes(12))


def with_track(track: bytes) -> bytes:
    """Return the fixture, whose index stands behind its sound, with one more track."""
    place = M4A.index(b"moov") - 4
    size = struct.unpack_from(">I", M4A, place)[0]
    index = M4A[place + 8 : place + size]
    return M4A[:place] + box(b"moov", index, track)


@pytest.mark.parametrize(
    ("codec", "description", "samples"),
    [
        (b"jpeg", b"", 3),
        (b"mp4v", esds(0x6C), 1),
        (b"mp4v", esds(0x6D), 3),
        (b"avc1", b"", 1),
    ],
    ids=["pictures of chapters", "JPEG", "PNG", "a film of one picture"],
)
def test_a_cover_that_is_kept_as_a_film_is_none(
    codec: bytes, description: bytes, samples: int
) -> None:
    content = with_track(cover(codec, description, samples))

    assert measured(content).duration == measured(M4A).duration


@pytest.mark.parametrize(("codec", "description"), [(b"avc1", b""), (b"mp4v", esds(0x20))])
def test_a_film_of_several_pictures_is_one(codec: bytes, description: bytes) -> None:
    with pytest.raises(AudioError, match="really a video"):
        measured(with_track(cover(codec, description, 25)))
