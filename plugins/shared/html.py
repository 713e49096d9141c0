"""HTML of an entry on its way into a feed."""

from __future__ import annotations

import re
from html import escape

from plugins.shared.site import Site

_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
_LINK = re.compile(r"(?P<before>\s(?:href|src|poster)=[\"'])(?P<path>/(?!/)|#)")


def make_absolute(html: str, site: Site, path: str) -> str:
    """Make root-relative links absolute, and fragments those of the page at `path`.

    >>> site = Site(name="S", address="https://example.org/sub", language="en")
    >>> make_absolute('<a href="/sub/x/">x</a> <a href="#y">y</a>', site, "/z/")
    '<a href="https://example.org/sub/x/">x</a> <a href="https://example.org/sub/z/#y">y</a>'
    """

    def replaced(match: re.Match[str]) -> str:
        target = site.origin + "/" if match["path"] == "/" else site.absolute(path) + "#"
        return match["before"] + escape(target)

    return _TAG.sub(lambda tag: _LINK.sub(replaced, tag[0]), html)
