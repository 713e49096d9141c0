from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from plugins.podcast.transcripts.beside import find_transcripts, read_first
from tests.unit.builders import make_run, messages, write

VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello there.\n"
SRT = "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:02,000 --> 00:00:03,000\nthere.\n"
JSON = '{"segments": [{"startTime": 1, "endTime": 2, "body": "Hello there."}]}'
HTML = "<time>0:01</time><p>Hello there.</p>"


def test_transcripts_are_looked_for_in_one_order(tmp_path: Path) -> None:
    for ending, text in {
        ".html": HTML, ".json": JSON, ".transcript.json": JSON, ".srt": SRT, ".vtt": VTT,
    }.items():  # fmt: skip
        write(tmp_path / f"075{ending}", text)

    found = find_transcripts(tmp_path / "075.md")

    assert [path.name for path in found] == [
        "075.vtt", "075.srt", "075.transcript.json", "075.json", "075.html",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("075.chapters.json", '{"version": "1.2.0", "chapters": []}'),
        ("075.json", '{"version": "1.2.0", "chapters": []}'),
        ("075.html", "<h1>Something else</h1>"),
        ("0751.vtt", VTT),
    ],
)
def test_other_files_are_no_transcripts(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path / name, text)

    assert find_transcripts(tmp_path / "075.md") == []


@pytest.mark.parametrize("key", ["segments", "utterances", "transcription"])
def test_what_recognisers_write_is_meant_as_a_transcript(tmp_path: Path, key: str) -> None:
    path = write(tmp_path / "075.json", f'{{"{key}": []}}')

    assert find_transcripts(tmp_path / "075.md") == [path]


def test_the_same_words_in_two_files_are_no_matter(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    paths = [write(run.content / "a.vtt", VTT), write(run.content / "a.srt", SRT)]

    found = read_first(paths, timedelta(minutes=1), (), run)

    assert found.source == paths[0]
    assert messages(run) == []


def test_a_file_that_says_something_else_is_warned_of(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    other = write(run.content / "a.json", JSON.replace("there", "you"))
    paths = [write(run.content / "a.vtt", VTT), other]

    read_first(paths, timedelta(minutes=1), (), run)

    assert messages(run) == [
        "a.json: warning: it is not used, because a.vtt is the transcript. "
        "Keep the one that is right."
    ]


def test_faults_are_told_with_their_line_and_rule(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    path = write(run.content / "a.vtt", VTT)

    read_first([path], timedelta(seconds=1), (), run)

    assert messages(run) == [
        "a.vtt:3: the cue ends at 00:00:02.000, but the audio ends at 0:01. "
        "Does it belong to this recording?"
    ]
    assert [problem.rule for problem in run.problems] == ["cue-past-end"]
