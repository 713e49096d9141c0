"""Sitemaps for search engines: one file, or an index of several when there is too much for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from plugins.discovery.languages import language_paths
from plugins.entries.model import Entry, Kind
from plugins.shared.dates import iso_utc
from plugins.shared.site import Site

# https://www.sitemaps.org/protocol.html: the bounds of one file, before compression.
MAX_URLS = 50_000
MAX_BYTES = 50 * 1024 * 1024

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_URLS = f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}" xmlns:image="{_IMAGE}"/>'
_INDEX = f'<sitemapindex xmlns="{_SITEMAP}"/>'


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapUrl:
    """A page: when its content changed, its (hreflang, path) pairs, the paths of its pictures."""

    path: str
    lastmod: datetime | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    images: tuple[str, ...] = ()


def sitemap_url(entry: Entry, translations: tuple[Entry, ...], site: Site) -> SitemapUrl:
    """Return the sitemap's view of an entry; a page without `Modified:` has no date to tell."""
    return SitemapUrl(
        path=entry.path,
        lastmod=entry.modified if entry.kind is Kind.PAGE else entry.changed,
        alternates=language_paths(entry, translations, site.language),
        images=(entry.image.path,) if entry.image else (),
    )


def render_sitemaps(
    urls: Sequence[SitemapUrl],
    site: Site,
    *,
    max_urls: int = MAX_URLS,
    max_bytes: int = MAX_BYTES,
) -> tuple[tuple[str, bytes], ...]:
    """Return (path, content) of each file; without a host there is nothing to write.

    Where a path is named twice, the first one holds.
    """
    if not site.address:
        return ()
    by_path = sorted({url.path: url for url in reversed(urls)}.values(), key=lambda url: url.path)
    parts = list(_split(by_path, site, max_urls, max_bytes))
    if len(parts) == 1:
        return (("/sitemap.xml", parts[0][1]),)
    files = [(f"/sitemap-{number}.xml", *part) for number, part in enumerate(parts, 1)]
    index = _render_index([(path, urls) for path, urls, _ in files], site)
    return ("/sitemap.xml", index), *((path, content) for path, _, content in files)


def _split(
    urls: Sequence[SitemapUrl], site: Site, max_urls: int, max_bytes: int
) -> Iterator[tuple[Sequence[SitemapUrl], bytes]]:
    if len(urls) > max_urls:
        for start in range(0, len(urls), max_urls):
            yield from _split(urls[start : start + max_urls], site, max_urls, max_bytes)
        return
    content = _render(urls, site)
    if len(content) <= max_bytes or len(urls) <= 1:
        yield urls, content
        return
    middle = len(urls) // 2
    yield from _split(urls[:middle], site, max_urls, max_bytes)
    yield from _split(urls[middle:], site, max_urls, max_bytes)


def _render(urls: Sequence[SitemapUrl], site: Site) -> bytes:
    root = etree.fromstring(_URLS)
    for url in urls:
        _add_url(root, url, site)
    return _dump(root)


def _render_index(files: Sequence[tuple[str, Sequence[SitemapUrl]]], site: Site) -> bytes:
    root = etree.fromstring(_INDEX)
    for path, urls in files:
        changes = [url.lastmod for url in urls if url.lastmod]
        _add_place(root, "sitemap", site.absolute(path), max(changes, default=None))
    return _dump(root)


def _add_url(root: etree._Element, url: SitemapUrl, site: Site) -> None:
    item = _add_place(root, "url", site.absolute(url.path), url.lastmod)
    for language, path in url.alternates:
        link = {"rel": "alternate", "hreflang": language, "href": site.absolute(path)}
        etree.SubElement(item, f"{{{_XHTML}}}link", link)
    for path in url.images:
        image = etree.SubElement(item, f"{{{_IMAGE}}}image")
        etree.SubElement(image, f"{{{_IMAGE}}}loc").text = site.absolute_media(path)


def _add_place(
    root: etree._Element, name: str, address: str, lastmod: datetime | None
) -> etree._Element:
    item = etree.SubElement(root, f"{{{_SITEMAP}}}{name}")
    item.tail = "\n"
    etree.SubElement(item, f"{{{_SITEMAP}}}loc").text = address
    if lastmod:
        etree.SubElement(item, f"{{{_SITEMAP}}}lastmod").text = iso_utc(lastmod)
    return item


def _dump(root: etree._Element) -> bytes:
    root.text = "\n"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
