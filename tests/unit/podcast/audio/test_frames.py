from __future__ import annotations

import io

import pytest

from plugins.podcast.audio import frames
from plugins.podcast.audio.frames import find_frame, walk
from plugins.podcast.audio.mpeg import parse_header
from plugins.podcast.audio.tags import Span, find_span
from tests.unit.podcast.audio.variants import (
    CBR,
    VBR,
    Counting,
    apev2,
    frames_of,
    id3v1,
    id3v2,
    lyrics3,
    lyrics3_of_old,
)


def span_of(content: bytes) -> Span:
    return find_span(io.BytesIO(content), len(content))


@pytest.mark.parametrize(
    ("header", "layer", "rate", "bitrate", "samples", "length"),
    [
        ("fffb9064", 3, 44_100, 128_000, 1152, 417),
        ("fffb9264", 3, 44_100, 128_000, 1152, 418),
        ("fffae804", 3, 32_000, 320_000, 1152, 1440),
        ("fff310c4", 3, 22_050, 8000, 576, 26),
        ("ffe310c4", 3, 11_025, 8000, 576, 52),
        ("ffe3e8c4", 3, 8000, 160_000, 576, 1440),
        ("fffd8004", 2, 44_100, 128_000, 1152, 417),
        ("ffe5ea04", 2, 8000, 160_000, 1152, 2881),
        ("ffff9004", 1, 44_100, 288_000, 384, 312),
    ],
)
def test_a_header_says_how_long_its_frame_is(
    header: str, layer: int, rate: int, bitrate: int, samples: int, length: int
) -> None:
    found = parse_header(bytes.fromhex(header))

    assert found
    assert (found.layer, found.rate, found.bitrate) == (layer, rate, bitrate)
    assert (found.samples, found.length_bytes) == (samples, length)


@pytest.mark.parametrize(
    "header", ["fffb", "fefb9064", "ffeb9064", "fff99064", "fffbf064", "fffb9c64", "ff1b9064"]
)
def test_other_bytes_are_no_header(header: str) -> None:
    assert parse_header(bytes.fromhex(header)) is None


@pytest.mark.parametrize("block", [65_536, 65_537, 70_001])
def test_frames_are_counted_across_the_blocks_that_are_read(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "BLOCK", block)
    content = b"junk" * 9_000 + VBR * 9 + bytes(9_000) + CBR * 9
    file, span = io.BytesIO(content), Span(start=0, end=len(content))

    start = find_frame(file, span)
    assert start == 36_000
    found = walk(file, Span(start=start, end=span.end))

    assert found.count == 9 * (len(frames_of(VBR)) + len(frames_of(CBR)))
    assert found.length_bytes == 9 * (len(VBR) + len(CBR))
    assert (found.lost, found.is_cut) == (9_000, False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b""),
        (id3v2(), b""),
        (id3v2(footer=True) + id3v2(), id3v1()),
        (apev2(), apev2()),
        (b"", apev2(header=False) + lyrics3() + id3v1()),
        (b"", lyrics3_of_old() + id3v1()),
        (b"", id3v2(footer=True)),
        (id3v2() + apev2(), apev2() + id3v1()),
    ],
)
def test_tags_do_not_belong_to_the_sound(before: bytes, after: bytes) -> None:
    sound = b"sound" * 100

    assert span_of(before + sound + after) == Span(start=len(before), end=len(before) + len(sound))


@pytest.mark.parametrize(
    "content",
    [b"", b"TAG", id3v2(), id3v2()[:50], apev2(), id3v1(), b"APETAGEX" + b"\xff" * 30, lyrics3()],
)
def test_a_file_of_nothing_but_tags_holds_no_sound(content: bytes) -> None:
    found = span_of(content)

    assert 0 <= found.start <= found.end <= len(content)
    assert content[found.start : found.end] in {b"", b"TAG"}


def test_junk_behind_every_other_frame_is_stepped_over_at_small_cost() -> None:
    some = frames_of(CBR)[1:]
    pairs = [one + two + b"\xff" for one, two in zip(some[::2], some[1::2], strict=True)]
    content = b"".join(pairs * 50)
    file = Counting(content)

    found = walk(file, Span(start=0, end=len(content)))

    assert found.count == 100 * len(pairs)
    assert file.count < 50 * len(pairs) * 3 * frames.FIRST_BLOCK
