"""Front matter and notes of any letters, through a feed and back through three parsers."""

from __future__ import annotations

import io
import re
from datetime import UTC
from typing import Any

import feedparser
import podcastparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pelicanconf import MARKDOWN
from plugins.frontmatter.document import read_document
from plugins.frontmatter.keys import Folder
from plugins.podcast.judge.areas.notes import RULES as NOTES_RULES
from plugins.podcast.judge.judging import judge
from plugins.podcast.model import Episode, Person
from plugins.shared.markdown import Renderer
from tests.unit.builders import make_chapter, make_episode, make_show, render_feed
from tests.unit.shared.html.pieces import HTML

NS = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
ADDRESS = "https://example.org/podcast/feed.xml"
SHOWN = {"p", "ol", "ul", "li", "a", "br", "b", "i", "strong", "em"}
RULES = {row.rule.key for row in NOTES_RULES}
RENDERER = Renderer(MARKDOWN)
# What front matter can hold; control characters are refused where it is read.
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Z"))
WILD = st.sampled_from(
    [
        "]]>",
        "&amp;amp;",
        "&",
        "<b>",
        "</title>",
        "<![CDATA[",
        "👩\u200d👧",
        "\u200fשלום",
        "&#0;",
        "é",
    ]
)
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=8) | WILD, min_size=1, max_size=6).map(
    " ".join
)
# What means something to Markdown would not come back as it was.
PLAIN = st.characters(codec="utf-8", categories=("L", "Nd"), max_codepoint=0xFFFF)
PARAGRAPHS = st.lists(
    st.lists(st.text(PLAIN, min_size=1, max_size=9), min_size=1, max_size=9).map(" ".join),
    min_size=1,
    max_size=6,
)


def render(episode: Episode) -> bytes:
    return render_feed(make_show(), [episode])


def item_of(feed: bytes) -> etree._Element:
    item = etree.fromstring(feed).find("channel/item")
    assert item is not None
    return item


def text_of(item: etree._Element, name: str) -> str:
    return item.findtext(name, namespaces=NS) or ""


def by_podcastparser(feed: bytes) -> dict[str, Any]:
    (found,) = podcastparser.parse(ADDRESS, io.BytesIO(feed))["episodes"]
    return dict(found)


def by_feedparser(feed: bytes) -> Any:
    # It cleans and completes notes itself, unless it is told not to.
    (found,) = feedparser.parse(feed, sanitize_html=False, resolve_relative_uris=False).entries
    return found


def words_of(html: str) -> list[str]:
    tree = etree.fromstring(f"<div>{html}</div>", etree.XMLParser(huge_tree=True))
    return " ".join(map(str, tree.itertext())).split()


@given(WORDS, WORDS, st.lists(WORDS, min_size=1, max_size=3))
def test_words_of_front_matter_come_back(title: str, summary: str, names: list[str]) -> None:
    persons = tuple(Person(name=name, role="guest") for name in names)
    feed = render(make_episode(title=title, summary=summary, persons=persons))

    item = item_of(feed)
    assert text_of(item, "title") == title
    assert words_of(text_of(item, "description")) == [*summary.split(), "Show", "notes"]
    assert [person.text for person in item.findall("podcast:person", NS)] == names
    assert by_podcastparser(feed)["title"].split() == title.split()


@given(st.text(max_size=20) | WORDS, st.text(max_size=20) | WORDS, HTML)
def test_a_source_is_refused_or_its_words_come_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, summary: str, body: str
) -> None:
    path = tmp_path_factory.mktemp("source") / "001-calls.md"
    lines = [f"Title: {title}", "Date: 2026-03-12 07:30", f"Summary: {summary}", "", body]
    path.write_bytes("\n".join(lines).encode(errors="surrogatepass"))

    document = read_document(path, Folder.EPISODES, path.name, zone=UTC)

    if document.problems:
        assert all(problem.rule and problem.todo for problem in document.problems)
        return
    notes = RENDERER.render(document.body).html
    feed = render(make_episode(title=document.title, summary=document.text("summary"), notes=notes))
    assert document.title == " ".join(title.split())
    assert text_of(item_of(feed), "title") == document.title
    assert by_podcastparser(feed)["title"].split() == document.title.split()


@given(PARAGRAPHS, WORDS)
def test_words_of_notes_come_back_whole_and_in_their_order(texts: list[str], summary: str) -> None:
    html = RENDERER.render("\n\n".join(texts)).html
    feed = render(make_episode(notes=html, summary=summary))

    given_words = " ".join(texts).split()
    item = item_of(feed)
    assert words_of(text_of(item, "content:encoded")) == given_words
    described = words_of(text_of(item, "description"))
    assert described in (
        [*given_words, "Show", "notes"],
        [*summary.split(), *given_words, "Show", "notes"],
    )
    assert words_of(by_podcastparser(feed)["description_html"]) == given_words
    read = by_feedparser(feed)
    assert words_of(read.content[0].value) == given_words
    assert words_of(read.summary) == described


@given(HTML, WORDS, st.integers(0, 2), st.integers(1, 40))
def test_any_notes_are_read_as_they_are_written(
    html: str, summary: str, chapters: int, times: int
) -> None:
    # feedparser takes these for letters of Windows.
    html = re.sub("[\x80-\x9f]", "", html)
    notes = RENDERER.render(html).html if times % 2 else html * times
    listed = tuple(make_chapter(n * 9, f"{summary} {n}") for n in range(chapters))
    feed = render(make_episode(notes=notes, summary=summary, chapters=listed))

    item = item_of(feed)
    description, content = text_of(item, "description"), text_of(item, "content:encoded")
    assert len(description.encode()) <= 4_000
    tree = etree.fromstring(f"<div>{description}</div>")
    assert {element.tag for element in tree.iterdescendants()} <= SHOWN
    links = [str(link.get("href")) for link in tree.iter("a")]
    assert [link for link in links if not re.match("https?:|mailto:|tel:", link)] == []
    assert "javascript:" not in re.sub(">[^<]*<", "><", content).lower()
    assert by_podcastparser(feed).get("description_html", "").strip() == (
        content.strip() or description.strip()
    )
    read = by_feedparser(feed)
    assert read.summary.strip() == description.strip()
    assert [part.value.strip() for part in read.get("content", ())] in ([content.strip()], [])


@given(HTML, WORDS)
def test_our_own_rules_find_nothing_in_any_notes(html: str, summary: str) -> None:
    feed = render(make_episode(notes=html, summary=summary, chapters=(make_chapter(0, "A"),)))

    assert [str(fault) for fault in judge(feed) if fault.rule.key in RULES] == []


@pytest.mark.parametrize(
    "notes",
    [
        "<p>a]]>b</p>",
        "<p>&amp;amp; &amp;lt;b&amp;gt;</p>",
        "<p>👩\u200d👧 \u200fשלום\u200f \u202ex</p>",
        f"<p>{'Five thousand bytes. ' * 250}</p>",
        "<p>a <b>b <i>c</p>",
        '<p><a href="javascript:x()">a</a></p>',
        "<p>\x00a\x1b[0m\ud800</p>",
    ],
)
def test_known_traps_leave_a_feed_that_every_parser_reads(notes: str) -> None:
    feed = render(make_episode(notes=notes, summary="Why."))

    content = text_of(item_of(feed), "content:encoded")
    assert words_of(content) == words_of(by_podcastparser(feed)["description_html"])
    assert by_feedparser(feed).content[0].value == content
    assert not feedparser.parse(feed).bozo
