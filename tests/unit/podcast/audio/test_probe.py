from __future__ import annotations

import hashlib
import io
from datetime import timedelta
from pathlib import Path

import pytest
from mutagen.id3 import CHAP, ID3, TIT2

from plugins.podcast.audio.faults import AudioError
from plugins.podcast.audio.probe import measure, probe
from tests.unit.builders import DATA, make_chapter, write
from tests.unit.podcast.audio.variants import (
    AUDIO,
    CBR,
    VBR,
    apev2,
    frame_at,
    id3v1,
    id3v2,
    without_header,
)

MP3 = (DATA / "thirty-seconds.mp3").read_bytes()
M4A = (DATA / "thirty-seconds.m4a").read_bytes()
OPUS = (DATA / "thirty-seconds.opus").read_bytes()
VORBIS = (AUDIO / "vorbis-16000.ogg").read_bytes()
FLAC = (AUDIO / "flac-8000.flac").read_bytes()


def with_chapters(folder: Path, *frames: CHAP) -> Path:
    path = write(folder / "a.mp3", MP3)
    tags = ID3()
    for frame in frames:
        tags.add(frame)
    tags.save(path)
    return path


def make_frame(name: str, milliseconds: int, *titles: str) -> CHAP:
    subs = [TIT2(encoding=3, text=list(titles))] if titles else []
    return CHAP(element_id=name, start_time=milliseconds, end_time=milliseconds, sub_frames=subs)


def refused(content: bytes, ending: str, *, is_whole: bool = True) -> tuple[str, str]:
    with pytest.raises(AudioError) as caught:
        measure(io.BytesIO(content), ending, len(content), is_whole=is_whole)
    return caught.value.rule, str(caught.value)


def index_in_front(m4a: bytes) -> bytes:
    """Return the same file as it is laid out for the web, its places as they were."""
    place = m4a.index(b"moov") - 4
    assert place > m4a.index(b"mdat")
    film = m4a.index(b"mdat") - 4
    return m4a[:film] + m4a[place:] + m4a[film:place]


@pytest.mark.parametrize(
    ("ending", "type_", "codecs"),
    [
        ("mp3", "audio/mpeg", ""),
        ("m4a", "audio/x-m4a", "mp4a.40.2"),
        ("opus", "audio/ogg", "opus"),
    ],
)
def test_a_recording_is_measured(ending: str, type_: str, codecs: str) -> None:
    path = DATA / f"thirty-seconds.{ending}"

    found = probe(path)

    assert (found.type, found.codecs, found.length_bytes) == (type_, codecs, path.stat().st_size)
    assert abs(found.duration - timedelta(seconds=30)) < timedelta(seconds=0.2)
    assert found.bitrate
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(("content", "ending"), [(MP3, ".MP3"), (M4A, ".m4a"), (OPUS, ".ogg")])
def test_the_case_of_an_ending_and_its_other_names_do_not_matter(
    content: bytes, ending: str
) -> None:
    assert measure(io.BytesIO(content), ending, len(content)).duration


FAST = index_in_front(M4A)
AGAIN = "Export the recording again."
EXPORT = "Export it as MP3 or M4A."
FREE = bytes([0xFF, 0xFB, 0x00, 0x64]) + bytes(413)
LAYER_2 = bytes([0xFF, 0xFD, 0x80, 0x04]) + bytes(413)


