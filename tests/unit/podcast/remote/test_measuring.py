"""Audio of every kind, measured by a fraction of its bytes from a real server."""

from __future__ import annotations

import io
import struct
from datetime import timedelta
from pathlib import Path

import pytest
from mutagen.flac import FLAC, Picture
from mutagen.id3 import APIC, CHAP, CTOC, ID3, TIT2
from mutagen.mp4 import MP4, MP4Cover

from plugins.podcast.remote.measuring import measure_remote
from tests.media_host import MediaHost, Served
from tests.unit.builders import DATA
from tests.unit.podcast.audio.variants import VBR, without_header

MP3 = (DATA / "thirty-seconds.mp3").read_bytes()
M4A = (DATA / "thirty-seconds.m4a").read_bytes()
OPUS = (DATA / "thirty-seconds.opus").read_bytes()
FIRST_FRAME = MP3.index(b"\xff\xf3", 100)
# Forty times the sound of the fixture, without the first frame, which says how many there are.
LONG = MP3[FIRST_FRAME:] * 40
COVER = bytes(range(1, 256)) * 20_560  # 5.2 MB


def seconds(duration: timedelta) -> float:
    return duration.total_seconds()


def tagged(version: int = 4, mp3: bytes = LONG) -> bytes:
    """Return an MP3 with a cover of 5 MB, and chapters with pictures behind it."""
    tags = ID3()
    tags.add(TIT2(encoding=3, text="A title"))
    tags.add(APIC(encoding=3, mime="image/png", type=3, desc="Cover", data=COVER))
    tags.add(CTOC(element_id="toc", flags=3, child_element_ids=["a", "b"], sub_frames=[]))
    for start, name in ((0, "a"), (61_000, "b")):
        picture = APIC(encoding=3, mime="image/png", type=0, desc="", data=COVER[:300_000])
        title = TIT2(encoding=3, text=f"Chapter {name}")
        tags.add(
            CHAP(
                element_id=name,
                start_time=start,
                end_time=start + 61_000,
                sub_frames=[picture, title],
            )
        )
    file = io.BytesIO(mp3)
    tags.save(file, v2_version=version)
    return file.getvalue()


def index_at_end(folder: Path) -> bytes:
    """Return an M4A with 3 MB of sound, and its index, with two covers in it, behind that."""
    mdat, moov = 36, M4A.rindex(b"moov") - 4
    sound = M4A[mdat + 8 : moov] + bytes(3_000_000)
    path = folder / "a.m4a"
    path.write_bytes(M4A[:mdat] + struct.pack(">I", len(sound) + 8) + b"mdat" + sound + M4A[moov:])
    file = MP4(path)
    file["covr"] = [MP4Cover(COVER, MP4Cover.FORMAT_PNG), MP4Cover(COVER[:99_999])]
    file.save()
    found = path.read_bytes()
    assert found.index(b"mdat") < found.index(b"moov")
    return found


def flac(folder: Path) -> bytes:
    path = folder / "a.flac"
    path.write_bytes((DATA / "audio" / "flac-8000.flac").read_bytes())
    file = FLAC(path)
    picture = Picture()
    picture.data, picture.mime, picture.type = COVER, "image/png", 3
    file.add_picture(picture)
    file.save()
    return path.read_bytes()


def of(host: MediaHost, content: bytes, path: str = "/a.mp3") -> str:
    host.files[path] = Served(content=content)
    return host.url + path


@pytest.mark.parametrize("version", [3, 4])
def test_a_large_cover_in_an_mp3_is_not_fetched(host: MediaHost, version: int) -> None:
    content = tagged(version)

    facts = measure_remote(of(host, content))

    assert facts.measured.length_bytes == len(content)
    assert seconds(facts.measured.duration) == pytest.approx(1200, abs=6)
    assert [(seconds(c.start), c.title) for c in facts.measured.chapters] == [
        (0, "Chapter a"),
        (61, "Chapter b"),
    ]
    assert host.sent < 400_000
    assert len(host.requests) < 25


