from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from plugins.discovery.sitemap import SitemapUrl, render_sitemaps, sitemap_url
from plugins.shared.site import Site
from tests.unit.discovery.builders import DATE, make_entry, make_image, make_page, make_site

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
}


def found(content: bytes, path: str) -> list[str]:
    nodes: Any = etree.fromstring(content).xpath(path, namespaces=NAMES)
    return [str(node) for node in nodes]


def make_urls(*paths: str) -> list[SitemapUrl]:
    return [SitemapUrl(path=path) for path in paths]


def test_a_small_site_has_one_file_sorted_by_address() -> None:
    ((path, content),) = render_sitemaps(make_urls("/b/", "/a/", "/b/"), make_site())

    assert path == "/sitemap.xml"
    assert content == (
        b"<?xml version='1.0' encoding='UTF-8'?>\n"
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        b' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
        b' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n'
        b"<url><loc>https://example.org/a/</loc></url>\n"
        b"<url><loc>https://example.org/b/</loc></url>\n"
        b"</urlset>\n"
    )


def test_the_order_in_which_pages_were_found_does_not_show() -> None:
    urls = [SitemapUrl(path="/a/", lastmod=DATE), SitemapUrl(path="/b/")]

    assert render_sitemaps(urls, make_site()) == render_sitemaps(urls[::-1], make_site())


def test_of_two_that_name_one_page_the_first_holds() -> None:
    urls = [SitemapUrl(path="/a/", lastmod=DATE), SitemapUrl(path="/a/")]

    ((_, content),) = render_sitemaps(urls, make_site())

    assert found(content, "//s:lastmod/text()") == ["2026-03-12T07:30:00Z"]


def test_an_entry_tells_its_change_languages_and_picture() -> None:
    changed = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
    spanish = make_entry(lang="es", path="/es/blog/listen/")
    site = make_site(media_address="https://cdn.example")
    url = sitemap_url(make_entry(modified=changed, image=make_image()), (spanish,), site)

    ((_, content),) = render_sitemaps([url], site)

    assert found(content, "//s:lastmod/text()") == ["2026-04-01T08:00:00Z"]
    assert found(content, "//x:link/@rel") == ["alternate"] * 3
    assert found(content, "//x:link/@hreflang") == ["en", "es", "x-default"]
    assert found(content, "//x:link/@href") == [
        "https://example.org/blog/listen/",
        "https://example.org/es/blog/listen/",
        "https://example.org/blog/listen/",
    ]
    assert found(content, "//i:image/i:loc/text()") == [
        "https://cdn.example/media/desk-0a1b2c3d.jpg"
    ]


def test_a_page_without_a_date_tells_none() -> None:
    assert sitemap_url(make_page(), (), make_site()).lastmod is None
    assert sitemap_url(make_page(modified=DATE), (), make_site()).lastmod == DATE
    assert sitemap_url(make_entry(), (), make_site()).lastmod == DATE


def test_too_many_pages_are_split_under_an_index() -> None:
    early, late = (datetime(2026, month, 1, tzinfo=UTC) for month in (1, 2))
    urls = [
        SitemapUrl(path="/a/", lastmod=early),
        SitemapUrl(path="/b/", lastmod=late),
        SitemapUrl(path="/c/"),
    ]

    files = dict(render_sitemaps(urls, make_site(), max_urls=2))

    assert list(files) == ["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"]
    assert found(files["/sitemap.xml"], "//s:sitemap/s:loc/text()") == [
        "https://example.org/sitemap-1.xml",
        "https://example.org/sitemap-2.xml",
    ]
    assert found(files["/sitemap.xml"], "//s:lastmod/text()") == ["2026-02-01T00:00:00Z"]
    assert found(files["/sitemap-2.xml"], "//s:loc/text()") == ["https://example.org/c/"]


def test_files_that_grow_too_large_are_split_too() -> None:
    urls = make_urls(*(f"/{letter}/" for letter in "abcdefgh"))

    files = dict(render_sitemaps(urls, make_site(), max_bytes=400))

    parts = [content for path, content in files.items() if path != "/sitemap.xml"]
    assert len(parts) > 1
    assert all(len(content) <= 400 for content in parts)
    assert [loc for part in parts for loc in found(part, "//s:loc/text()")] == [
        f"https://example.org/{letter}/" for letter in "abcdefgh"
    ]


def test_fifty_thousand_pages_are_one_file_and_one_more_are_two() -> None:
    urls = make_urls(*(f"/{number}/" for number in range(50_001)))

    assert len(render_sitemaps(urls[:-1], make_site())) == 1
    assert len(render_sitemaps(urls, make_site())) == 3


def test_without_a_host_there_is_no_sitemap() -> None:
    assert render_sitemaps(make_urls("/a/"), make_site(address="")) == ()


def test_an_empty_site_has_an_empty_sitemap() -> None:
    ((_, content),) = render_sitemaps([], make_site())

    assert found(content, "//s:loc/text()") == []


@settings(deadline=None)
@given(st.lists(st.text(), unique=True))
def test_no_path_breaks_the_file(names: list[str]) -> None:
    site: Site = make_site()
    paths = sorted(f"/{name}/" for name in names)

    ((_, content),) = render_sitemaps(make_urls(*paths), site)

    assert found(content, "//s:loc/text()") == [site.absolute(path) for path in paths]
