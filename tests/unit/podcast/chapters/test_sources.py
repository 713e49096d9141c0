from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.chapters.addresses import Resolve, secure_image, secure_url
from plugins.podcast.chapters.embedded import compare, first_difference, usable
from plugins.podcast.chapters.sources import find_written
from plugins.podcast.model import Chapter
from plugins.shared.run import Run
from tests.unit.builders import (
    make_chapter,
    make_measured,
    make_run,
    make_site,
    messages,
    picture,
    write,
)

HOUR = timedelta(hours=1)
LIST = "- 00:00 One\n- 00:10 {}"


def make_document(run: Run, body: str = "Notes.", **files: str | bytes) -> Document:
    path = write(run.content / "episodes" / "075.md", f"Title: One\nDate: 2026-02-05\n\n{body}\n")
    for ending, content in files.items():
        write(path.with_name("075." + ending.replace("_", ".")), content)
    return read_document(path, Folder.EPISODES, run.where(path), zone=run.zone)


def resolving(asked: list[tuple[str, str, int | None]]) -> Resolve:
    def resolve(target: str, source: Path, line_of: Callable[[str], int | None]) -> str | None:
        asked.append((target, source.name, line_of(target)))
        return None if "draft" in target else f"/resolved/{target}"

    return resolve


def test_a_list_in_the_notes_is_the_chapters(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    found = find_written(make_document(run, LIST.format("Two")), HOUR, run)

    assert found == (make_chapter(0, "One"), make_chapter(10, "Two"))
    assert messages(run) == []


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        ("chapters_json", '{"chapters": [{"startTime": 0, "title": "A"}]}'),
        ("chapters_vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nA\n"),
        ("psc", '<chapters><chapter start="0" title="A"/></chapters>'),
        ("psc_xml", '<chapters><chapter start="0" title="A"/></chapters>'),
        ("chapters_txt", "00:00 A"),
    ],
)
def test_a_file_with_the_stem_is_the_chapters(tmp_path: Path, ending: str, text: str) -> None:
    run = make_run(tmp_path)

    assert find_written(make_document(run, **{ending: text}), HOUR, run) == (make_chapter(0, "A"),)
    assert messages(run) == []