def frame(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "big") + bytes(2) + body


def test_the_title_of_a_chapter_is_found_between_its_pictures(host: MediaHost) -> None:
    picture = frame(b"APIC", b"\0image/png\0\0\0" + COVER[:500_000])
    title = frame(b"TIT2", b"\0A title")
    table = frame(b"CTOC", b"toc\0\3\1a\0" + frame(b"TIT2", b"\0All"))
    tag = table + frame(b"CHAP", b"a\0" + bytes(16) + picture + title + picture)
    size = bytes(len(tag) >> shift & 0x7F for shift in (21, 14, 7, 0))

    facts = measure_remote(of(host, b"ID3\3\0\0" + size + tag + LONG))

    assert [chapter.title for chapter in facts.measured.chapters] == ["A title"]
    assert host.sent < 400_000


def test_an_old_tag_whose_lengths_do_not_tell_places_is_not_fetched(host: MediaHost) -> None:
    tag = tagged(3, b"")
    content = tag[:5] + b"\x80" + tag[6:] + LONG

    facts = measure_remote(of(host, content))

    assert seconds(facts.measured.duration) == pytest.approx(1200, abs=6)
    assert host.sent < 400_000


def test_frames_of_an_older_tag_are_walked_over(host: MediaHost) -> None:
    picture = b"PIC" + len(COVER).to_bytes(3, "big") + COVER
    size = bytes(len(picture) >> shift & 0x7F for shift in (21, 14, 7, 0))

    facts = measure_remote(of(host, b"ID3\2\0\0" + size + picture + LONG))

    assert seconds(facts.measured.duration) == pytest.approx(1200, abs=6)
    assert host.sent < 400_000


def test_lengths_written_as_in_an_older_version_are_understood(host: MediaHost) -> None:
    picture = b"APIC" + len(COVER).to_bytes(4, "big") + bytes(2) + b"\0image/png\0\3\0" + COVER[14:]
    size = bytes(len(picture) >> shift & 0x7F for shift in (21, 14, 7, 0))

    facts = measure_remote(of(host, b"ID3\4\0\0" + size + picture + LONG))

    assert seconds(facts.measured.duration) == pytest.approx(1200, abs=6)
    assert host.sent < 400_000


def test_an_index_at_the_end_is_read_without_its_covers(host: MediaHost, tmp_path: Path) -> None:
    content = index_at_end(tmp_path)
    host.files["/a.m4a"] = Served(content=content, type="audio/mp4")

    facts = measure_remote(f"{host.url}/a.m4a")

    assert (facts.measured.type, facts.served) == ("audio/x-m4a", "audio/mp4")
    assert facts.measured.length_bytes == len(content)
    assert seconds(facts.measured.duration) == pytest.approx(30, abs=0.1)
    assert host.sent < 200_000


def test_a_large_cover_in_a_flac_is_not_fetched(host: MediaHost, tmp_path: Path) -> None:
    facts = measure_remote(of(host, flac(tmp_path), "/a.flac"))

    assert facts.measured.type == "audio/flac"
    assert seconds(facts.measured.duration) == pytest.approx(2, abs=0.1)
    assert host.sent < 100_000


def test_opus_is_measured_by_its_beginning_and_its_end(host: MediaHost) -> None:
    pages = OPUS.split(b"OggS")[1:]
    filler = b"".join(b"OggS" + page for page in pages[3:-1])
    content = b"OggS" + b"OggS".join(pages[:3]) + filler * 60 + b"OggS" + pages[-1]

    facts = measure_remote(of(host, content, "/a.opus"))

    assert (facts.measured.type, facts.measured.codecs) == ("audio/ogg", "opus")
    assert seconds(facts.measured.duration) == pytest.approx(30, abs=0.1)
    assert len(content) > 1_000_000
    assert host.sent < 200_000


