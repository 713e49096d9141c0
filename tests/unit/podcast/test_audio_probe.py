from __future__ import annotations

import hashlib
import io
import random
from datetime import timedelta
from pathlib import Path

import pytest
from mutagen.id3 import CHAP, ID3, TIT2

from plugins.podcast.audio.probe import measure, probe
from tests.unit.builders import DATA, make_chapter, write

MP3 = (DATA / "thirty-seconds.mp3").read_bytes()
M4A = (DATA / "thirty-seconds.m4a").read_bytes()
OPUS = (DATA / "thirty-seconds.opus").read_bytes()


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


def refused(content: bytes, ending: str = ".mp3") -> str:
    with pytest.raises(ValueError, match=r"\.$") as caught:
        measure(io.BytesIO(content), ending, len(content))
    return str(caught.value)


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


@pytest.mark.parametrize(
    ("content", "ending", "message"),
    [
        (b"", ".mp3", "the file is empty. Export the recording again."),
        (b"<html>", ".mp3", "the file is not audio that apps can play. Export it as MP3 or M4A."),
        (b"RIFF\0\0\0\0WAVE", ".wav", "the file is not audio that apps can play. "
         "Export it as MP3 or M4A."),
        ("words".encode("utf-16"), ".mp3", "the file is not audio that apps can play. "
         "Export it as MP3 or M4A."),
        (MP3, ".m4a", "the file is really audio/mpeg. Rename it to end in .mp3."),
        (M4A, ".mp3", "the file is really audio/x-m4a. Rename it to end in .m4a."),
        (OPUS, ".mp3", "the file is really audio/ogg. Rename it to end in .opus."),
        (M4A[: len(M4A) // 2], ".m4a", "the audio in it cannot be read. "
         "Export the recording again."),
        (OPUS[:100], ".opus", "the audio in it cannot be read. Export the recording again."),
        (OPUS[:500], ".opus", "no sound can be found in it. Export the recording again."),
        (MP3[: len(MP3) * 9 // 10], ".mp3", "it ends before its sound does. "
         "Export the recording again."),
        (MP3[:600], ".mp3", "it ends before its sound does. Export the recording again."),
    ],
)  # fmt: skip
def test_what_is_not_what_its_name_says_is_refused(
    content: bytes, ending: str, message: str
) -> None:
    assert refused(content, ending) == message


@pytest.mark.parametrize(("content", "ending"), [(MP3, ".mp3"), (M4A, ".m4a"), (OPUS, ".opus")])
def test_damaged_audio_is_measured_or_refused_but_never_crashes(
    content: bytes, ending: str
) -> None:
    chance = random.Random(11)  # noqa: S311 only variety
    for _ in range(300):
        damaged = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(chance.choice([100, 1500, len(content)]))] = chance.choice(
                [0, 255, chance.randrange(256)]
            )
        try:
            found = measure(io.BytesIO(bytes(damaged)), ending, len(damaged))
        except ValueError:
            continue
        assert found.duration > timedelta()


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
