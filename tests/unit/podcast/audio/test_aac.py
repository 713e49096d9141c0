from __future__ import annotations

import io

import pytest

from plugins.podcast.audio.aac import codecs_of
from plugins.podcast.audio.probe import measure
from tests.unit.podcast.audio.variants import AUDIO

M4A = (AUDIO / "aac-16000.m4a").read_bytes()
# What ffmpeg writes before the two to five bytes that say which AAC it is.
LOW_COMPLEXITY = bytes.fromhex("1408")


def describe(config: str, kind: int = 0x40, long_form: bool = True) -> bytes:  # noqa: FBT001, FBT002 a field
    """A sample description with a decoder configuration (ISO 14496-1, 7.2.6)."""

    def descriptor(tag: int, content: bytes) -> bytes:
        length = bytes([0x80, 0x80, 0x80, len(content)] if long_form else [len(content)])
        return bytes([tag]) + length + content

    specific = descriptor(0x05, bytes.fromhex(config)) if config else b""
    decoder = descriptor(0x04, bytes([kind, 0x15]) + bytes(11) + specific)
    stream = descriptor(0x03, b"\0\1\0" + decoder + descriptor(0x06, b"\2"))
    return bytes(36) + b"\0\0\0\x33esds" + bytes(4) + stream


@pytest.mark.parametrize("long_form", [True, False])
@pytest.mark.parametrize(
    ("config", "codecs"),
    [
        ("1210", "mp4a.40.2"),
        ("1408", "mp4a.40.2"),
        ("2b8a0800", "mp4a.40.5"),
        ("139056e5a0", "mp4a.40.5"),
        ("eb8a0800", "mp4a.40.29"),
        ("139056e5a54880", "mp4a.40.29"),
        ("0a10", "mp4a.40.1"),
        ("f8e8", "mp4a.40.39"),
    ],
    ids=["LC", "mono", "HE", "HE for old players", "HE v2", "v2 for old players", "Main", "ELD"],
)  # fmt: skip
def test_the_codecs_say_which_aac_it_is(config: str, codecs: str, long_form: bool) -> None:  # noqa: FBT001 a row
    assert codecs_of(describe(config, long_form=long_form)) == codecs


def test_other_sound_in_an_mp4a_track_is_told_by_its_number() -> None:
    assert codecs_of(describe("", kind=0x6B)) == "mp4a.6B"


@pytest.mark.parametrize("description", [b"", bytes(40), b"esds", describe("")])
def test_a_description_that_says_nothing_has_no_codecs(description: bytes) -> None:
    assert codecs_of(description) == ""


def test_a_file_with_high_efficiency_aac_says_so() -> None:
    content = M4A.replace(LOW_COMPLEXITY, bytes.fromhex("2b8a"), 1)

    assert measure(io.BytesIO(content), ".m4a", len(content)).codecs == "mp4a.40.5"
