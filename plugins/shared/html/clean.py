"""HTML cleaned for a feed: nothing that runs, whole addresses, the same for every parser."""

from __future__ import annotations

import re
from functools import lru_cache
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
from plugins.shared.html.plain import clean_plain
from plugins.shared.site import Site

# A post stands in many feeds, and is cleaned once; more would cost a big show much memory.
_REMEMBERED = 1_024
_VOID = re.compile(rf'<({"|".join(sorted(VOID))})((?: [a-z]+="[^"]*")*)>')
_PICTURE = re.compile(r'<img((?: [a-z]+="[^"]*")*)/>')
_ALT = re.compile(r' alt="([^"]*)"')
_NO_LINK = re.compile(r"<a>((?:(?!</?a\b).)*)</a>", re.DOTALL)
# The way back from a footnote leads nowhere but on the page.
_BACK = re.compile(r'(?:&#160;)?<a class="footnote-backref"[^>]*>[^<]*</a>')
_PRE = re.compile(r"<pre>\n+")


def clean_html(html: str, site: Site, path: str) -> str:
    """Return the HTML of the page at `path` as a feed may hold it.

    It is well-formed XML and HTML at once, and holds what `allowed` lists. What is embedded from
    elsewhere becomes a link, a picture that apps would not load becomes its words.

    >>> site = Site(name="S", address="https://example.org", language="en")
    >>> clean_html('<p class="x">A<br><a href="#b" onclick="c()">b</a><script>d()</script>', site,
    ...     "/e/")
    '<p>A<br/><a href="https://example.org/e/#b">b</a></p>'
    """
    html = without_control(html)
    plain = clean_plain(html, site)
    return _clean(html, site, path) if plain is None else plain


@lru_cache(maxsize=_REMEMBERED)
def _clean(html: str, site: Site, path: str) -> str:
    def whole(target: str) -> str | None:
        return whole_address(target, site, path)

    def change(element: str, attribute: str, value: str) -> str | None:
        if attribute not in ADDRESSES:
            return value
        address = whole(value)
        is_refused = element == "img" and address and not is_safe_picture(address, site)
        return None if is_refused else address

    cleaner = nh3.Cleaner(
        tags=set(ELEMENTS),
        clean_content_tags=set(SILENT),
        attributes={name: set(known) for name, known in ATTRIBUTES.items()},
        attribute_filter=change,
        link_rel=None,
        url_schemes=set(SCHEMES),
    )
    # What an entity stood for is a character by now.
    html = without_control(cleaner.clean(link_embeds(_BACK.sub("", html), whole)))
    return _same_for_all(html)


def _same_for_all(html: str) -> str:
    """Return what nh3 writes as XML reads it, too."""
    html = _VOID.sub(r"<\1\2/>", html.replace("&nbsp;", "\xa0"))
    html = _PICTURE.sub(_picture, html)
    html = _NO_LINK.sub(r"\1", html)
    # The first line break in a `pre` is none to HTML, but is one to XML.
    return _PRE.sub("<pre>", html).replace("<p></p>", "")


def _picture(found: re.Match[str]) -> str:
    """Return a picture that has an address, with its words if it has any; else its words alone."""
    alt = _ALT.search(found[0])
    if " src=" in found[0]:
        return found[0] if alt else f'{found[0][:-2]} alt=""/>'
    return escape(unescape(alt[1]), quote=False) if alt else ""
