"""Whatever bytes a file holds, it is measured or refused in whole sentences."""

from __future__ import annotations

import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.podcast.audio.faults import AudioError
from plugins.podcast.audio.probe import Measured, measure
from plugins.shared.rules import RULES
from tests.unit.podcast.audio.variants import AUDIO, apev2, id3v1, id3v2, lyrics3, with_vbri

REAL = [(path.read_bytes(), path.suffix) for path in sorted(AUDIO.iterdir())]
VBR = (AUDIO / "vbr-stereo-44100.mp3").read_bytes()
REAL += [(id3v2() + with_vbri(VBR) + apev2() + lyrics3() + id3v1(), ".mp3")]
BEGINNINGS = [b"", b"ID3\4\0\0\0\0\1\0", b"\xff\xfb\x90\x64", b"OggS\0\2", b"fLaC\0\0\0\x22"]
BEGINNINGS += [b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42\0\0", b"APETAGEX", b"\xff\xf1"]
ENDINGS = st.sampled_from([".mp3", ".m4a", ".opus", ".ogg", ".flac", ".wav", ""])


def measured(content: bytes, ending: str, *, is_whole: bool) -> Measured | AudioError:
    try:
        return measure(io.BytesIO(content), ending, len(content), is_whole=is_whole)
    except AudioError as error:
        return error


def judge(content: bytes, ending: str, *, is_whole: bool) -> None:
    found = measured(content, ending, is_whole=is_whole)

    if isinstance(found, AudioError):
        assert re.fullmatch(r"[a-z].+\. [A-Z].+\.", str(found))
        assert found.rule in {rule.key for rule in RULES}
    else:
        assert found.duration.total_seconds() > 0
        assert found.bitrate
        assert found.length_bytes == len(content)


@given(
    begins=st.sampled_from(BEGINNINGS),
    rest=st.binary(max_size=3000),
    ending=ENDINGS,
    is_whole=st.booleans(),
)
@settings(max_examples=400, deadline=None)
def test_any_bytes(begins: bytes, rest: bytes, ending: str, *, is_whole: bool) -> None:
    judge(begins + rest, ending, is_whole=is_whole)


# Where something is changed, and to what; most of what matters stands at the beginning or end.
PLACE = st.one_of(st.integers(0, 120), st.integers(0, 40_000), st.integers(-200, -1))
CHANGES = st.lists(st.tuples(PLACE, st.binary(max_size=9)), max_size=6)


@given(
    real=st.sampled_from(REAL),
    changes=CHANGES,
    cut=st.one_of(st.just(0), st.integers(1, 30_000)),
    is_whole=st.booleans(),
)
@settings(max_examples=600, deadline=None)
def test_real_recordings_with_damage(
    real: tuple[bytes, str], changes: list[tuple[int, bytes]], cut: int, *, is_whole: bool
) -> None:
    content, ending = bytearray(real[0]), real[1]
    for place, new in changes:
        start = place % len(content)
        content[start : start + len(new)] = new
    judge(bytes(content[: len(content) - cut % len(content)]), ending, is_whole=is_whole)
