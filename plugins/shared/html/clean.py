"""HTML cleaned for a feed: nothing that runs, whole addresses, the same for every parser."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape, unescape

import nh3

from plugins.shared.characters import without_control
from plugins.shared.html.addresses import is_safe_picture, whole_address
from plugins.shared.html.allowed import (
    ADDRESSES,
    ATTRIBUTES,
    ELEMENTS,
    SCHEMES,
    SILENT,
    VOID,
)
from plugins.shared.html.embeds import link_embeds
from plugins.shared.site import Site

# A post stands in many feeds, and is cleaned once; more would cost a big show much memory.
_REMEMBERED = 1_024
_VOID = re.compile(rf'<({"|".join(sorted(VOID))})((?: [a-z]+="[^"]*")*)>')
_PICTURE = re.compile(r'<img((?: [a-z]+="[^"]*")*)/>')
_ALT = re.compile(r' alt="([^"]*)"')
_NO_LINK = re.compile(r"<a>((?:(?!</?a\b).)*)</a>", re.DOTALL)
# The way back from a footnote leads nowhere but on the page.
_BACK_CLASS = "footnote-backref"
_BACK = re.compile(rf'(?:&#160;)?<a class="{_BACK_CLASS}"[^>]*>[^<]*</a>')
_PRE = re.compile(r"<pre>\n+")


@lru_cache(maxsize=_REMEMBERED)
def clean_html(html: str, site: Site, path: str) -> str:
    """Return the HTML of the page at `path` as a feed may hold it.

    It is well-formed XML and HTML at once, and holds what `allowed` lists. What is embedded from
    elsewhere becomes a link, a picture that apps would not load becomes its words.

    >>> site = Site(name="S", address="https://example.org", language="en")
    >>> clean_html('<p class="x">A<br><a href="#b" onclick="c()">b</a><script>d()</script>', site,
    ...     "/e/")
    '<p>A<br/><a href="https://example.org/e/#b">b</a></p>'
    """
    return _cleaner_of(site).clean(html, path)


@cache
def _cleaner_of(site: Site) -> _Cleaner:
    return _Cleaner(site)


class _Cleaner:
    """nh3 with the tables of `allowed`, for one site: to make it takes longer than to use it.

    It knows the page of one text at a time, so it is for one thread.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._path = "/"
        self._cleaner = nh3.Cleaner(
            tags=set(ELEMENTS),
            clean_content_tags=set(SILENT),
            attributes={name: set(known) for name, known in ATTRIBUTES.items()},
            attribute_filter=self._change,
            link_rel=None,
            url_schemes=set(SCHEMES),
        )

    def clean(self, html: str, path: str) -> str:
        self._path = path
        found = without_control(html)
        if _BACK_CLASS in found:
            found = _BACK.sub("", found)
        found = self._cleaner.clean(link_embeds(found, self._whole))
        # What a number stood for is a character by now.
        return _same_for_all(without_control(found) if "&#" in html else found)

    def _whole(self, target: str) -> str | None:
        return whole_address(target, self._site, self._path)

    def _change(self, element: str, attribute: str, value: str) -> str | None:
        if attribute not in ADDRESSES:
            return value
        address = self._whole(value)
        is_refused = element == "img" and address and not is_safe_picture(address, self._site)
        return None if is_refused else address


def _same_for_all(html: str) -> str:
    """Return what nh3 writes as XML reads it, too."""
    html = _VOID.sub(r"<\1\2/>", html.replace("&nbsp;", "\xa0"))
    # Most texts have none of these, and to look for a word is faster than for a pattern.
    if "<img" in html:
        html = _PICTURE.sub(_picture, html)
    if "<a>" in html:
        html = _NO_LINK.sub(r"\1", html)
    if "<pre>" in html:
        # The first line break in a `pre` is none to HTML, but is one to XML.
        html = _PRE.sub("<pre>", html)
    return html.replace("<p></p>", "")


def _picture(found: re.Match[str]) -> str:
    """Return a picture that has an address, with its words if it has any; else its words alone."""
    alt = _ALT.search(found[0])
    if " src=" in found[0]:
        return found[0] if alt else f'{found[0][:-2]} alt=""/>'
    return escape(unescape(alt[1]), quote=False) if alt else ""
