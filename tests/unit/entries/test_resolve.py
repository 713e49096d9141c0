from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from plugins.entries.resolve import LinkResolver
from plugins.frontmatter.document import read_document
from plugins.frontmatter.keys import Folder
from plugins.shared.run import Run
from tests.unit.builders import SPELLINGS, Spell, make_run, make_site, messages, picture, write


def make_resolver(run: Run) -> LinkResolver:
    """The post `echo` beside the post `tide`, a picture, and one tag."""
    echo = write(run.content / "posts" / "echo.md", "Title: Echo\n")
    tide = write(run.content / "posts" / "tide.md", "Title: Tide\n")
    write(run.content / "images" / "a b.jpg", picture(80, 60))
    pages = {echo: "/blog/echo/", tide: "/blog/tide/"}
    return LinkResolver(run=run, pages=pages, names={"tag": {"trust": "/tags/trust/"}.get})


def resolve(resolver: LinkResolver, target: str) -> str | None:
    return resolver.resolve(target, resolver.run.content / "posts" / "echo.md", lambda _: 7)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("tide.md", "/sub/blog/tide/"),
        ("tide.md#one", "/sub/blog/tide/#one"),
        ("{filename}/posts/tide.md?x=1", "/sub/blog/tide/?x=1"),
        ("../posts/tide.md", "/sub/blog/tide/"),
        ("{tag}trust", "/sub/tags/trust/"),
        ("{index}", "/sub/"),
        ("/about/", "/sub/about/"),
        ("#one", "#one"),
        ("https://example.com/x", "https://example.com/x"),
        ("", ""),
    ],
)
def test_a_link_leads_where_its_author_meant(tmp_path: Path, target: str, expected: str) -> None:
    run = make_run(tmp_path, site=make_site(address="https://example.org/sub"))

    assert resolve(make_resolver(run), target) == expected
    assert messages(run) == []


@pytest.mark.parametrize(
    "target", ["../images/a%20b.jpg", "/images/a b.jpg", "{static}/images/a b.jpg"]
)
def test_a_file_is_published_under_its_digest(tmp_path: Path, target: str) -> None:
    run = make_run(tmp_path)

    link = resolve(make_resolver(run), target) or ""

    assert link
    assert link.startswith("/media/a-b-")
    assert link in run.media


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("x.md", "leads to a file that is not there. Correct the path."),
        ("../", "leads to a file that is not there. Correct the path."),
        ("a%00b", "leads out of the content folder. Link to a file inside."),
        ("a" * 300, "leads to a file that is not there. Correct the path."),
        ("../../x.jpg", "leads out of the content folder. Link to a file inside."),
        (".x.jpg", "leads to a hidden file. Rename the file."),
        ("notes.md", "leads to a text that is no entry. Link to a file of posts, episodes, pages, "
         "tags, series or people."),
        ("{tag}nothing", "names a tag that nothing has. Correct the name."),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_told_with_its_line(
    tmp_path: Path, target: str, message: str
) -> None:
    run = make_run(tmp_path)
    write(run.content / "posts" / "notes.md", "Notes\n")
    write(run.content / "posts" / ".x.jpg", "")

    assert resolve(make_resolver(run), target) == target
    assert messages(run) == [f"posts/echo.md:7: the link {target!r} {message}"]


def test_a_link_to_a_file_whose_faults_are_known_is_not_told_again(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    run.failed.add(write(run.content / "posts" / "bad.md", ""))

    assert resolve(make_resolver(run), "bad.md") == "bad.md"
    assert messages(run) == []


def test_a_link_to_an_entry_that_is_not_due_waits_with_a_warning(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    run.unpublished.add(write(run.content / "posts" / "late.md", ""))

    assert resolve(make_resolver(run), "late.md") is None
    assert messages(run) == [
        "posts/echo.md:7: warning: the link 'late.md' leads to an entry that is not published yet."
        " Its words stand without a link until it is."
    ]


def test_a_picture_in_a_text_says_its_size_and_hashtags_lead_on(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    resolver = make_resolver(run)
    path = run.content / "posts" / "echo.md"
    document = read_document(path, Folder.POSTS, "x.md", zone=run.zone)
    html = '<img src="../images/a%20b.jpg"> <a class="hashtag" href="tag:trust">#trust</a>'

    found = resolver.apply(html, document)

    assert ' width="80" height="60" loading="lazy"' in found
    assert found.endswith('<a class="hashtag" href="/tags/trust/">#trust</a>')


def test_a_picture_in_a_text_is_published_with_its_variants(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    resolver = make_resolver(run)
    document = read_document(run.content / "posts" / "echo.md", Folder.POSTS, "x.md", zone=run.zone)

    resolver.apply('<a href="../images/a%20b.jpg">large</a>', document)
    linked = len(list(run.media))
    resolver.apply('<img src="../images/a%20b.jpg">', document)

    assert linked == 1
    assert [image.width for image in run.media.images.values()] == [80]
    assert len(list(run.media)) == 3


def test_a_picture_in_a_text_that_cannot_be_shown_is_told(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    resolver = make_resolver(run)
    write(run.content / "posts" / "torn.jpg", b"no picture")
    path = write(
        run.content / "posts" / "echo.md", "Title: x\nDate: 2026-01-01\n\n![a](torn.jpg)\n"
    )
    document = read_document(path, Folder.POSTS, run.where(path), zone=run.zone)

    assert resolver.apply('<img src="torn.jpg">', document).startswith('<img src="/media/torn-')
    assert messages(run) == [
        "posts/echo.md:4: the picture 'torn.jpg' cannot be shown: it cannot be read as a picture. "
        "Save it again as JPEG or PNG."
    ]


@pytest.mark.parametrize(("spell", "other"), SPELLINGS)
def test_a_link_leads_to_its_file_however_its_letters_are_spelled(
    tmp_path: Path, spell: Spell, other: Spell
) -> None:
    run = make_run(tmp_path)
    post = write(run.content / "posts" / other("été.md"), "Title: One\n")
    write(run.content / other("écrans") / "écho.jpg", picture(80, 60))
    resolver = LinkResolver(run=run, pages={post: "/blog/ete/"}, names={})

    assert resolve(resolver, spell("{filename}été.md#x")) == "/blog/ete/#x"
    link = resolve(resolver, spell("{static}/écrans/écho.jpg")) or ""
    assert link.startswith("/media/echo-")
    assert resolve(resolver, quote(spell("/écrans/écho.jpg"))) == link
    assert messages(run) == []
