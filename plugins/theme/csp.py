"""The Content-Security-Policy of every page: nothing from elsewhere, nothing inline."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from plugins.shared.site import Site


def content_security_policy(site: Site, remote: Iterable[str] = ()) -> str:
    """Return the policy; only a media host, and those of remote audio, may add to our own.

    >>> content_security_policy(Site(name="S", address="", language="en")).split("; ")[:2]
    ["default-src 'none'", "img-src 'self'"]
    """
    media = f" {_origin(site.media_address)}" if site.media_address else ""
    audio = "".join(f" {origin}" for origin in sorted({_origin(url) for url in remote}))
    rules = {
        "default-src": "'none'",
        "img-src": f"'self'{media}",
        "media-src": f"'self'{media}{audio}",
        "style-src": "'self'",
        "script-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