def test_without_list_and_file_nothing_is_written(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    assert find_written(make_document(run), HOUR, run) is None


@pytest.mark.parametrize(
    ("body", "files", "message"),
    [
        (
            "Words.\n\n" + LIST.format("Two"),
            {"psc": "<chapters/>"},
            "episodes/075.md: its chapters are written twice, in episodes/075.md:6 and in "
            "episodes/075.psc. Keep one of them and remove the other.",
        ),
        (
            "",
            {"chapters_txt": "00:00 A", "chapters_json": "{}"},
            "episodes/075.md: its chapters are written twice, in episodes/075.chapters.json and "
            "in episodes/075.chapters.txt. Keep one of them and remove the other.",
        ),
        (
            "",
            {"chapters_txt": "00:00 A\n\n02:00:00 B"},
            "episodes/075.chapters.txt:3: chapter starts at 02:00:00, but the audio ends at "
            "1:00:00. Correct the time.",
        ),
        (
            "",
            {"chapters_json": '{"chapters": [\n{"startTime": 0, "title": "A", "url": "a:b"}]}'},
            "episodes/075.chapters.json:2: the chapter's link 'a:b' is no address on the web. "
            "Write one that begins with https://.",
        ),
        (
            LIST.format("[Two](javascript:alert\\(1\\))"),
            {},
            "episodes/075.md:5: the chapter's link 'javascript:alert(1)' is no address on the web. "
            "Write one that begins with https://.",
        ),
        (
            LIST.format("[Two](//x.org/a)"),
            {},
            "episodes/075.md:5: the chapter's link '//x.org/a' is no address on the web. "
            "Write one that begins with https://.",
        ),
        (
            LIST.format("![](http://x.org/cup.jpg) Two"),
            {},
            "episodes/075.md:5: the chapter's picture 'http://x.org/cup.jpg' is no https address. "
            "Put the file beside the episode, or use https.",
        ),
        (
            LIST.format("![](cup.jpg) Two"),
            {},
            "episodes/075.md:5: the chapter's picture 'cup.jpg' is a file that is not there. "
            "Correct the path.",
        ),
        (
            LIST.format("![](../../cup.jpg) Two"),
            {},
            "episodes/075.md:5: the chapter's picture '../../cup.jpg' leads out of the content "
            "folder. Put it inside.",
        ),
        (
            LIST.format("![](075.psd) Two"),
            {"psd": b"no picture"},
            "episodes/075.md:5: the chapter's picture '075.psd' cannot be taken: it cannot be read "
            "as a picture. Save it again as JPEG or PNG.",
        ),
        (
            LIST.format("![](075.webp) Two"),
            {"webp": picture(10, 10, "WEBP")},
            "episodes/075.md:5: the chapter's picture '075.webp' is really image/webp. "
            "Save it as JPEG or PNG, with the ending to match.",
        ),
        (
            LIST.format("![](075.png) Two"),
            {"png": picture(10, 10, "JPEG")},
            "episodes/075.md:5: the chapter's picture '075.png' is really image/jpeg. "
            "Save it as JPEG or PNG, with the ending to match.",
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_stands_and_no_half_list_is_left(
    tmp_path: Path, body: str, files: dict[str, str | bytes], message: str
) -> None:
    run = make_run(tmp_path)
    where = run.where(run.content)

    found = find_written(make_document(run, body, **files), HOUR, run)

    assert found == ()
    assert [str(problem).replace(f"{where}/", "") for problem in run.problems] == [message]


def test_links_within_the_site_are_resolved_like_those_of_the_notes(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    asked: list[tuple[str, str, int | None]] = []
    body = (
        "00:00 [One](x.md)\n00:01 [Two]({filename}/posts/y.md#z)\n"
        "00:02 [Three](#below)\n00:03 [Four](draft.md)"
    )

    found = find_written(make_document(run, body), HOUR, run, resolving(asked))

    assert found
    assert [chapter.url for chapter in found] == [
        "/resolved/x.md", "/resolved/{filename}/posts/y.md#z", "/resolved/075.md#below", "",
    ]  # fmt: skip
    assert asked == [
        ("x.md", "075.md", 4),
        ("{filename}/posts/y.md#z", "075.md", 5),
        ("075.md#below", "075.md", 6),
        ("draft.md", "075.md", 7),
    ]


def test_a_link_that_is_not_https_is_for_the_page_alone(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    found = find_written(make_document(run, LIST.format("[T](http://x.org/)")), HOUR, run)

    assert found
    assert (found[1].url, secure_url(found[1], make_site())) == ("http://x.org/", "")
    assert messages(run) == [
        "episodes/075.md:5: warning: the chapter's link 'http://x.org/' is not https, so apps do "
        "not get it. Write https:// if it answers there."
    ]


def test_pictures_of_the_content_are_published_and_others_left_where_they_are(
    tmp_path: Path,
) -> None:
    run = make_run(tmp_path)
    write(run.content / "images" / "a cup.png", picture(900, 600, "PNG"))
    body = "00:00 ![](/images/a%20cup.png) One\n00:01 ![](https://x.org/ä.jpg) Two"

    found = find_written(make_document(run, body), HOUR, run)

    assert found
    one, two = found
    assert one.image in run.media
    assert one.image.startswith("/media/a-cup-")
    assert (one.picture and one.picture.width, two.picture) == (900, None)
    site = make_site(media_address="https://cdn.example")
    assert secure_image(one, site) == f"https://cdn.example{one.image}"
    assert secure_image(two, site) == "https://x.org/%C3%A4.jpg"


@pytest.mark.parametrize(
    ("address", "url", "expected"),
    [
        ("https://example.org", "/blog/x/", "https://example.org/blog/x/"),
        ("https://example.org/sub", "/sub/blog/x/", "https://example.org/sub/blog/x/"),
        ("", "/blog/x/", ""),
        ("http://localhost:8000", "/blog/x/", ""),
        ("https://example.org", "https://x.org/?a=1#b", "https://x.org/?a=1#b"),
        ("https://example.org", "//x.org/", ""),
        ("https://example.org", "", ""),
    ],
)
def test_feeds_get_links_that_are_whole_and_safe(address: str, url: str, expected: str) -> None:
    assert secure_url(make_chapter(0, "A", url), make_site(address=address)) == expected


def test_embedded_chapters_are_made_good_with_a_warning_each() -> None:
    given = [
        make_chapter(3, "One"), make_chapter(10, "Two"), make_chapter(10, "Again"),
        make_chapter(20, " "), make_chapter(60, "Late"),
    ]  # fmt: skip

    chapters, faults = usable(given, timedelta(seconds=60))

    assert chapters == (make_chapter(0, "One"), make_chapter(10, "Two"))
    todo = "Write a list of chapters in the notes, or correct them in the audio."
    assert [str(fault.problem("x.mp3")) for fault in faults] == [
        f"x.mp3: warning: its second chapter at 0:10 is left out. {todo}",
        f"x.mp3: warning: its chapter at 0:20 has no title and is left out. {todo}",
        f"x.mp3: warning: its chapter at 1:00 lies past its end and is left out. {todo}",
        f"x.mp3: warning: its first chapter starts at 0:03; apps get 0:00. {todo}",
    ]


@pytest.mark.parametrize(
    ("written", "embedded", "difference"),
    [
        ([(0, "A"), (10, "B")], [(0, "A"), (10.9, "B")], ""),
        ([(0, "A"), (10, "B")], [(0, "A"), (11.1, "B")],
         "chapter 2 is 'B' at 0:11 there, and 'B' at 0:10 in the list"),
        ([(0, "A"), (10, "B")], [(0, "A"), (10, "C")],
         "chapter 2 is 'C' at 0:10 there, and 'B' at 0:10 in the list"),
        ([(0, "A"), (10, "B")], [(0, "A")], "there are 1 there, and 2 in the list"),
    ],
)  # fmt: skip
def test_the_first_difference_of_two_lists_is_found(
    written: list[tuple[float, str]], embedded: list[tuple[float, str]], difference: str
) -> None:
    ours, theirs = ([make_chapter(*row) for row in rows] for rows in (written, embedded))

    assert first_difference(ours, theirs) == difference


@pytest.mark.parametrize(
    ("is_published", "todo"),
    [
        (False, "To write the list into the audio: make embed-chapters EPISODE=075-x."),
        (True, "It was published and stays as it is, so apps that read the audio show its own; "
               "to replace it all the same: make embed-chapters EPISODE=075-x ACCEPT=075-x."),
    ],
)  # fmt: skip
def test_audio_that_tells_other_chapters_is_a_warning(is_published: bool, todo: str) -> None:  # noqa: FBT001 a case
    measured = make_measured(chapters=(make_chapter(0, "Uno"),))
    hidden = Chapter(start=timedelta(), title="", is_listed=False)

    fault = compare((hidden, make_chapter(0, "One")), measured, "075-x", is_published=is_published)

    assert fault
    assert str(fault.problem("075-x.mp3")) == (
        "075-x.mp3: warning: the chapters in it are not those that are written: "
        f"chapter 1 is 'Uno' at 0:00 there, and 'One' at 0:00 in the list. {todo}"
    )


@pytest.mark.parametrize(
    ("written", "embedded"),
    [([], ["One"]), (["One"], []), (["One"], ["One"])],
)
def test_nothing_is_said_where_there_is_nothing_to_compare(
    written: list[str], embedded: list[str]
) -> None:
    measured = make_measured(chapters=tuple(make_chapter(0, title) for title in embedded))

    chapters = tuple(make_chapter(0, title) for title in written)
    assert compare(chapters, measured, "075-x", is_published=False) is None