def test_a_varying_bitrate_without_a_header_is_measured_by_samples(host: MediaHost) -> None:
    content = without_header(VBR) * 400  # twenty minutes

    facts = measure_remote(of(host, content))

    assert seconds(facts.measured.duration) == pytest.approx(1200, rel=0.03)
    assert len(content) > 7_000_000
    assert host.sent < 1_000_000


def test_a_constant_bitrate_is_measured_exactly_by_few_requests(host: MediaHost) -> None:
    facts = measure_remote(of(host, LONG))

    assert facts.measured.bitrate == 8_000
    assert seconds(facts.measured.duration) == pytest.approx(len(LONG) / 1_000, abs=0.01)
    assert host.sent < 300_000
    assert len(host.requests) < 15


def test_an_address_without_ending_is_measured_by_its_content(host: MediaHost) -> None:
    facts = measure_remote(of(host, OPUS, "/play"))

    assert facts.measured.codecs == "opus"


def test_what_the_server_says_is_remembered(host: MediaHost) -> None:
    date = "Thu, 05 Feb 2026 07:30:00 GMT"
    host.files["/a.mp3"] = Served(
        content=LONG,
        type="Audio/MPEG\x1b; charset=binary",
        headers=(("etag", '"a-1"'), ("last-modified", date)),
    )

    facts = measure_remote(f"{host.url}/a.mp3")

    assert (facts.served, facts.etag, facts.last_modified) == ("Audio/MPEG", '"a-1"', date)
    assert facts.answers_head


def deep(name: bytes, times: int) -> bytes:
    """Return boxes in boxes in boxes."""
    sizes = range(8 * times, 0, -8)
    return M4A[:36] + b"".join(struct.pack(">I", size) + name for size in sizes)


ENDINGS = {b"ID3": ".mp3", b"fLa": ".flac"}


def chapters_in_chapters(times: int) -> bytes:
    inner = b""
    for _ in range(times):
        body = b"a\0" + bytes(16) + inner
        inner = b"CHAP" + len(body).to_bytes(4, "big") + bytes(2) + body
    size = bytes(len(inner) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\3\0\0" + size + inner + LONG


@pytest.mark.parametrize(
    "content",
    [
        chapters_in_chapters(2000),
        deep(b"moov", 5000),
        deep(b"udta", 5000),
        M4A[:36] + b"\0\0\0\1moov" + bytes(8),
        M4A[:36] + b"\0\0\0\4moov",
        b"fLaC" + b"\6\xff\xff\xff" * 20,
    ],
)
def test_tags_that_are_built_to_confuse_are_told(host: MediaHost, content: bytes) -> None:
    with pytest.raises(ValueError, match=r"Export"):
        measure_remote(of(host, content, f"/a{ENDINGS.get(content[:3], '.m4a')}"))


@pytest.mark.parametrize(
    ("path", "content", "kind", "message"),
    [
        ("/a.mp3", M4A, "audio/mpeg", "the file is really audio/x-m4a. Rename it to end in .m4a."),
        (
            "/a.mp3",
            b"\n<!DOCTYPE html><title>Gone</title>",
            "text/html",
            "there is a web page, and no audio. Correct the address.",
        ),
        (
            "/a.mp3",
            b"%PDF-1.7 words",
            "application/pdf",
            "the file is really a PDF. Export it as MP3 or M4A.",
        ),
        (
            "/a.mp3",
            b"words",
            "",
            "the file is not audio that apps can play. Export it as MP3 or M4A.",
        ),
        ("/a.mp3", b"", "audio/mpeg", "it is empty. Put the file there."),
    ],
)
def test_what_is_no_such_audio_is_told(
    host: MediaHost, path: str, content: bytes, kind: str, message: str
) -> None:
    host.files[path] = Served(content=content, type=kind)

    with pytest.raises(ValueError, match=r"\w") as caught:
        measure_remote(host.url + path)

    assert str(caught.value) == message
