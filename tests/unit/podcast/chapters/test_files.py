from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.chapters.check import check_rows
from plugins.podcast.chapters.files import find_chapter_files, read_chapter_file
from plugins.podcast.chapters.json_file import dump_json_chapters, parse_json_chapters
from plugins.podcast.chapters.rows import ChapterRow, Reading
from plugins.podcast.chapters.simple_file import parse_simple_chapters
from plugins.podcast.chapters.text_file import parse_text_chapters
from plugins.podcast.chapters.webvtt_file import dump_webvtt_chapters, parse_webvtt_chapters
from plugins.podcast.model import Chapter
from plugins.shared.characters import clean
from tests.unit.builders import make_chapter, make_image, make_site, write

HOUR = timedelta(hours=1)


def told(reading: Reading) -> list[str]:
    return [f"{fault.line}: {fault.what} {fault.todo}" for fault in reading.faults]


def rows(reading: Reading) -> list[tuple[int, str, str]]:
    assert reading.faults == ()
    return [(row.line, row.time, row.title) for row in reading.rows]


def test_a_file_of_json_chapters_is_read_with_all_its_keys() -> None:
    text = """{
 "version": "1.2.0", "title": "Any", "waypoints": false,
 "chapters": [
  {"startTime": 0, "title": "One", "location": {"name": "Here", "geo": "geo:1,2"}},
  {"startTime": 65.5, "title": "R&D 👋", "url": "https://x.org/", "img": "cup.jpg",
   "endTime": 70},
  {
   "startTime": 66, "toc": false, "img": "https://x.org/cup.jpg"}
 ]
}"""

    assert parse_json_chapters(text).rows == (
        ChapterRow(line=4, time="0", title="One"),
        ChapterRow(
            line=5, time="65.5", title="R&D 👋", url="https://x.org/", image="cup.jpg", end="70"
        ),
        ChapterRow(line=7, time="66", title="", image="https://x.org/cup.jpg", is_listed=False),
    )


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{", ["1: it is not JSON (Expecting property name enclosed in double quotes). "
               "Correct this line."]),
        ('{"chapters": [\n {"startTime": 0,}\n]}',
         ["2: it is not JSON (Expecting property name enclosed in double quotes). "
          "Correct this line."]),
        ("[]", ['1: it holds no list of chapters. Write it as {"version": "1.2.0", "chapters": '
                '[{"startTime": 0, "title": "…"}]}.']),
        ("[" * 100_000, ['1: it is not JSON. Write it as {"version": "1.2.0", "chapters": '
                         '[{"startTime": 0, "title": "…"}]}.']),
        ('{"chapters": [{"startTime": NaN}]}',
         ['1: it is not JSON. Write it as {"version": "1.2.0", "chapters": '
          '[{"startTime": 0, "title": "…"}]}.']),
        ('{"chapters": [\n{"title": "One"},\n{"startTime": "0:00", "toc": "no"},\n'
         '{"startTime": true}, 7]}',
         ["2: the chapter has no startTime. Write seconds as a number: 65.5.",
          '3: startTime is "0:00", not a number. Write seconds as a number: 65.5.',
          '3: toc is "no", not true or false. Write it without quotes.',
          "4: startTime is true, not a number. Write seconds as a number: 65.5.",
          'None: chapter 4 is no object. Write it as {"version": "1.2.0", "chapters": '
          '[{"startTime": 0, "title": "…"}]}.']),
    ],
)  # fmt: skip
def test_what_is_wrong_in_json_is_told_with_its_line(text: str, faults: list[str]) -> None:
    assert told(parse_json_chapters(text)) == faults


@pytest.mark.parametrize("start", ["-1", "1e400", "9" * 400, "1e-9"])
def test_no_number_of_json_breaks_the_build(start: str) -> None:
    reading = parse_json_chapters(f'{{"chapters": [{{"startTime": {start}, "title": "A"}}]}}')

    made, faults = check_rows(reading.rows, HOUR)

    assert len(made) + len(faults) == 1


def test_json_holds_whole_seconds_where_it_can_and_safe_addresses_alone() -> None:
    picture = make_image(path="/media/cup-1234.jpg")
    chapters = [
        make_chapter(0, "Über <uns>", "https://x.org/"),
        make_chapter(65.25, "Two", "http://x.org/"),
        Chapter(
            start=timedelta(seconds=70), title="", image=picture.path, picture=picture,
            end=timedelta(seconds=80.5), is_listed=False,
        ),
        make_chapter(90, "Site", "/sub/blog/x/#y"),
    ]  # fmt: skip

    content = dump_json_chapters(chapters, make_site(address="https://example.org/sub"))

    assert json.loads(content) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0, "title": "Über <uns>", "url": "https://x.org/"},
            {"startTime": 65.25, "title": "Two"},
            {
                "startTime": 70,
                "img": "https://example.org/sub/media/cup-1234.jpg",
                "toc": False,
                "endTime": 80.5,
            },
            {"startTime": 90, "title": "Site", "url": "https://example.org/sub/blog/x/#y"},
        ],
    }
    assert b'"startTime": 0,' in content
    assert "Über".encode() in content


