"""Sites whose transcripts come in every form: the same site comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site.sites import MP3, Built, Content, build, episode

pytestmark = pytest.mark.slow

TRANSCRIPT = "{https://podcastindex.org/namespace/1.0}transcript"
ADDRESS = "https://dave.example.org"
IN = {
    ".vtt": "WEBVTT\n\n00:01.000 --> 00:03.500\n<v Dave>Buenos días.\n\n"
    "00:03.500 --> 00:30.000\n<v A guest>R&amp;D.\n",
    ".srt": "1\n00:00:01,000 --> 00:00:03,500\nDave: Buenos días.\n\n"
    "2\n00:00:03,500 --> 00:00:30,000\nA guest: R&D.\n",
    ".transcript.json": '{"version": "1.0.0", "segments": ['
    '{"speaker": "Dave", "startTime": 1, "endTime": 3.5, "body": "Buenos d\\u00edas."},'
    '{"speaker": "A guest", "startTime": 3.5, "endTime": 30, "body": "R&D."}]}',
    ".html": "<cite>Dave:</cite><time>0:01</time><p>Buenos días.</p>"
    "<cite>A guest:</cite><time>0:03.5</time><p>R&amp;D.</p>",
}


def build_with(folder: Path, files: dict[str, Content], **keys: str) -> Built:
    entry = episode(Guests="A guest", Lang="es", **keys)
    return build(folder, {"episodes/003-echo.md": entry, "episodes/003-echo.mp3": MP3, **files})


@pytest.mark.parametrize("ending", IN)
def test_whatever_comes_in_four_files_go_out(tmp_path: Path, ending: str) -> None:
    built = build_with(tmp_path, {f"episodes/003-echo{ending}": IN[ending]})

    assert (built.is_good, built.told) == (True, "")
    named = list(built.xml("/podcast/feed.xml").iter(TRANSCRIPT))
    assert [(n.get("type"), n.get("rel"), n.get("language")) for n in named] == [
        ("text/vtt", "captions", "es"),
        ("application/x-subrip", "captions", "es"),
        ("application/json", "captions", "es"),
        ("text/html", None, "es"),
    ]
    texts = [built.text((node.get("url") or "").removeprefix(ADDRESS)) for node in named]
    if ending == ".vtt":
        assert texts[0] == IN[ending]
    assert "<v Dave>Buenos días." in texts[0]
    assert "00:00:03,500 --> 00:00:30,0" in texts[1]
    assert "A guest: R&D." in texts[1]
    assert json.loads(texts[2])["segments"][1]["speaker"] == "A guest"
    assert "<cite>A guest:</cite>\n<time>00:00:03.500</time>\n<p>R&amp;D.</p>" in texts[3]
    page = built.text("/es/podcast/echo/index.html")
    assert all(f'href="{(n.get("url") or "").removeprefix(ADDRESS)}"' in page for n in named)
    assert ".html" not in built.text("/sitemap.xml")


def test_front_matter_may_name_the_file(tmp_path: Path) -> None:
    built = build_with(tmp_path, {"words/echo.srt": IN[".srt"]}, Transcript="/words/echo.srt")

    assert (built.is_good, built.told) == (True, "")
    assert len(list(built.xml("/podcast/feed.xml").iter(TRANSCRIPT))) == 4


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "003-echo.srt",
            IN[".srt"].replace("00:00:03,500 -->", "00:00:00,500 -->"),
            "episodes/003-echo.srt:6: the cue starts at 00:00:00.500, before the one above it "
            "(00:00:01.000). Put the cues in order.",
        ),
        (
            "003-echo.transcript.json",
            '{"segments": [\n{"startTime": 1, "endTime": 31, "body": "One."}]}',
            "episodes/003-echo.transcript.json:2: the cue ends at 00:00:31.000, but the audio ends "
            "at 0:30. Does it belong to this recording?",
        ),
        (
            "003-echo.html",
            "<time>0:01</time><p>One.</p>\n<time>soon</time><p>Two.</p>",
            "episodes/003-echo.html:2: 'soon' is not a time. Write it as 0:05.",
        ),
        (
            "003-echo.vtt",
            IN[".srt"],
            "episodes/003-echo.vtt: it is SRT, but its name ends in '.vtt'. "
            "Rename it to 003-echo.srt.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    built = build_with(tmp_path, {f"episodes/{name}": text})

    assert not built.is_good
    first, *_ = built.told.replace(f"{tmp_path / 'content'}/", "").splitlines()
    assert first == told


def test_what_overlaps_is_published_with_a_warning(tmp_path: Path) -> None:
    text = IN[".vtt"].replace("00:03.500 -->", "00:03.000 -->")

    built = build_with(tmp_path, {"episodes/003-echo.vtt": text})

    assert built.is_good
    assert built.told.replace(f"{tmp_path / 'content'}/", "") == (
        "episodes/003-echo.vtt:6: warning: the cue starts at 00:00:03.000, before the one above it "
        "ends (00:00:03.500). Let one end before the next starts.\n"
    )
