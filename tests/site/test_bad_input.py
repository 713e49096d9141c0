"""Each bad input is told with file, line and remedy, whole, and nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site.sites import (
    M4A,
    MP3,
    Content,
    build,
    different_mp3,
    entry,
    episode,
    picture,
    post,
    write_site,
)

CUES = "WEBVTT\n\n00:00:10.000 --> 00:00:12.000\nSecond.\n\n00:00:01.000 --> 00:00:02.000\nFirst.\n"
LATE = "WEBVTT\n\n00:00:01.000 --> 00:00:45.000\nLate.\n"

# What an author did: the files, and all that they are told.
CASES: dict[str, tuple[dict[str, Content], list[str]]] = {
    "no audio": (
        {"episodes/003-echo.md": episode()},
        [
            'episodes/003-echo.md: no audio found. Put 003-echo.mp3 beside it, or set "Audio:" to '
            "a path or URL.",
        ],
    ),
    "audio that is named but not there": (
        {"episodes/003-echo.md": episode(Audio="echo.mp3")},
        ["episodes/003-echo.md:3: Audio: there is no file 'echo.mp3'. Correct the path."],
    ),
    "audio that is not audio": (
        {"episodes/003-echo.md": episode(), "episodes/003-echo.mp3": b"<html>not audio</html>"},
        [
            "episodes/003-echo.mp3: the file is really a page of a website (HTML). Export it as "
            "MP3 or M4A.",
        ],
    ),
    "a tag without audio": (
        {"episodes/003-echo.md": episode(), "episodes/003-echo.mp3": b"ID3\x04\0\0\0\0\0\0"},
        [
            "episodes/003-echo.mp3: there is a tag in it, and no sound. Export the recording "
            "again.",
        ],
    ),
    "audio of no bytes": (
        {"episodes/003-echo.md": episode(), "episodes/003-echo.mp3": b""},
        ["episodes/003-echo.mp3: the file is empty. Export the recording again."],
    ),
    "audio that was cut": (
        {"episodes/003-echo.md": episode(), "episodes/003-echo.mp3": MP3[:20_001]},
        [
            "episodes/003-echo.mp3: it ends before its sound does. Export the recording again.",
        ],
    ),
    "audio with the name of another format": (
        {"episodes/003-echo.md": episode(), "episodes/003-echo.mp3": M4A},
        ["episodes/003-echo.mp3: the file is really audio/x-m4a. Rename it to end in .m4a."],
    ),
    "two episodes with one number": (
        {
            "episodes/003-echo.md": episode(Season="1", Episode="3"),
            "episodes/003-echo.mp3": MP3,
            "episodes/004-tide.md": episode(Season="1", Episode="3"),
            "episodes/004-tide.mp3": different_mp3(1),
        },
        [
            "episodes/004-tide.md:4: episode 3 of season 1 is already CONTENT/episodes/003-echo.md."
            " Give one of them another number.",
        ],
    ),
    "two episodes with one slug": (
        {
            "episodes/003-echo.md": episode(),
            "episodes/003-echo.mp3": MP3,
            "episodes/004-tide.md": episode(Slug="echo"),
            "episodes/004-tide.mp3": different_mp3(1),
        },
        [
            "episodes/004-tide.md: its address /podcast/echo/ is already that of "
            "CONTENT/episodes/003-echo.md. Give one of them another 'Slug:'.",
        ],
    ),
    "two episodes with one audio file": (
        {
            "episodes/003-echo.md": episode(),
            "episodes/003-echo.mp3": MP3,
            "episodes/004-tide.md": episode(Audio="003-echo.mp3"),
        },
        [
            "episodes/004-tide.md:3: its audio CONTENT/episodes/003-echo.mp3 is already that of "
            "CONTENT/episodes/003-echo.md. Apps drop the second of two episodes with one file: "
            "give it its own.",
        ],
    ),
    "two posts for one address": (
        {"posts/2026-01-01-echo.md": post(), "posts/2026-01-02-echo.md": post()},
        [
            "posts/2026-01-02-echo.md: its address /blog/echo/ is already that of "
            "CONTENT/posts/2026-01-01-echo.md. Give one of them another 'Slug:'.",
        ],
    ),
    "a reserved slug": (
        {"pages/tags.md": "Title: My tags\n\nWords.\n"},
        [
            "pages/tags.md: the slug 'tags' is reserved: the site has a page of its own there. "
            "Choose another with 'Slug:'.",
        ],
    ),
    "a date that is none": (
        {"posts/echo.md": post(date="2026-02-30")},
        [
            "posts/echo.md:2: Date: '2026-02-30' is not a date. Write it as 2026-02-05 07:30.",
        ],
    ),
    "a date that can be read two ways": (
        {"posts/echo.md": post(date="03/04/2026")},
        [
            "posts/echo.md:2: Date: '03/04/2026' can be read as two different days. Write it as "
            "2026-02-05 07:30.",
        ],
    ),
    "no date": (
        {"posts/echo.md": "Title: Echo\n\nWords.\n"},
        ["posts/echo.md:1: there is no Date. Add a line 'Date: 2026-02-05 07:30'."],
    ),
    "a transcript that goes backwards": (
        {
            "episodes/003-echo.md": episode(),
            "episodes/003-echo.mp3": MP3,
            "episodes/003-echo.vtt": CUES,
        },
        [
            "episodes/003-echo.vtt:6: the cue starts at 00:00:01.000, before the one above it "
            "(00:00:10.000). Put the cues in order.",
        ],
    ),
    "a transcript past the end": (
        {
            "episodes/003-echo.md": episode(),
            "episodes/003-echo.mp3": MP3,
            "episodes/003-echo.vtt": LATE,
        },
        [
            "episodes/003-echo.vtt:3: the cue ends at 00:00:45.000, but the audio ends at 0:30. "
            "Does it belong to this recording?",
        ],
    ),
    "artwork that is not square": (
        {
            "episodes/003-echo.md": episode(Image="echo.jpg"),
            "episodes/003-echo.mp3": MP3,
            "episodes/echo.jpg": picture(1600, 1400),
        },
        [
            "episodes/003-echo.md:3: the artwork echo.jpg is 1600×1400, not square. Crop it to a "
            "square.",
        ],
    ),
    "artwork that is too small": (
        {
            "episodes/003-echo.md": episode(Image="echo.jpg"),
            "episodes/003-echo.mp3": MP3,
            "episodes/echo.jpg": picture(600, 600),
        },
        [
            "episodes/003-echo.md:3: the artwork echo.jpg is 600×600, which is too small. Make it "
            "1400 to 3000 pixels wide.",
        ],
    ),
    "artwork that is no picture": (
        {
            "episodes/003-echo.md": episode(Image="echo.jpg"),
            "episodes/003-echo.mp3": MP3,
            "episodes/echo.jpg": b"not a picture",
        },
        [
            "episodes/003-echo.md:3: Image: echo.jpg: it cannot be read as a picture. Save it "
            "again as JPEG or PNG.",
        ],
    ),
    "a link to a file that is not there": (
        {"posts/echo.md": post(body="One.\n\n[two]({filename}/posts/tide.md)")},
        [
            "posts/echo.md:6: the link '{filename}/posts/tide.md' leads to a file that is not "
            "there. Correct the path.",
        ],
    ),
    "a picture in a text that is not there": (
        {"posts/echo.md": post(body="![A tide]({static}/images/tide.jpg)")},
        [
            "posts/echo.md:4: the link '{static}/images/tide.jpg' leads to a file that is not "
            "there. Correct the path.",
        ],
    ),
    "a picture in a text that is no picture": (
        {"posts/echo.md": post(body="![A tide](tide.jpg)"), "posts/tide.jpg": b"no picture"},
        [
            "posts/echo.md:4: the picture 'tide.jpg' cannot be shown: it cannot be read as a "
            "picture. Save it again as JPEG or PNG.",
        ],
    ),
    "a picture for shared links that is no picture": (
        {"images/social.jpg": b"no picture"},
        ["images/social.jpg: it cannot be read as a picture. Save it again as JPEG or PNG."],
    ),
    "a link to an address that is not there": (
        {"posts/echo.md": post(body="[two](/blog/tide/)")},
        [
            "posts/echo.md:4: the link '/blog/tide/' leads to an address that the site does not "
            "have. Correct the address.",
        ],
    ),
    "a link to a heading that is not there": (
        {"posts/echo.md": post(body="[two](#tide)\n\n## Echo")},
        [
            "posts/echo.md:4: the link '#tide' leads to a heading that /blog/echo/ does not have. "
            "Link to the heading's words in lower case, joined by hyphens.",
        ],
    ),
    "a slug that leaves its folder": (
        {"posts/echo.md": post(Slug="../../echo")},
        [
            "posts/echo.md:3: Slug: '../../echo' cannot be part of an address. Use a-z, 0-9 and "
            "single hyphens.",
        ],
    ),
    "an address that leaves the site": (
        {"posts/echo.md": post(Save_as="../echo.html")},
        [
            "posts/echo.md:3: Save_as: '../echo.html' does not stay inside the site. Write a path "
            "without leading slash or '..'.",
        ],
    ),
    "audio that leaves the content folder": (
        {"episodes/003-echo.md": episode(Audio="../../../echo.mp3")},
        [
            "episodes/003-echo.md:3: Audio: '../../../echo.mp3' leads out of the content folder. "
            "Put the file inside.",
        ],
    ),
    "a link that leaves the content folder": (
        {"posts/echo.md": post(body="[two]({static}../../../secret.txt)")},
        [
            "posts/echo.md:4: the link '{static}../../../secret.txt' leads out of the content "
            "folder. Link to a file inside.",
        ],
    ),
    "a file that is not UTF-8": (
        {"posts/echo.md": "Title: Café\nDate: 2026-01-02\n\nWords.\n".encode("latin-1")},
        ["posts/echo.md:1: byte 0xe9 is not UTF-8. Save the file with the encoding UTF-8."],
    ),
    "a control character": (
        {"posts/echo.md": post(body="One.\n\nT\x07wo.")},
        ["posts/echo.md:6: it holds the control character U+0007. Delete it."],
    ),
    "an empty title": (
        {"posts/echo.md": post("")},
        ["posts/echo.md:1: Title: it is empty. Write some words after the colon."],
    ),
    "no title": (
        {"posts/echo.md": "Date: 2026-01-02\n\nWords.\n"},
        ["posts/echo.md:1: there is no Title. Add a line 'Title: …' at the top."],
    ),
    "an unknown status": (
        {"posts/echo.md": post(Status="publishd")},
        ["posts/echo.md:3: Status: 'publishd' is not known. Did you mean 'published'?"],
    ),
    "an unknown key": (
        {"posts/echo.md": post(Sumary="Echo.")},
        ["posts/echo.md:3: posts have no key 'Sumary'. Did you mean 'Summary'?"],
    ),
    "a key that is given twice": (
        {"posts/echo.md": post(Tags="a", tags="b")},
        ["posts/echo.md:4: 'tags' is given twice, on line 3 too. Keep one of them."],
    ),
    "YAML that is none": (
        {"posts/echo.md": "---\ntitle: Echo: the second\ndate: 2026-01-02\n---\nWords.\n"},
        [
            "posts/echo.md:2: the front matter is not YAML: mapping values are not allowed in this "
            "context. Put values with ': ' or '#' in quotes.",
        ],
    ),
    "an episode number of zero": (
        {"episodes/003-echo.md": episode(Episode="0"), "episodes/003-echo.mp3": MP3},
        [
            "episodes/003-echo.md:3: Episode: '0' is not a whole number from 1. "
            "Write it in digits.",
        ],
    ),
    "chapters past the end": (
        {
            "episodes/003-echo.md": episode(body="Notes.\n\n- 00:00 One\n- 00:40 Two\n"),
            "episodes/003-echo.mp3": MP3,
        },
        [
            "episodes/003-echo.md:7: chapter starts at 00:40, but the audio ends at 0:30. Correct "
            "the time.",
        ],
    ),
    "two tags with one address": (
        {"posts/a.md": post(Tags="cafe"), "posts/b.md": post(Tags="café")},
        [
            "posts/b.md:3: the tags 'café' and 'cafe' (CONTENT/posts/a.md:3) share the address "
            '/tags/cafe/. If they mean the same, write "Aliases: café" in content/tags/cafe.md; '
            "if not, give one of them a file of another name there.",
        ],
    ),
    "a tag without a letter": (
        {"posts/a.md": post(Tags="trust, 🎉")},
        [
            "posts/a.md:3: the tag '🎉' has nothing in it that an address could be made of. Write "
            'a word, or "Aliases: 🎉" in a file of content/tags.',
        ],
    ),
    "a template that the theme does not have": (
        {"pages/about.md": "Title: About\nTemplate: subscribed\n\nUs.\n"},
        [
            "pages/about.md:2: Template: the theme has no template 'subscribed'. Did you mean "
            "'subscribe'?",
        ],
    ),
    "a template that is not made for a post": (
        {"posts/a.md": post(Template="index")},
        [
            "posts/a.md:3: Template: the template 'index' is not made for this. Use one that "
            "extends article.html.",
        ],
    ),
    "a draft that an empty line would publish": (
        {"posts/a.md": "Title: A\nDate: 2026-01-02\n \nStatus: draft\n\nWords.\n"},
        [
            "posts/a.md:4: 'Status' stands below an empty line, where the text begins. Move it up "
            "to the other keys.",
        ],
    ),
    "an address that is too long": (
        {"posts/a.md": post(Slug="a" * 201)},
        [
            f"posts/a.md: its address /blog/{'a' * 201}/ is too long for a file. Give it a shorter "
            "'Slug:', or a shorter name.",
        ],
    ),
    "a file that would be a folder too": (
        {"posts/a.md": post(Aliases="/old.html, /old.html/x/")},
        [
            "posts/a.md: its address /old.html/x/ needs /old.html to be a file and a folder. "
            "Choose another address.",
        ],
    ),
    "a former address that leaves the site": (
        {"posts/a.md": post(Aliases="/old/, ../older/")},
        [
            "posts/a.md:3: Aliases: '../older/' does not stay inside the site. Write a path such "
            "as /old/.",
        ],
    ),
    "an address of the site's own": (
        {"pages/robots.md": "Title: Robots\nUrl: robots.txt\nSave_as: robots.txt\n\nUs.\n"},
        [
            "pages/robots.md: its address /robots.txt is the site's own, for the engine. Give it "
            "another 'Slug:'.",
        ],
    ),
    "lists that are nested too deep": (
        {"posts/a.md": post(body="".join(f"{'    ' * n}- x\n" for n in range(400)))},
        ["posts/a.md:3: its lists or quotes are nested too deep to be read. Flatten them."],
    ),
    "two parts with one number": (
        {
            "posts/a.md": post(Series="Tides", Part="1"),
            "posts/b.md": post(Series="Tides", Part="1"),
        },
        [
            "posts/b.md: part 1 of 'Tides' is already CONTENT/posts/a.md. Give one of them another "
            "'Part:'.",
        ],
    ),
}


def told_by(folder: Path, files: Mapping[str, Content]) -> list[str]:
    """Return the lines a failed build says, without the folder the test lives in."""
    built = build(folder, files)
    assert not built.is_good
    assert not built.output.exists()
    content = f"{folder / 'content'}/"
    lines = [line.removeprefix(content) for line in built.told.splitlines()]
    return [line.replace(content, "CONTENT/") for line in lines]


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_whole_and_nothing_is_written(case: str, tmp_path: Path) -> None:
    files, expected = CASES[case]

    *told, last = told_by(tmp_path, files)

    assert told == expected
    assert last == "1 error. Nothing was written."


def test_episodes_without_a_show_are_told(tmp_path: Path) -> None:
    files: dict[str, Content] = {"episodes/003-echo.md": episode(), "episodes/003-echo.mp3": MP3}

    built = build(tmp_path, files, PODCASTS=[])

    assert built.told.splitlines() == [
        f"{tmp_path}/content/episodes: there are episodes, but no show in PODCASTS of "
        "pelicanconf.py. Describe the show there, or move the episodes away.",
        "1 error. Nothing was written.",
    ]


def test_a_published_site_without_an_address_is_told(tmp_path: Path) -> None:
    built = build(tmp_path, {"posts/a.md": post()}, SITEURL="example.org")

    assert built.told.splitlines() == [
        "publishconf.py: SITEURL 'example.org' is no address of a site. Write it whole and in "
        "ASCII, such as 'https://example.org'.",
        "1 error. Nothing was written.",
    ]


def test_a_symbolic_link_that_leads_out_is_told(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(post("Secret"))
    link = write_site(tmp_path, {}) / "posts" / "secret.md"
    link.parent.mkdir()
    link.symlink_to(secret)

    told = told_by(tmp_path, {})

    assert told[0] == (
        f"posts/secret.md: the symbolic link leads out of the content folder, to {secret}. "
        "Put the file itself here, or remove the link."
    )


def test_all_problems_are_told_in_one_run_sorted_by_place(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        "posts/b.md": post(""),
        "posts/a.md": post(date="soon", Sumary="?"),
        "episodes/003-echo.md": episode(),
        "pages/about.md": "Title: About\n\n[x](x.md)\n",
    }

    told = told_by(tmp_path, files)

    assert [line.split(": ")[0] for line in told] == [
        "episodes/003-echo.md",
        "pages/about.md:3",
        "posts/a.md:2",
        "posts/a.md:3",
        "posts/b.md:1",
        "5 errors. Nothing was written.",
    ]


def test_a_draft_may_be_half_done(tmp_path: Path) -> None:
    files = {"episodes/003-echo.md": entry("", "soon", "", {"Status": "draft"})}

    assert build(tmp_path, files).is_good


def test_a_warning_is_an_error_where_the_author_is_strict(tmp_path: Path) -> None:
    files: dict[str, Content] = {"posts/old.rst": "Old\n===\n"}

    relaxed = build(tmp_path, files)
    strict = build(tmp_path, files, STRICT=True, OUTPUT_PATH=str(tmp_path / "strict"))

    assert relaxed.is_good
    assert relaxed.told == (
        f"{tmp_path}/content/posts/old.rst: warning: a .rst file is not read: entries are "
        "Markdown. Rename it to .md, or move it out of the content folder.\n"
    )
    assert not strict.is_good
    assert strict.told.endswith("0 errors, 1 warning. Nothing was written.\n")
