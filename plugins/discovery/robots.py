"""robots.txt: every crawler is welcome, and told where the sitemap is (RFC 9309)."""

from __future__ import annotations

from plugins.discovery.addresses import page_url
from plugins.shared.site import Site


def render_robots(site: Site) -> str:
    """Return the file's text; without a host the sitemap has no address and is left out.

    >>> print(render_robots(Site(name="S", address="https://example.org", language="en")), end="")
    User-agent: *
    Allow: /
    <BLANKLINE>
    Sitemap: https://example.org/sitemap.xml
    """
    sitemap = page_url(site, "/sitemap.xml")
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")
