"""The site of this repository, whole: its addresses, its links, and what must not be in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.crawl import Site
from tests.site.sites import ROOT, Built, build

pytestmark = pytest.mark.slow

ADDRESS = "https://dave.example.org"

ADDRESSES = [
    "/", "/blog/", "/blog/twenty-names/", "/blog/page/1/", "/blog/page/2/", "/podcast/",
    "/podcast/unwanted-callers/", "/podcast/season/1/", "/podcast/season/2/", "/podcast/feed.xml",
    "/podcast/season/2/feed.xml", "/podcast/season/2/podcast.xml", "/blog/feed.xml", "/feed.xml",
    "/tags/", "/tags/training-thursday/", "/tags/training-thursday/feed.xml",
    "/tags/training-thursday/podcast.xml", "/series/", "/series/the-fundamentals/",
    "/series/the-fundamentals/feed.xml", "/series/unwanted-callers/podcast.xml", "/people/",
    "/people/dave/", "/people/dave/feed.xml", "/people/dave/podcast.xml", "/archive/",
    "/archive/2026/", "/search/", "/subscribe/", "/404.html", "/sitemap.xml", "/robots.txt",
    "/llms.txt", "/es/blog/customer-or-client/", "/blog/twenty-names/index.md", "/favicon.ico",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_promised_address_is_there(sample: Built, address: str) -> None:
    assert sample.has(address)


def test_every_link_picture_feed_and_fragment_leads_somewhere(sample: Built) -> None:
    site = Site(sample.output, ADDRESS)

    assert site.broken() == []


BROKEN = [
    ('<a href="/blog/none/">x</a>', "/blog/none/"),
    ('<a href="/blog/#none">x</a>', "/blog/#none"),
    ('<img src="/media/none.jpg" alt="">', "/media/none.jpg"),
    ('<link rel="alternate" href="/none.xml">', "/none.xml"),
    ('<audio src="none.mp3"></audio>', "none.mp3"),
]


@pytest.mark.parametrize(("html", "target"), BROKEN)
def test_a_planted_broken_link_is_found(tmp_path: Path, html: str, target: str) -> None:
    built = build(tmp_path, {})
    page = built.output / "archive" / "index.html"
    page.write_text(page.read_text().replace("</main>", f"{html}</main>"))

    assert Site(built.output, ADDRESS).broken() == [f"/archive/index.html → {target}"]


def test_a_planted_broken_enclosure_is_found(tmp_path: Path) -> None:
    built = build(tmp_path, {})
    feed = built.output / "podcast" / "feed.xml"
    item = f'<item><enclosure url="{ADDRESS}/media/none.mp3"/></item></channel>'
    feed.write_text(feed.read_text().replace("</channel>", item))

    assert Site(built.output, ADDRESS).broken() == [f"/podcast/feed.xml → {ADDRESS}/media/none.mp3"]


# Words and names that only these sources have.
UNPUBLISHED = {
    "the draft post": ["pricing-evening", "workshops"],
    "the scheduled post": ["a-letter-to-2099"],
    "the draft episode": ["first-draft", "sign painter"],
    "the private notes": ["notes-to-self"],
    "the ledger": ["source_sha256"],
}


@pytest.mark.parametrize("source", UNPUBLISHED)
def test_what_is_not_published_is_nowhere(sample: Built, source: str) -> None:
    traces = [word.encode() for word in UNPUBLISHED[source]]

    found = [
        name
        for name, content in sample.files().items()
        if any(trace in name.encode() or trace in content for trace in traces)
    ]

    assert found == []


def test_only_files_of_published_entries_are_published(sample: Built) -> None:
    published = {path.split("-")[0] for path in sample.files() if path.startswith("media/076")}

    assert published == set()


def test_the_hidden_entry_is_at_its_address_and_in_no_list(sample: Built) -> None:
    found = [
        name for name, content in sample.files().items() if b"before-your-first-talk" in content
    ]

    assert found == ["blog/before-your-first-talk/index.html"]
    assert 'content="noindex"' in sample.text("/blog/before-your-first-talk/index.html")


def test_no_page_has_inline_style_or_script_or_asks_another_host(sample: Built) -> None:
    pages = Site(sample.output, ADDRESS).pages

    for name, page in pages.items():
        elements = [element for element in page.iter() if isinstance(element.tag, str)]
        assert not [e for e in elements if e.tag == "style" or e.get("style")], name
        assert not [e for e in elements if any(str(key).startswith("on") for key in e.attrib)], name
        loaded = [
            str(e.get("src") or e.get("href"))
            for e in elements
            if e.get("src") or (e.tag == "link" and e.get("rel") in {"stylesheet", "icon"})
        ]
        assert [url for url in loaded if not url.startswith("/")] == [], name
        inline = [e for e in elements if e.tag == "script" and not e.get("src")]
        assert {e.get("type") for e in inline} <= {"application/ld+json"}, name


def test_every_page_says_what_it_may_load(sample: Built) -> None:
    for name, page in Site(sample.output, ADDRESS).pages.items():
        policies = [
            str(meta.get("content"))
            for meta in page.iter("meta")
            if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(policies) == 1, name
        assert "default-src 'none'" in policies[0], name
        assert "unsafe" not in policies[0], name


def test_the_sample_has_the_promised_variety() -> None:
    posts = list((ROOT / "content" / "posts").glob("*.md"))
    episodes = list((ROOT / "content" / "episodes").glob("*.md"))

    assert len(posts) >= 14
    assert len(episodes) >= 12


def test_all_audio_is_under_eight_megabytes() -> None:
    audio = [p for p in (ROOT / "content").rglob("*") if p.suffix in {".mp3", ".opus", ".m4a"}]

    assert sum(path.stat().st_size for path in audio) < 8_000_000
