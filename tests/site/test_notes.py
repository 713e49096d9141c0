"""What authors write into a text, on its page and in every feed that has it."""

from __future__ import annotations

import pytest

from tests.site.sites import MP3, Built, Content, build, episode, picture, post

pytestmark = pytest.mark.slow

ADDRESS = "https://dave.example.org"
BODY = """
See [the other one]({filename}/posts/other.md) and ![a desk](/images/desk.jpg) #trust

<div class="wide" onclick="run()">Some <b>words</b></div>

<iframe src="https://film.example/1" title="The film"></iframe>

<script>
run()
</script>
"""
FILES: dict[str, Content] = {
    "episodes/001-one.md": episode("One", body=BODY),
    "episodes/001-one.mp3": MP3,
    "posts/other.md": post("Other", body=BODY.replace("other.md", "../episodes/001-one.md")),
    "images/desk.jpg": picture(800, 600),
}
CLEAN = (
    '<div>Some <b>words</b></div>\n\n<p><a href="https://film.example/1">The film</a></p>',
    f'<a href="{ADDRESS}/tags/trust/">#trust</a>',
)
FEEDS = {
    "/podcast/feed.xml": f'<a href="{ADDRESS}/blog/other/">the other one</a>',
    "/feed.xml": f'<a href="{ADDRESS}/podcast/one/">the other one</a>',
    "/blog/feed.xml": f'<a href="{ADDRESS}/podcast/one/">the other one</a>',
    "/tags/trust/feed.xml": f'<a href="{ADDRESS}/blog/other/">the other one</a>',
    "/tags/trust/podcast.xml": f'<a href="{ADDRESS}/blog/other/">the other one</a>',
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("notes"), FILES)


@pytest.mark.parametrize("path", FEEDS)
def test_every_feed_is_clean_and_its_links_are_whole(built: Built, path: str) -> None:
    text = built.text(path)

    assert [part for part in (*CLEAN, FEEDS[path]) if part not in text] == []
    assert [part for part in ("<script", "onclick", "wide", 'src="/') if part in text] == []


@pytest.mark.parametrize("path", ["/podcast/one/index.html", "/blog/other/index.html"])
def test_the_page_shows_what_the_author_wrote(built: Built, path: str) -> None:
    text = built.text(path)

    assert '<div class="wide" onclick="run()">Some <b>words</b></div>' in text
    assert '<iframe src="https://film.example/1" title="The film"></iframe>' in text
    assert "<script>\nrun()\n</script>" in text


def test_the_author_is_told_what_the_feeds_leave_out(built: Built) -> None:
    content = built.output.parent / "content"

    assert built.told == "".join(
        f"{content}/{name}:{line}: warning: feeds leave out the <script>, which apps do not run. "
        "Say in words what it shows, or link to where it runs.\n"
        for name, line in (("episodes/001-one.md", 11), ("posts/other.md", 11))
    )
