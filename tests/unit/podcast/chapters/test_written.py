from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.chapters.list_line import read_row
from plugins.podcast.chapters.notes_split import split_chapters

LINES = st.text(alphabet="0123:-*#`~. ab\n[]()|\\•→【】（）\u200f<>", max_size=120)


def found(body: str) -> list[tuple[str, str]]:
    return [(row.time, row.title) for row in split_chapters(body).rows]


def warned(body: str) -> list[str]:
    return [f"{fault.line}: {fault.what} {fault.todo}" for fault in split_chapters(body, 5).faults]


@pytest.mark.parametrize(
    "body",
    [
        "00:00 One\n01:05 Two",
        "- 00:00 One\n- 01:05 Two",
        "* 00:00 One\n+ 01:05 Two",
        "1. 00:00 One\n2) 01:05 Two",
        "(00:00) One\n[01:05] Two",
        "00:00 - One\n01:05 – Two",
        "00:00: One\n01:05 — Two",
        "00:00\tOne  \n  01:05 | Two",
        "00:00 One\n\n01:05 Two",
        "00:00 One\n\n\n01:05 Two",
        "**00:00** One\n**01:05** Two",
        "**00:00 One**\n__01:05__ – Two",
        "`00:00` One\n\\[01:05\\] Two",
        "[00:00](https://video.example/?t=0) One\n[01:05](#t=65) – Two",
        "| 00:00 | One |\n| 01:05 | Two |",
        "| Time | Title |\n|---|:--|\n| 00:00 | One |\n| 01:05 | Two |",
        "| # | Time | Title |\n|---|---|---|\n| 1 | 00:00 | One |\n| 2 | **01:05** | *Two* |",
        "00:00 – 01:05 One\n01:05–02:00 Two",
        "Words.\n\n00:00 One\n01:05 Two\n\nMore.",
        "## Hours\n\n09:30 Doors\n10:00 Talk\n\n## More\n\n00:00 One\n01:05 Two",
        "09:30 alone is none\n\nWords.\n\n00:00 One\n01:05 Two",
        "```\n00:00 Code\n00:01 Code\n```\n\n00:00 One\n01:05 Two",
        "<!-- no list -->\n00:00 One\n01:05 Two",
        "00:00. One\n01:05.  Two",
        "00:00-One\n01:05–Two",
        "00:00 → One\n01:05 -> Two",
        "00:00 · One\n01:05 • Two",
        "00:00 ~ One\n01:05 => Two",
        "• 00:00 One\n▪ 01:05 Two",
        "⏱️ 00:00 - One\n▶ 01:05 - Two",
        "【00:00】One\n（01:05） Two",
        "00:00｜One\n01:05 ： Two",
        "\ufeff00:00 One\n\u200f01:05 Two",
        "00:00 One\\\n01:05 Two<br>",
        "- One (00:00)\n- Two [01:05]",
        "One – 00:00\n**Two** — `01:05`",
        "- One [00:00](#t=0)\n- Two [01:05](https://video.example/?t=65)",
        "| Title | Time |\n|---|---|\n| One | 00:00 |\n| Two | **01:05** |",
        "Time | Title\n---|---\n00:00 | One\n01:05 | Two",
        "We begin at 00:00\n00:00 One\n01:05 Two\nWe end at 01:30",
        "## 24 hours in Tokyo\n\n00:00 One\n01:05 Two",
        "We talk about the hours\n\n00:00 One\n01:05 Two",
        "<pre>\n00:00 Code\n00:01 Code\n</pre>\n00:00 One\n01:05 Two",
    ],
)
def test_a_run_of_lines_with_times_is_the_chapter_list(body: str) -> None:
    assert found(body) == [("00:00", "One"), ("01:05", "Two")]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Words.",
        "00:00 One",
        "00:00 One\nWords\n01:05 Two",
        "00:00\n01:05",
        "    00:00 Code\n    01:05 Code",
        "~~~\n00:00 Code\n01:05 Code\n~~~",
        "```\n~~~\n00:00 Code\n01:05 Code\n```",
        "<!--\n00:00 Not now\n01:05 Not now\n-->",
        "At 00:00 we begin\nAt 01:05 we end",
        "- 10:30 Doors\n- 11:00 Talk\n",
        "## Timetable\n\n- 10:30 Doors\n- 11:00 Talk\n",
        "10:30-11:00 Doors\n11:00-12:00 Talk",
        "| Opens | |\n|---|---|\n| 09:00 | Shop |\n| 10:00 | Bar |",
        "00:00:00:00 One\n00:00:00:12 Frames",
        "<pre>\n00:00 Code\n01:05 Code\n</pre>",
        "<blockquote>\n\n00:00 Said\n01:05 Said\n\n</blockquote>",
        "> 00:00 Said\n> 01:05 Said",
        "00:00 am Doors\n01:00 a.m. Band",
        "00:00 Uhr Einlass\n01:00 Uhr Musik",
        "## Timetable\n\n00:00 Doors\n01:00 Dance",
        "Our schedule for Friday\n-----\n\n00:00 Bar\n01:00 Kitchen",
        "**Opening hours:**\n\n00:00 Bar\n01:00 Kitchen",
        "The bar opens at 09:00\nand closes at 10:00",
        "| Liverpool | 2:10 |\n| Arsenal | 3:00 |",
        "The bar opens at 00:00\nand closes at 01:05",
        "- One (see 00:00)\n- Two (see 01:05)",
        "- John 3:16\n- Hebrews 4:12",
    ],
)
def test_without_such_a_run_the_notes_stay_as_they_are(body: str) -> None:
    split = split_chapters(body)

    assert split.rows == ()
    assert split.notes == body


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        ("A\n\n## Chapters\n\n- 00:00 One\n- 01:05 Two\n\nB", "A\n\n\nB"),
        ("A\n\n- 00:00 One\n- 01:05 Two\n\nB", "A\n\n\nB"),
        ("## Chapters\n00:00 One\n01:05 Two", ""),
        ("00:00 One\n01:05 Two\n## Links", "## Links"),
        ("A\n\nChapters\n--------\n\n00:00 One\n01:05 Two", "A\n"),
        ("A\n\n**Chapters**\n\n00:00 One\n01:05 Two", "A\n"),
        ("A\n\nChapters:\n\n00:00 One\n01:05 Two", "A\n"),
        ("## Notes\n\n00:00 One\n01:05 Two\n\nWords.", "## Notes\n\n\nWords."),
        ("## Notes\n\n00:00 One\n01:05 Two\n\n## More", "\n## More"),
        ("A last\nchapter comes.\n\n00:00 One\n01:05 Two", "A last\nchapter comes.\n"),
        ("A last\nchapter\n\n00:00 One\n01:05 Two", "A last\nchapter\n"),
        ("A\n\nIn this episode\n\n00:00 One\n01:05 Two", "A\n\nIn this episode\n"),
        ("## Kapitel\n\n| Zeit | |\n|--|--|\n| 00:05 | Eins |\n| 01:05 | Zwei |\n\nB", "\nB"),
    ],
)
def test_the_list_and_the_heading_above_it_leave_the_notes(body: str, notes: str) -> None:
    assert split_chapters(body).notes == notes