def test_webvtt_chapters_are_read_with_their_lines() -> None:
    text = (
        "WEBVTT - chapters\nKind: chapters\n\nNOTE none\n\n"
        "1\n00:00.000 --> 00:10.500\nOne\n\n"
        "last\n00:00:10.500 --> 00:01:00.000 align:start\nR&amp;D <b>two</b>\nlines\n"
    )

    assert rows(parse_webvtt_chapters(text)) == [
        (7, "00:00.000", "One"),
        (11, "00:00:10.500", "R&D two lines"),
    ]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["1: it is not WebVTT. Begin it with a line 'WEBVTT'."]),
        ("WEBVTTX\n", ["1: it is not WebVTT. Begin it with a line 'WEBVTT'."]),
        ("WEBVTT\n\n0 -> 1\nA\n\n00:01 --> later\nB\n",
         ["6: a line with '-->' does not hold two times. "
          "Write it as 00:00:00.000 --> 00:01:05.000."]),
    ],
)  # fmt: skip
def test_what_is_wrong_in_webvtt_is_told_with_its_line(text: str, faults: list[str]) -> None:
    assert told(parse_webvtt_chapters(text)) == faults


PSC = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">\n'
    '<psc:chapter start="00:00:00.000" title="One" />\n'
    '<psc:chapter start="65" title="R&amp;D &lt;two&gt;" href="https://x.org/?a&amp;b" '
    'image="cup.jpg" />\n'
    "</psc:chapters>\n"
)


@pytest.mark.parametrize(
    "text",
    [
        PSC,
        PSC.replace("psc:", "").replace(":psc", ""),
        PSC.replace('?>\n<psc:chapters version="1.2" ', "?>\n<rss ").replace(
            'chapters">\n', 'chapters"><psc:chapters>\n').replace(
            "</psc:chapters>", "</psc:chapters></rss>"),
    ],
    ids=["a prefix", "a namespace by default", "inside a feed"],
)  # fmt: skip
def test_simple_chapters_are_read_with_their_lines(text: str) -> None:
    assert parse_simple_chapters(text).rows == (
        ChapterRow(line=3, time="00:00:00.000", title="One"),
        ChapterRow(line=4, time="65", title="R&D <two>", url="https://x.org/?a&b", image="cup.jpg"),
    )


BOMB = (
    '<!DOCTYPE c [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n'
    '<chapters><chapter title="&c;"/></chapters>'
)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (BOMB, ["1: it has a DOCTYPE, which may hide anything. Delete that line."]),
        ("<chapters>\n<chapter>", ["2: it cannot be read as XML. Correct this line."]),
        ("<rss/>", ["1: it holds no chapters element. Write it as <psc:chapters "
                    'version="1.2" xmlns:psc="http://podlove.org/simple-chapters">.']),
        ('<chapters>\n<chapter title="A"/></chapters>',
         ['2: the chapter has no start. Write it as start="00:01:05".']),
    ],
)  # fmt: skip
def test_what_is_wrong_in_xml_is_told_with_its_line(text: str, faults: list[str]) -> None:
    assert told(parse_simple_chapters(text)) == faults


