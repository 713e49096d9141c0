from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.podcast.recording.model import Recording
from plugins.podcast.recording.promised import (
    enclosure,
    find_absent,
    measured_before,
    promised_sounds,
)
from tests.unit.builders import make_sound

SOUND = make_sound("ab" * 32, path="/media/075-echo-abababab.mp3", bitrate=40_000)


def make_recording(audio: Path | str) -> Recording:
    return Recording(
        audio=audio,
        measured=measured_before(SOUND),
        alternates=(),
        chapters=(),
        transcript=None,
        soundbites=(),
    )


def test_an_enclosure_says_what_was_measured() -> None:
    found = enclosure("/media/x.mp3", Path("x.mp3"), measured_before(SOUND))

    assert (found.path, found.source) == ("/media/x.mp3", Path("x.mp3"))
    assert (found.length_bytes, found.type) == (SOUND.bytes, SOUND.type)
    assert (found.sha256, found.bitrate) == (SOUND.sha256, 40_000)
    assert found.duration.total_seconds() == SOUND.duration


def test_what_was_promised_is_promised_again() -> None:
    assert promised_sounds(make_recording(SOUND.path)) == (SOUND,)


def test_a_file_promises_the_path_that_its_name_and_digest_give() -> None:
    assert promised_sounds(make_recording(Path("content/episodes/075 écho.MP3"))) == (SOUND,)


def test_only_what_was_published_from_elsewhere_is_absent() -> None:
    here, far = make_recording(Path("075.mp3")), make_recording("https://example.com/075.mp3")
    away = make_recording(SOUND.path)
    other = replace(here, alternates=(("/media/075-echo-abababab.opus", here.measured),))

    assert list(find_absent([here, far, away, other])) == [
        (SOUND.path, SOUND.sha256),
        ("/media/075-echo-abababab.opus", SOUND.sha256),
    ]