@pytest.mark.parametrize(
    ("content", "ending", "rule", "message"),
    [
        (b"", ".mp3", "audio-empty", f"the file is empty. {AGAIN}"),
        (MP3, ".m4a", "audio-ending", "the file is really audio/mpeg. Rename it to end in .mp3."),
        (MP3, ".wav", "audio-ending", "the file is really audio/mpeg. Rename it to end in .mp3."),
        (M4A, ".mp3", "audio-ending",
         "the file is really audio/x-m4a. Rename it to end in .m4a."),
        (OPUS, ".mp3", "audio-ending", "the file is really audio/ogg. Rename it to end in .opus."),
        (VORBIS, ".opus", "audio-ending",
         "the file is really audio/ogg. Rename it to end in .ogg."),
        (FLAC, ".mp3", "audio-ending",
         "the file is really audio/flac. Rename it to end in .flac."),
        (id3v2() + FLAC, ".mp3", "audio-ending",
         "the file is really audio/flac. Rename it to end in .flac."),
        (id3v2() + M4A, ".m4a", "audio-tag", "it begins with an ID3 tag, which apps do not expect "
         "in audio/x-m4a. Save it again without the tag."),
        (FREE * 3, ".mp3", "audio-type", "it has a free bitrate, which apps do not play. Export it "
         "with a constant or variable bitrate."),
        (LAYER_2 * 3, ".mp3", "audio-type",
         f"the file is really MPEG audio layer II. {EXPORT}"),
        ("words".encode("utf-16"), ".mp3", "audio-type",
         f"the file is not audio that apps can play. {EXPORT}"),
        (bytes(9000), ".mp3", "audio-type", f"the file is not audio that apps can play. {EXPORT}"),
        (b"What was said.", ".m4a", "audio-type",
         f"the file is not audio that apps can play. {EXPORT}"),
        (id3v2(), ".mp3", "audio-sound", f"there is a tag in it, and no sound. {AGAIN}"),
        (id3v2(2_000_000)[:9000], ".mp3", "audio-sound",
         f"there is a tag in it, and no sound. {AGAIN}"),
        (id3v2() + bytes(9000), ".mp3", "audio-sound", f"no sound can be found in it. {AGAIN}"),
        (id3v2() + b"junk" * 9000, ".mp3", "audio-sound", f"no sound can be found in it. {AGAIN}"),
        (apev2() + id3v1(), ".mp3", "audio-sound", f"there is a tag in it, and no sound. {AGAIN}"),
    ],
)  # fmt: skip
def test_what_is_not_what_its_name_says_is_refused(
    content: bytes, ending: str, rule: str, message: str
) -> None:
    for is_whole in (True, False):
        assert refused(content, ending, is_whole=is_whole) == (rule, message)


