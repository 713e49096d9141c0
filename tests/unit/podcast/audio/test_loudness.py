from __future__ import annotations

import pytest

from plugins.podcast.loudness import Loudness, find_loudness_faults, parse_loudness

SAID = """Input #0, mp3, from 'file:a {kind}, I: -1.0 LUFS.mp3':
  Stream #0:0: Audio: mp3, 24000 Hz, {kind}, fltp, 40 kb/s
[Parsed_ebur128_0 @ 0x5555f6032800] Summary:

  Integrated loudness:
    I:         {integrated} LUFS
    Threshold: -26.1 LUFS

  Loudness range:
    LRA:         2.0 LU
    LRA low:   -17.3 LUFS

  True peak:
    Peak:       {peak} dBFS
"""


def heard(integrated: float, peak: float | None = -3.0, *, is_mono: bool = False) -> Loudness:
    return Loudness(integrated=integrated, peak=peak, is_mono=is_mono)


@pytest.mark.parametrize(
    ("kind", "integrated", "peak", "loudness"),
    [
        ("mono", "-15.9", "-2.4", heard(-15.9, -2.4, is_mono=True)),
        ("1 channels", "-15.9", "-2.4", heard(-15.9, -2.4, is_mono=True)),
        ("stereo", "-6", "1.2", heard(-6.0, 1.2)),
        ("stereo", "-70.0", "-inf", heard(-70.0, None)),
        ("stereo", "-inf", "-inf", heard(-70.0, None)),
    ],
)
def test_what_ffmpeg_says_is_read(
    kind: str, integrated: str, peak: str, loudness: Loudness
) -> None:
    said = SAID.format(kind=kind, integrated=integrated, peak=peak)

    assert parse_loudness(said) == loudness


@pytest.mark.parametrize("said", ["", "Summary:\n", SAID.format(kind="", integrated="nan", peak=0)])
def test_an_ffmpeg_that_does_not_measure_is_told(said: str) -> None:
    with pytest.raises(ValueError, match=r"^ffmpeg does not say how loud it is\. Install a newer"):
        parse_loudness(said)


@pytest.mark.parametrize(
    ("loudness", "messages"),
    [
        (heard(-16.0, -1.0), []),
        (heard(-17.0), []),
        (heard(-15.0), []),
        (
            heard(-17.1),
            [
                "its loudness is -17.1 LUFS, too quiet: stereo has -17 at least. "
                "Bring it to -16 LUFS before you publish it."
            ],
        ),
        (heard(-20.0, is_mono=True), []),
        (
            heard(-20.1, is_mono=True),
            [
                "its loudness is -20.1 LUFS, too quiet: mono has -20 at least. "
                "Bring it to -16 LUFS before you publish it."
            ],
        ),
        (
            heard(-14.9, is_mono=True),
            [
                "its loudness is -14.9 LUFS, too loud: mono may have -15. "
                "Bring it to -16 LUFS before you publish it."
            ],
        ),
        (
            heard(-16.0, -0.9),
            [
                "its peaks reach -0.9 dBTP: some players distort them. "
                "Limit them to -1 dBTP before you publish it."
            ],
        ),
        (
            heard(-5.0, 0.4),
            [
                "its loudness is -5.0 LUFS, too loud: stereo may have -15. "
                "Bring it to -16 LUFS before you publish it.",
                "its peaks reach +0.4 dBTP: they are clipped. "
                "Limit them to -1 dBTP before you publish it.",
            ],
        ),
        (
            heard(-70.0, None),
            ["there is nothing to be heard in it. Listen to it, and export it again."],
        ),
        (
            heard(-70.0, -64.2),
            ["there is nothing to be heard in it. Listen to it, and export it again."],
        ),
        # A jingle shorter than the 400 ms that a meter needs.
        (heard(-70.0, -6.0), []),
    ],
)
def test_what_listeners_would_notice_is_warned_of(loudness: Loudness, messages: list[str]) -> None:
    found = find_loudness_faults(loudness, "a.mp3")

    assert [str(problem) for problem in found] == [f"a.mp3: warning: {text}" for text in messages]
