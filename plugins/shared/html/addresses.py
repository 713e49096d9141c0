"""Addresses in the HTML of a feed: whole, in ASCII, and of a kind that apps open."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from plugins.shared.html.allowed import SCHEMES
from plugins.shared.site import Site

# Most addresses are whole and plain, and there are many of them.
_WHOLE = re.compile(
    r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?"
    r"(?:[/?#](?:[A-Za-z0-9/:@!$&'()*+,;=._~?-]|%[0-9A-Fa-f]{2})*)?"
)
# So are those within the site; one with a dot may have to be resolved (RFC 3986, 5.2.4).
_WITHIN = re.compile(r"/(?!/)(?:[A-Za-z0-9/:@!$&'()*+,;=_~?#-]|%[0-9A-Fa-f]{2})*")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
# WHATWG URL, 4.4: a browser drops these before it looks for a scheme.
_EDGES = "".join(map(chr, range(0x21)))
_DROPPED = re.compile(r"[\t\n\r]")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
# RFC 3986, 3.3: what a path may hold as it is; queries and fragments hold the same.
_SAFE = "/:@!$&'()*+,;=-._~%?"
_SAFE_IN_HOST = ":@!$&'()*+,;=-._~%[]"


def whole_address(target: str, site: Site, path: str) -> str | None:
    """Return where a link of the page at `path` leads, with its host; nothing if apps refuse it.

    >>> site = Site(name="S", address="https://example.org/sub", language="en")
    >>> whole_address("../x y/?q#é", site, "/a/b/")
    'https://example.org/sub/a/x%20y/?q#%C3%A9'
    >>> whole_address("//cdn.example/x.jpg", site, "/"), whole_address("javascript:1", site, "/")
    ('https://cdn.example/x.jpg', None)
    """
    if _WHOLE.fullmatch(target):
        return target
    if site.origin and _WITHIN.fullmatch(target):
        return site.origin + target
    target = _DROPPED.sub("", target.strip(_EDGES))
    try:
        scheme = _SCHEME.match(target)
        if scheme is None:
            target = "https:" + target if target.startswith("//") else _joined(target, site, path)
        elif scheme[1].lower() not in SCHEMES:
            return None
        elif scheme[1].lower() == "tel":
            target = target.replace(" ", "")
        return _in_ascii(target)
    except ValueError:  # so urllib tells of a host that is none
        return None


def is_safe_picture(address: str, site: Site) -> bool:
    """Say whether an app would load a picture from here: over https, or of the site itself."""
    own = tuple(f"{host}/" for host in (site.address, site.media_address) if host)
    return address.startswith(("https://", *own)) or (not site.address and address[:1] == "/")


def _joined(target: str, site: Site, path: str) -> str:
    return urljoin(site.absolute(path), target)


def _in_ascii(address: str) -> str:
    scheme, host, *rest = urlsplit(address)
    if not host.isascii():
        host = host.encode("idna").decode()
    is_web = scheme in {"http", "https"}
    if (is_web and not host) or quote(host, safe=_SAFE_IN_HOST) != host:
        raise ValueError(address)
    parts = (quote(_STRAY_PERCENT.sub("%25", part), safe=_SAFE) for part in rest)
    return urlunsplit((scheme, host, *parts))
