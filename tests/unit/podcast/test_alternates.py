from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.podcast.alternates import read_alternate
from tests.unit.builders import make_run

VIDEO = "https://video.example.org/75.mp4 type=video/mp4 length=1000"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "https://video.example.org/75.mp4 length=1000",
            "a recording on another host needs both type= and length=, or neither. "
            "With neither it is measured.",
        ),
        (
            "https://video.example.org/75.mp4 type=mp4 length=1000",
            "type=mp4 is no type. Write e.g. type=video/mp4.",
        ),
        (
            "https://video.example.org/75.mp4 type=video/mp4 length=0",
            "length=0 is not a whole number from 1. Write it in digits.",
        ),
        (
            f"{VIDEO} bitrate=fast",
            "bitrate=fast is not a whole number from 1. Write it in digits.",
        ),
        (f"{VIDEO} height=720p", "height=720p is not a whole number from 1. Write it in digits."),
        (
            f"{VIDEO} lang=en_GB",
            "lang='en_GB' has an underscore, not a hyphen. Write a code such as en or en-GB.",
        ),
        (f'{VIDEO} title="{"x" * 33}"', "its words are longer than 32 letters. Cut them."),
        (f"{VIDEO} rel={'x' * 33}", "its words are longer than 32 letters. Cut them."),
        ("short.opus", "there is no file 'short.opus'. Correct the path."),
    ],
)
def test_a_recording_that_apps_would_not_play_is_told(
    line: str, message: str, tmp_path: Path
) -> None:
    run = make_run(tmp_path)

    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        read_alternate(line, lambda path: run.content / path, run, lambda _: None)