@pytest.mark.parametrize(
    "body",
    [
        "## Chapters\n\n- 00:05 One\n- 01:00 Two\n",
        "## Timestamps\n\n- 00:05 One\n- 01:00 Two\n",
        "Capítulos:\n- 00:05 One\n- 01:00 Two\n",
        "| Time | Chapter |\n|---|---|\n| 00:05 | One |\n| 01:00 | Two |",
    ],
)
def test_under_a_heading_for_chapters_a_list_may_begin_later(body: str) -> None:
    assert [title for _, title in found(body)] == ["One", "Two"]


@pytest.mark.parametrize(
    ("line", "title", "url", "image"),
    [
        ("00:10 [One](https://x.org/a)", "One", "https://x.org/a", ""),
        ("00:10 With [Ana](https://x.org/a) and Bo", "With Ana and Bo", "https://x.org/a", ""),
        ("00:10 One <https://x.org/>", "One https://x.org/", "https://x.org/", ""),
        ("[00:10 One](https://x.org/a)", "One", "https://x.org/a", ""),
        ("[00:10](https://v.org/?t=10) [One](x.md)", "One", "x.md", ""),
        ("00:10 ![A cup](cup.jpg) One", "One", "", "cup.jpg"),
        ("00:10 [![A cup](cup.jpg) One](https://x.org/)", "One", "https://x.org/", "cup.jpg"),
        ("00:10 [![A cup](cup.jpg)](https://x.org/) One", "One", "https://x.org/", "cup.jpg"),
        ("| 00:10 | One | https://x.org/?a=1&b=2 |", "One", "https://x.org/?a=1&b=2", ""),
        (r"| 00:10 | A \| B | ![](cup.jpg) |", "A | B", "", "cup.jpg"),
        ("00:10 **One** & _two_ &amp; `three` <b>four</b>", "One & two & three four", "", ""),
        ('00:10 "Quoted" -- R&D, AT&T; 5 < 6 > 4', '"Quoted" -- R&D, AT&T; 5 < 6 > 4', "", ""),
        (r"00:10 \*Starred\* #1 snake_case_name", "*Starred* #1 snake_case_name", "", ""),
        ("00:10 👋🏽 Grüße, 世界", "👋🏽 Grüße, 世界", "", ""),
        ("00:10 [Named][there]", "Named", "https://x.org/named", ""),
        ("00:10 # 1. Not a heading", "# 1. Not a heading", "", ""),
        ("00:10", "", "", ""),
        ("00:10 -5 degrees", "-5 degrees", "", ""),
        ("00:10 – -5 degrees", "-5 degrees", "", ""),
        ("00:10 AM radio", "AM radio", "", ""),
        ("00:10 .NET", ".NET", "", ""),
        ("00:10 #5: R&D", "#5: R&D", "", ""),
    ],
)
def test_a_title_is_plain_words_and_has_a_link_and_a_picture(
    line: str, title: str, url: str, image: str
) -> None:
    row = read_row(line, 7, "[there]: https://x.org/named")

    assert row is not None
    assert (row.line, row.time, row.title, row.url, row.image) == (7, "00:10", title, url, image)


