"""Every kind of recording, measured within a tenth of a second of the truth."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.podcast.audio.probe import measure, probe
from tests.unit.podcast.audio.variants import (
    ABR,
    AUDIO,
    CBR,
    SECONDS,
    VBR,
    apev2,
    decoded_seconds,
    encode,
    frame_at,
    frames_of,
    id3v1,
    id3v2,
    lyrics3,
    lyrics3_of_old,
    run_ffmpeg,
    with_vbri,
    without_header,
)

JUNK = b"\xff\xfb\x90" + b"junk" * 100


def length_of(mp3: bytes, *, is_whole: bool = True) -> float:
    found = measure(io.BytesIO(mp3), ".mp3", len(mp3), is_whole=is_whole)
    return found.duration.total_seconds()


@pytest.mark.parametrize("is_whole", [True, False], ids=["at hand", "far away"])
@pytest.mark.parametrize("mp3", [CBR, ABR, VBR], ids=["CBR 8 kHz", "ABR 22 kHz", "VBR 44 kHz"])
def test_what_an_encoder_added_is_taken_off_again(mp3: bytes, is_whole: bool) -> None:  # noqa: FBT001 a row
    assert length_of(mp3, is_whole=is_whole) == SECONDS


SOUND = without_header(VBR)
# All frames of the noisy file last as long as this, and 1,105 samples more than the recording.
WHOLE = len(frames_of(SOUND)) * 1152 / 44_100
# What is held between two takes of the same sound.
TAGGED: dict[str, bytes] = {
    "without a header": SOUND,
    "VBRI": with_vbri(VBR),
    "VBRI of another file": with_vbri(VBR, frames=9_000),
    "ID3v2.3": id3v2(version=3) + SOUND,
    "ID3v2.4 with a footer": id3v2(footer=True) + SOUND,
    "two ID3v2 tags": id3v2() + id3v2(3000) + SOUND,
    "ID3v2 and ID3v1": id3v2() + SOUND + id3v1(),
    "ID3v2.4 at the end": SOUND + id3v2(footer=True),
    "APEv2 at the end": SOUND + apev2(),
    "APEv2 without a header": SOUND + apev2(header=False),
    "APEv2 in front": apev2() + SOUND,
    "APEv2, Lyrics3 and ID3v1": SOUND + apev2() + lyrics3() + id3v1(),
    "Lyrics3 of the first version": SOUND + lyrics3_of_old() + id3v1(),
    "ID3v1 with its extension": SOUND + b"TAG+" + bytes(223) + id3v1(),
    "a tag with frames in it": id3v2(0)[:9] + b"\x7f" + (VBR * 2)[:127] + SOUND,
    "junk in front": JUNK + SOUND,
    "junk behind": SOUND + JUNK,
    "junk between frames": b"".join([*frames_of(SOUND)[:50], JUNK, *frames_of(SOUND)[50:]]),
    "a tag between frames": b"".join([*frames_of(SOUND)[:50], id3v2(), *frames_of(SOUND)[50:]]),
    "zeros behind": SOUND + bytes(100_000),
}


@pytest.mark.parametrize("is_whole", [True, False], ids=["at hand", "far away"])
@pytest.mark.parametrize("name", TAGGED)
def test_tags_and_junk_around_the_sound_do_not_last(name: str, is_whole: bool) -> None:  # noqa: FBT001 a row
    assert length_of(TAGGED[name], is_whole=is_whole) == pytest.approx(WHOLE, abs=0.1)


def half(mp3: bytes) -> bytes:
    return b"".join(frames_of(mp3)[:50])


@pytest.mark.parametrize(
    ("content", "seconds"),
    [
        (VBR + VBR, 2 * SECONDS),
        (VBR + id3v2() + ABR, 2 * SECONDS),
        (CBR + ABR + VBR, 3 * SECONDS),
        (half(VBR), 49 * 1152 / 44_100),
        (half(VBR) + id3v1(), 49 * 1152 / 44_100),
        (frame_at(VBR) + SOUND * 3, 3 * WHOLE),
    ],
    ids=["joined", "joined with a tag", "joined at other rates", "cut", "cut, tagged", "edited"],
)  # fmt: skip
def test_a_header_that_tells_of_another_length_is_not_believed(
    content: bytes, seconds: float
) -> None:
    # Where recordings were joined, each brings its header and what its encoder added.
    assert length_of(content) == pytest.approx(seconds, abs=0.25 if seconds > SECONDS else 0.1)


@pytest.mark.parametrize(
    ("name", "seconds", "type_", "codecs"),
    [
        ("aac-16000.m4a", 2, "audio/x-m4a", "mp4a.40.2"),
        ("alac-16000.m4a", 1, "audio/x-m4a", "alac"),
        ("vorbis-16000.ogg", 2, "audio/ogg", "vorbis"),
        ("opus-16000.opus", 2, "audio/ogg", "opus"),
        ("flac-8000.flac", 2, "audio/flac", "flac"),
    ],
)
def test_other_formats_play_as_long_as_what_was_recorded(
    name: str, seconds: float, type_: str, codecs: str
) -> None:
    found = probe(AUDIO / name)

    assert found.duration.total_seconds() == pytest.approx(seconds, abs=0.05)
    assert (found.type, found.codecs) == (type_, codecs)


@pytest.mark.parametrize(
    ("content", "ending", "bitrate"),
    [
        (CBR, ".mp3", 8000),
        (SOUND, ".mp3", round(len(SOUND) * 8 / WHOLE)),
        (apev2() * 9 + SOUND + bytes(90_000), ".mp3", round(len(SOUND) * 8 / WHOLE)),
    ],
    ids=["constant", "varying", "with much around it"],
)
def test_the_bitrate_is_that_of_the_sound(content: bytes, ending: str, bitrate: int) -> None:
    found = measure(io.BytesIO(content), ending, len(content), is_whole=True)

    assert found.bitrate == bitrate


Make = Callable[[Path, int, int], Path]


def mp3_with(*options: str) -> Make:
    return lambda folder, rate, channels: encode(
        folder / "a.mp3", *options, rate=rate, channels=channels, seconds=4.321
    )


def tagged(before: bytes, after: bytes) -> Make:
    def make(folder: Path, rate: int, channels: int) -> Path:
        path = encode(folder / "a.mp3", "-q:a", "4", rate=rate, channels=channels, seconds=4.321)
        path.write_bytes(before + path.read_bytes() + after)
        return path

    return make


def with_fraunhofers_header(folder: Path, rate: int, channels: int) -> Path:
    options = ("-q:a", "4", "-id3v2_version", "0")
    path = encode(folder / "a.mp3", *options, rate=rate, channels=channels, seconds=4.321)
    path.write_bytes(with_vbri(path.read_bytes()))
    return path


MP3S: dict[str, Make] = {
    "CBR": mp3_with("-b:a", "32k"),
    "CBR without a header": mp3_with("-b:a", "64k", "-write_xing", "0"),
    "VBR": mp3_with("-q:a", "2"),
    "VBR without a header": mp3_with("-q:a", "5", "-write_xing", "0"),
    "VBRI": with_fraunhofers_header,
    "ABR": mp3_with("-abr", "1", "-b:a", "48k"),
    "ABR without a header": mp3_with("-abr", "1", "-b:a", "48k", "-write_xing", "0"),
    "ID3v2.3 and ID3v1": mp3_with("-id3v2_version", "3", "-write_id3v1", "1"),
    "no tag": mp3_with("-id3v2_version", "0"),
    "APEv2": tagged(id3v2(), apev2()),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", MP3S)
@pytest.mark.parametrize(
    ("rate", "channels"),
    [
        (8000, 1),
        (8000, 2),
        (11_025, 1),
        (12_000, 2),
        (16_000, 1),
        (22_050, 2),
        (24_000, 1),
        (32_000, 2),
        (44_100, 1),
        (44_100, 2),
        (48_000, 2),
    ],
)
def test_an_mp3_plays_as_long_as_all_its_samples(
    name: str, rate: int, channels: int, tmp_path: Path
) -> None:
    path = MP3S[name](tmp_path, rate, channels)

    assert probe(path).duration.total_seconds() == pytest.approx(decoded_seconds(path), abs=0.1)


@pytest.mark.slow
@pytest.mark.parametrize("rate", [8000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.m4a", ("-c:a", "aac")),
        ("a.m4a", ("-c:a", "aac", "-movflags", "+faststart")),
        ("a.m4a", ("-c:a", "alac")),
        ("a.ogg", ("-c:a", "libvorbis", "-q:a", "1")),
        ("a.opus", ("-c:a", "libopus", "-ar", "48000")),
        ("a.flac", ("-c:a", "flac")),
    ],
    ids=["AAC", "AAC, index in front", "ALAC", "Vorbis", "Opus", "FLAC"],
)
def test_any_other_recording_plays_as_long_as_all_its_samples(
    name: str, options: tuple[str, ...], rate: int, tmp_path: Path
) -> None:
    path = encode(tmp_path / name, *options, rate=rate, seconds=4.321)

    found = probe(path).duration.total_seconds()

    assert found == pytest.approx(decoded_seconds(path), abs=0.1)
    assert found == pytest.approx(4.321, abs=0.1)


@pytest.mark.slow
def test_a_flac_written_to_a_stream_plays_as_long_as_all_its_samples(tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    source = str(AUDIO / "vbr-stereo-44100.mp3")
    path.write_bytes(run_ffmpeg("-i", source, "-f", "flac", "pipe:1"))

    assert probe(path).duration.total_seconds() == pytest.approx(decoded_seconds(path), abs=0.1)