@pytest.mark.parametrize(
    "text",
    [
        "00:00:00.000 One\n00:01:05.500 Two\n",
        "# chapters\n\n[00:00] One\n- 1:05.5 - Two\n",
        "(00:00) One\n• 01:05.5-Two\n",
        "00:00 – 01:05.5 One\n01:05.5. Two\n",
        "0.000000\t65.500000\tOne\n65.500000\t65.500000\tTwo\n",
        "0,000000\t65,500000\tOne\n\\\t100.0\t200.0\n65,500000\t65,500000\tTwo\n",
        "CHAPTER01=00:00:00.000\nCHAPTER01NAME=One\nCHAPTER02=00:01:05.500\nCHAPTER02NAME=Two\n",
        ";FFMETADATA1\ntitle=Any\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=65500\ntitle=One\n"
        "[CHAPTER]\nTIMEBASE=1/2\nSTART=131\nEND=140\ntitle=Two\n[STREAM]\ntitle=No\n",
    ],
    ids=[
        "mp4chaps",
        "a plain list",
        "as in notes",
        "with ends",
        "labels of Audacity",
        "labels with commas and pitches",
        "Ogg and Matroska",
        "ffmpeg",
    ],
)
def test_every_way_of_plain_text_says_the_same(text: str) -> None:
    made, faults = check_rows(parse_text_chapters(text).rows, HOUR)

    assert faults == ()
    assert [(chapter.start.total_seconds(), chapter.title) for _, chapter in made] == [
        (0, "One"),
        (65.5, "Two"),
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("00:01 One <https://x.org/>", ChapterRow(line=1, time="00:01", title="One",
                                                  url="https://x.org/")),
        ("00:01 5 <6>", ChapterRow(line=1, time="00:01", title="5 <6>")),
        ("1,5\t2\tOne, 2,5", ChapterRow(line=1, time="1.5", title="One, 2,5", end="2")),
        ("1\t2\tOne", ChapterRow(line=1, time="1", title="One", end="2")),
        ("CHAPTER1=00:01\nCHAPTER1URL=https://x.org/\nCHAPTER1NAME=A=B",
         ChapterRow(line=1, time="00:01", title="A=B", url="https://x.org/")),
        (";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=1\ntitle=a\\=b\\;c\\\\d",
         ChapterRow(line=2, time="1", title=r"a=b;c\d")),
    ],
)  # fmt: skip
def test_plain_text_keeps_links_and_escapes(text: str, row: ChapterRow) -> None:
    assert parse_text_chapters(text) == Reading(rows=(row,))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("\n", ["1: it is empty. Write lines such as '00:01:05 A title'."]),
        ("00:00 One\nTwo", ["2: the line begins with no time. Write it as '00:01:05 A title'."]),
        ("1\t2\tOne\nTwo", ["2: the line does not hold two times with tabs behind them. "
                            "Export the labels again."]),
        ("CHAPTER01=00:00\nTwo\nCHAPTER02NAME=B",
         ["2: the line belongs to no chapter. "
          "Write it as CHAPTER01=00:01:05.000 or CHAPTER01NAME=A title.",
          "3: chapter 02 has no time. Add CHAPTER02=…."]),
        (";FFMETADATA1\n[CHAPTER]\nSTART=x",
         ["2: the chapter has no START that can be read. "
          "Write TIMEBASE=1/1000 and START=65000 below it."]),
    ],
)  # fmt: skip
def test_what_is_wrong_in_plain_text_is_told_with_its_line(text: str, faults: list[str]) -> None:
    assert told(parse_text_chapters(text)) == faults


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (b"00:00 \xff", ["1: it is not UTF-8. Save it with the encoding UTF-8."]),
        (b"00:00 A\r\n00:01 \x07", ["2: it holds the control character U+0007. Delete it."]),
    ],
)
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes, faults: list[str]) -> None:
    assert told(read_chapter_file(write(tmp_path / "075.chapters.txt", content))) == faults


def test_a_file_without_chapters_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "075.chapters.json", '\ufeff{"chapters": []}')

    assert told(read_chapter_file(path)) == [
        "None: it holds no chapter. Write one, or remove the file."
    ]


def test_the_files_of_chapters_have_the_stem_of_the_episode(tmp_path: Path) -> None:
    names = ["1.5-a.chapters.json", "1.5-a.chapters.vtt", "1.5-a.psc", "1.5-a.psc.xml",
             "1.5-a.chapters.txt"]  # fmt: skip
    for name in [*names, "1.5-a.vtt", "1.5-a.txt", "1.chapters.json"]:
        write(tmp_path / name, "")

    assert [path.name for path in find_chapter_files(tmp_path / "1.5-a.md")] == names


WORDS = st.text(min_size=1, max_size=30).map(clean).filter(bool)
TIMES = st.lists(st.integers(1, 3_599_999), max_size=6, unique=True)


@st.composite
def lists(draw: st.DrawFn) -> tuple[Chapter, ...]:
    times = [0, *sorted(draw(TIMES))]
    return tuple(Chapter(start=timedelta(milliseconds=time), title=draw(WORDS)) for time in times)


def back(reading: Reading) -> tuple[Chapter, ...]:
    made, faults = check_rows(reading.rows, HOUR)
    assert (reading.faults, faults) == ((), ())
    return tuple(chapter for _, chapter in made)


@given(lists())
def test_any_chapters_go_through_json_and_webvtt_and_come_back(
    chapters: tuple[Chapter, ...],
) -> None:
    assert back(parse_json_chapters(dump_json_chapters(chapters, make_site()).decode())) == chapters
    assert back(parse_webvtt_chapters(dump_webvtt_chapters(chapters, HOUR).decode())) == chapters


@given(lists())
def test_any_chapters_go_through_simple_chapters_and_come_back(
    chapters: tuple[Chapter, ...],
) -> None:
    assert back(parse_simple_chapters(simple(chapters))) == chapters


def simple(chapters: tuple[Chapter, ...]) -> str:
    from lxml import etree  # noqa: PLC0415 needed here alone

    from plugins.podcast.namespace.item import simple_chapters  # noqa: PLC0415 the same
    from plugins.podcast.namespace.node import append  # noqa: PLC0415 the same

    root = etree.Element("item")
    append(root, simple_chapters(chapters, make_site()))
    return etree.tostring(root, encoding="unicode")


@given(lists())
def test_another_reader_finds_the_same_cues_in_the_track(chapters: tuple[Chapter, ...]) -> None:
    cues: Any = webvtt.from_string(dump_webvtt_chapters(chapters, HOUR).decode()).captions

    assert [cue.start_in_seconds for cue in cues] == [
        int(chapter.start.total_seconds()) for chapter in chapters
    ]
    assert [cue.end for cue in cues] == [*(cue.start for cue in cues[1:]), "01:00:00.000"]
