"""Reads a built site as a visitor's browser would, and finds what leads nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
from lxml import etree

ATTRIBUTES = ("href", "src", "poster", "action")
URLS_IN_XML = ("href", "url", "uri", "img")


@dataclass(frozen=True)
class Site:
    """A folder, and the address it will have."""

    folder: Path
    address: str

    @cached_property
    def pages(self) -> dict[str, etree._Element]:
        """The pages of the site; a transcript in HTML is a file to download."""
        return {
            "/" + str(path.relative_to(self.folder)): _parse(path)
            for path in sorted(self.folder.rglob("*.html"))
            if path.parent.name != "media"
        }

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        return {
            name: {found for element in page.iter() if (found := element.get("id"))}
            for name, page in self.pages.items()
        }

    def broken(self) -> list[str]:
        """Return `place → target` for each link, picture, feed and fragment that leads nowhere."""
        return sorted(
            {f"{place} → {url}" for place, url in self.links() if self._leads_nowhere(place, url)}
        )

    def links(self) -> Iterator[tuple[str, str]]:
        for name, page in self.pages.items():
            yield from ((name, url) for url in _links_of(page))
        for path in sorted(self.folder.rglob("*.xml")):
            place = "/" + str(path.relative_to(self.folder))
            yield from ((place, url) for url in _links_of_feed(etree.parse(path).getroot()))

    def _leads_nowhere(self, place: str, url: str) -> bool:
        absolute = urljoin(self.address + place.removesuffix("index.html"), url)
        if not absolute.startswith(self.address + "/"):
            return urlsplit(absolute).netloc == urlsplit(self.address).netloc
        target, fragment = urldefrag(absolute.removeprefix(self.address))
        name = unquote(urlsplit(target).path)
        name += "index.html" if name.endswith("/") else ""
        if not (self.folder / name.lstrip("/")).is_file():
            return True
        is_named = fragment and not fragment.startswith("t=")
        return bool(is_named and name in self.ids and unquote(fragment) not in self.ids[name])


def _parse(path: Path) -> etree._Element:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
    page: etree._Element = parser.parse(path.read_bytes()).getroot()
    return page


def _links_of(page: etree._Element) -> Iterator[str]:
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        yield from (url for name in ATTRIBUTES if (url := element.get(name)))
        if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield (element.get("content") or "").partition("url=")[2]
        if element.tag == "meta" and (element.get("property") or "") in {
            "og:image",
            "og:audio",
            "og:url",
        }:
            yield element.get("content") or ""
        if element.tag == "script" and element.get("type") == "application/ld+json":
            yield from _urls_of(json.loads(element.text or "{}"))


def _urls_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key in {"url", "contentUrl", "image", "webFeed", "item"} and isinstance(part, str):
                yield part
            else:
                yield from _urls_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from _urls_of(part)


def _links_of_feed(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in {"link", "url", "loc"} and (element.text or "").strip().startswith("http"):
            yield (element.text or "").strip()
        yield from (url for key in URLS_IN_XML if (url := element.get(key)))
        if name in {"encoded", "description"} and "<" in (element.text or ""):
            yield from _links_of(
                html5lib.parse(
                    element.text, treebuilder="lxml", namespaceHTMLElements=False
                ).getroot()
            )
