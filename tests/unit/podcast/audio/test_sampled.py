from __future__ import annotations

import io
from pathlib import Path

import pytest

from plugins.podcast.audio.sampled import sample
from plugins.podcast.audio.tags import Span, find_span
from tests.unit.podcast.audio.variants import (
    CBR,
    VBR,
    Counting,
    apev2,
    decoded_seconds,
    id3v1,
    id3v2,
    speak,
    without_header,
)


def test_a_short_file_is_measured_from_all_its_frames() -> None:
    sound = without_header(VBR)
    file = io.BytesIO(id3v2() + sound + id3v1())

    found = sample(file, find_span(file, len(file.getvalue())))

    assert found
    assert found.seconds == pytest.approx(3, abs=0.1)
    assert found.bitrate == pytest.approx(len(sound) * 8 / found.seconds, abs=1)
    assert not found.is_constant


def test_one_bitrate_is_told_exactly() -> None:
    sound = without_header(CBR)

    found = sample(io.BytesIO(sound), Span(start=0, end=len(sound)), windows=4, window_bytes=400)

    assert found
    assert (found.bitrate, found.is_constant) == (8000, True)
    assert found.seconds == pytest.approx(len(sound) * 8 / 8000)


def test_a_stretch_without_frames_plays_no_time() -> None:
    sound = without_header(CBR)
    file = io.BytesIO(sound + bytes(len(sound)))

    found = sample(file, Span(start=0, end=2 * len(sound)), windows=6, window_bytes=400)

    assert found
    assert found.seconds == pytest.approx(len(sound) * 8 / 8000)


@pytest.mark.parametrize("content", [b"", bytes(5000), b"\xff" * 5000, b"\xff\xfb\x90\x64"])
def test_what_holds_no_frame_has_no_length(content: bytes) -> None:
    file = io.BytesIO(content)

    assert sample(file, Span(start=0, end=len(content)), windows=2, window_bytes=400) is None


@pytest.mark.slow
@pytest.mark.parametrize("rate", [8000, 22_050, 48_000])
@pytest.mark.parametrize("options", [("-q:a", "2"), ("-q:a", "9"), ("-abr", "1", "-b:a", "48k")])
def test_a_few_samples_tell_how_long_speech_in_frames_of_any_size_plays(
    rate: int, options: tuple[str, ...], tmp_path: Path
) -> None:
    path = speak(tmp_path / "a.mp3", *options, "-write_xing", "0", "-ar", str(rate), times=20)
    file = Counting(path.read_bytes() + apev2())
    span = find_span(file, len(file.getvalue()))
    file.count = 0

    found = sample(file, span, windows=32, window_bytes=8192)

    assert found
    assert found.seconds == pytest.approx(decoded_seconds(path), rel=0.02)
    assert file.count <= 32 * 8192