@pytest.mark.parametrize(
    ("begins", "name"),
    [
        (b"RIFF\x24\0\0\0WAVEfmt ", "a WAV recording"),
        (b"FORM\0\0\0\x24AIFFCOMM", "an AIFF recording"),
        (b"\xff\xf1\x50\x80\x02\x1f\xfc", "raw AAC (ADTS)"),
        (bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"), "a WMA recording"),
        (b"#!AMR\n", "an AMR recording"),
        (b"OggS\0\x02" + bytes(20) + b"\1\x50Speex   1.2", "Speex in Ogg"),
        (b"\x1a\x45\xdf\xa3\x9fB\x86\x81", "a video (Matroska or WebM)"),
        (b"\0\0\0\x08wide\0\0\0\0mdat", "a video (QuickTime)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"\0\0\0\x1cftypavif", "a picture"),
        (b"\n<!DOCTYPE html>\n<title>404</title>", "a page of a website (HTML)"),
        (b"<html>", "a page of a website (HTML)"),
        (b'<?xml version="1.0"?><Error/>', "XML"),
        (b'{"error": "not found"}', "JSON"),
        (b"version https://git-lfs.github.com/spec/v1\n", "a pointer of Git LFS"),
        (b"#EXTM3U\n", "a playlist"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04\x14\0", "an archive"),
    ],
)
@pytest.mark.parametrize("ending", [".mp3", ".m4a", ".wav"])
def test_a_file_of_another_kind_is_called_what_it_is(begins: bytes, name: str, ending: str) -> None:
    message = f"the file is really {name}. Export it as MP3 or M4A."

    assert refused(begins + bytes(600), ending) == ("audio-type", message)


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (MP3[: len(MP3) * 9 // 10], ".mp3"),
        (MP3[:900], ".mp3"),
        (MP3[:20_001], ".mp3"),
        (frame_at(VBR), ".mp3"),
        (M4A[: len(M4A) // 2], ".m4a"),
        (M4A[:-1], ".m4a"),
        (M4A[:200], ".m4a"),
        (FAST[:-1], ".m4a"),
        (FAST[: len(FAST) * 3 // 4], ".m4a"),
        (VORBIS[:-1], ".ogg"),
        (VORBIS[: len(VORBIS) // 2], ".ogg"),
        (OPUS[: len(OPUS) // 2], ".opus"),
        (OPUS[:100], ".opus"),
        (FLAC[:-1], ".flac"),
        (FLAC[: len(FLAC) // 2], ".flac"),
        (FLAC[:50], ".flac"),
    ],
)
def test_sound_that_ends_before_its_end_is_refused(content: bytes, ending: str) -> None:
    for is_whole in (True, False):
        assert refused(content, ending, is_whole=is_whole) == (
            "audio-truncated",
            f"it ends before its sound does. {AGAIN}",
        )


def test_a_part_that_is_no_sound_is_told_with_what_can_be_played() -> None:
    content = MP3[:10_000] + bytes(100_000)

    assert refused(content, ".mp3") == (
        "audio-damaged",
        f"only 0:10 of 0:30 in it can be played. {AGAIN}",
    )


@pytest.mark.parametrize(
    ("content", "rule", "what"),
    [
        (VBR, "", ""),
        (without_header(CBR), "", ""),
        (without_header(VBR), "audio-header", "its bitrate varies and no header tells how long it "
         "plays, so apps guess."),
        (VBR + VBR, "audio-header", "its header tells apps that it plays 0:03, but it plays "
         "0:06."),
        (id3v2(40, version=9).replace(bytes(40), b"CHAP" * 10) + VBR, "audio-tag",
         "the ID3 tag in it cannot be read, so its chapters are not told."),
        (without_header(CBR)[:-20], "audio-cut",
         "its last frame is not whole, so its end may be missing."),
    ],
    ids=["right", "constant", "no header", "another's header", "a broken tag", "cut"],
)  # fmt: skip
def test_what_apps_stumble_over_is_told(content: bytes, rule: str, what: str) -> None:
    found = measure(io.BytesIO(content), ".mp3", len(content), is_whole=True)

    assert [(caveat.rule, caveat.what) for caveat in found.caveats] == [(rule, what)] * bool(rule)


@pytest.mark.parametrize("sample", [b"avc1", b"hvc1", b"mp4v"])
def test_an_mp4_with_a_film_in_it_is_a_video(sample: bytes) -> None:
    track = M4A[M4A.index(b"moov") :].replace(b"soun", b"vide").replace(b"mp4a", sample)
    content = M4A[: M4A.index(b"moov")] + track

    assert refused(content, ".m4a") == (
        "audio-type",
        "the file is really a video (video/mp4). Export its sound as MP3 or M4A.",
    )


@pytest.mark.parametrize(
    ("sample", "message"),
    [
        (b"enca", f"it is protected, so only its buyer can play it. {EXPORT}"),
        (b"ac-3", "the sound in it is 'ac-3', which apps do not play. Export it with AAC."),
    ],
)
def test_an_mp4_that_few_can_play_is_refused(sample: bytes, message: str) -> None:
    assert refused(M4A.replace(b"mp4a", sample), ".m4a") == ("audio-type", message)


def test_chapters_of_an_mp3_are_ordered_by_time(tmp_path: Path) -> None:
    path = with_chapters(
        tmp_path, make_frame("b", 12_500, "Two"), make_frame("a", 0, "One"), make_frame("c", 20_000)
    )

    assert probe(path).chapters == (
        make_chapter(0, "One"),
        make_chapter(12.5, "Two"),
        make_chapter(20, "c"),
    )


def test_a_title_in_a_tag_holds_nothing_that_a_feed_cannot(tmp_path: Path) -> None:
    path = with_chapters(
        tmp_path, make_frame("a", 0, "One", "Uno"), make_frame("b\x01", 9000, "\x02")
    )

    assert [chapter.title for chapter in probe(path).chapters] == ["One Uno", "b"]


def test_sound_without_chapters_has_none() -> None:
    assert [probe(path).chapters for path in sorted(DATA.glob("thirty-seconds.*"))] == [()] * 3
