from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.model import Cue
from plugins.podcast.transcripts.webvtt import TranscriptError, check_cues, read_transcript
from plugins.shared.durations import long_clock
from tests.unit.builders import write

ONE = "00:00:01.000 --> 00:00:02.000\nOne.\n"
TWO = "00:00:03.000 --> 00:00:04.000\nTwo.\n"


def make_cue(start: float, end: float, text: str, speaker: str = "") -> Cue:
    return Cue(
        start=timedelta(seconds=start), end=timedelta(seconds=end), text=text, speaker=speaker
    )


def refused(path: Path) -> tuple[str, int | None]:
    with pytest.raises(TranscriptError) as caught:
        read_transcript(path)
    return str(caught.value), caught.value.line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"WEBVTT\n\n{ONE}\n{TWO}", (3, 6)),
        (f"\ufeffWEBVTT\n\n{ONE}\n{TWO}", (3, 6)),
        (f"WEBVTT\n\n{ONE}\n{TWO}".replace("\n", "\r\n"), (3, 6)),
        (f"WEBVTT - Two words\nKind: captions\nLanguage: en\n\n{ONE}\n{TWO}", (5, 8)),
        (f"WEBVTT\n\nNOTE one line\n\n{ONE}\nNOTE\ntwo\nlines\n\n{TWO}", (5, 12)),
        (f"WEBVTT\n\nSTYLE\n::cue {{ color: red }}\n\n{ONE}\n{TWO}", (6, 9)),
        (f"WEBVTT\n\nfirst\n{ONE}\n2\n{TWO}", (4, 8)),
        (f"WEBVTT\n\n{ONE}\n{TWO}".replace("02.000\n", "02.000 align:start line:0\n"), (3, 6)),
        (f"WEBVTT\n\n{ONE}\n{TWO}".replace("00:00:0", "00:0"), (3, 6)),
        (f"WEBVTT\n\n\n\n{ONE}\n\n\n{TWO}\n\n", (5, 10)),
        (f"WEBVTT\n\n{ONE}\n{TWO}".rstrip("\n"), (3, 6)),
        (f"WEBVTT\n\n{ONE}{TWO}", (3, 5)),
        (f"WEBVTT\n\n{ONE}\n00:00:02.000 --> 00:00:03.000\n\n{TWO}", (3, 8)),
    ],
)  # fmt: skip
def test_every_way_to_write_two_cues_is_read(
    tmp_path: Path, text: str, lines: tuple[int, ...]
) -> None:
    found = read_transcript(write(tmp_path / "a.vtt", text))

    assert found == ((make_cue(1, 2, "One."), make_cue(3, 4, "Two.")), lines)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("<v Dave>Hello.", "Dave", "Hello."),
        ("<v Dave>Hello.</v>", "Dave", "Hello."),
        ("<v.loud Dave Smith>Hello.", "Dave Smith", "Hello."),
        ("<v.first.loud Dave>Hello.</v>", "Dave", "Hello."),
        ("<i>Hello</i> <b.loud>there</b>.", "", "Hello there."),
        ("<00:00:01.500>Hello.", "", "Hello."),
        ("one\ntwo", "", "one two"),
        ("R&amp;D &lt;3 5 < 6", "", "R&D <3 5 < 6"),
    ],
)
def test_a_cue_is_words_and_who_says_them(
    tmp_path: Path, text: str, speaker: str, words: str
) -> None:
    path = write(tmp_path / "a.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n")

    (cue,), _ = read_transcript(path)

    assert (cue.speaker, cue.text) == (speaker, words)


@pytest.mark.parametrize(
    ("content", "message", "line"),
    [
        (f"1\n{ONE}", "it is not WebVTT. Begin it with a line 'WEBVTT'.", 1),
        ("", "it is not WebVTT. Begin it with a line 'WEBVTT'.", 1),
        ("WEBVTT\n", "nobody says a word in it. Write a cue, or remove the file.", None),
        ("WEBVTT\n\nNOTE nothing\n", "nobody says a word in it. Write a cue, or remove the file.",
         None),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n \n", "nobody says a word in it. "
         "Write a cue, or remove the file.", None),
        (f"WEBVTT\n\n{ONE}\n75 --> 76\nTwo.\n", "a line with '-->' does not hold two times. "
         "Write it as the others.", None),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nCaf\xe9\n", "it is not UTF-8. "
         "Save it with the encoding UTF-8.", 4),
        ("WEBVTT\n\n99:99.000 --> 99:99.500\nOne.\n", "'99:99.000' is not a time. "
         "Write it as 00:01:05.000.", 3),
    ],
)  # fmt: skip
def test_what_is_no_transcript_is_told_with_its_line(
    tmp_path: Path, content: str | bytes, message: str, line: int | None
) -> None:
    assert refused(write(tmp_path / "a.vtt", content)) == (message, line)


@given(text=st.text(alphabet="0123:.-> \nWEBVTNOSYL<v&;/", max_size=80))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = write(tmp_path_factory.getbasetemp() / "any.vtt", f"WEBVTT\n\n{text}")
    try:
        cues, lines = read_transcript(path)
    except TranscriptError:
        return

    assert len(cues) == len(lines)


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=5))
def test_times_are_read_to_the_millisecond(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int]
) -> None:
    cues: list[Cue] = []
    for length in lengths:
        start = cues[-1].end if cues else timedelta()
        cues.append(Cue(start=start, end=start + timedelta(milliseconds=length), text="x"))
    rows = [f"{long_clock(cue.start)} --> {long_clock(cue.end)}\nx\n" for cue in cues]
    path = write(tmp_path_factory.getbasetemp() / "times.vtt", "\n".join(["WEBVTT\n", *rows]))

    assert read_transcript(path)[0] == tuple(cues)


@pytest.mark.parametrize(
    ("times", "messages"),
    [
        ([(0, 1), (1, 2)], []),
        ([(0, 5), (1, 2)], []),
        ([(0, 30.5)], []),
        ([(5, 6), (1, 2)], [(4, "the cue starts at 00:00:01.000, before the one above it "
                                "(00:00:05.000). Put the cues in order.")]),
        ([(2, 1)], [(3, "the cue ends at 00:00:01.000, before it starts. Correct its times.")]),
        ([(1, 1)], [(3, "the cue ends at 00:00:01.000, before it starts. Correct its times.")]),
        ([(1, 31)], [(3, "the cue ends at 00:00:31.000, but the audio ends at 0:30. "
                         "Does it belong to this recording?")]),
    ],
)  # fmt: skip
def test_cues_are_held_against_the_audio(
    times: list[tuple[float, float]], messages: list[tuple[int, str]]
) -> None:
    cues = tuple(make_cue(start, end, "x") for start, end in times)

    faults = check_cues(cues, tuple(range(3, 3 + len(cues))), timedelta(seconds=30))

    assert [(fault.line, str(fault)) for fault in faults] == messages