def test_an_end_may_stand_behind_the_start() -> None:
    row = read_row("00:10.5–01:00 One", 1)

    assert row is not None
    assert (row.time, row.end, row.title) == ("00:10.5", "01:00", "One")


@pytest.mark.parametrize(
    ("body", "warnings"),
    [
        (
            "00:00 One\n01:00 Two\n\nWords.\n\n02:00 Three",
            [
                "10: this line begins with a time, but the list of chapters ended on line 6. "
                "Put it there with nothing in between, or begin it with a word."
            ],
        ),
        (
            "## Chapters\n\n- 00:00 One\n  and more\n- 01:00 Two\n  and more",
            [
                "9: below the heading for chapters, words stand between lines with times. "
                "Put one chapter a line, with nothing in between."
            ],
        ),
        ("00:00 One\n01:00 Two\n\nWords.\n\n```\n02:00 Code\n```", []),
        ("00:00 One\n01:00 Two\n\nWe met at 02:00", []),
        (
            "Words.\n\n- 00:00 One\n  - and more\n- 01:00 Two\n  - and more",
            [
                "9: words stand between lines that begin with times as chapters do. "
                "Put one chapter a line, with nothing in between."
            ],
        ),
        ("00:00 am Doors\n01:00 am Band", []),
        ("00:00 is midnight\n\nWords.\n\n00:00 is midnight", []),
        ("## Timetable\n\n00:00 Doors\n\nand\n\n01:00 Dance", []),
        ("00:00 One\n01:00 Two\n\nWords.\n\n## Hours\n\n09:00 Doors", []),
        ("## Hours\n\n09:00 Doors\n\nor\n\n10:00 Doors", []),
    ],
)
def test_lines_with_times_that_belong_to_no_list_are_told(body: str, warnings: list[str]) -> None:
    assert warned(body) == warnings


@given(LINES)
def test_any_body_is_split_and_no_other_line_is_lost(body: str) -> None:
    split = split_chapters(body, 0)

    rows = body.split("\n")
    taken = {row.line for row in split.rows}
    left = [row for number, row in enumerate(rows) if number not in taken and row.strip()]
    kept = [row for row in split.notes.split("\n") if row.strip()]
    lost = [row for row in left if row not in kept]
    assert all(row.startswith("#") or set(row) <= set("-=:| ") or split.rows for row in lost)
    assert len(lost) <= 3
