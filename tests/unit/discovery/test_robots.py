from __future__ import annotations

from plugins.discovery.robots import render_robots
from tests.unit.discovery.builders import make_site


def test_all_are_welcome_and_the_sitemap_has_its_whole_address() -> None:
    text = render_robots(make_site(address="https://example.org/sub"))

    assert text == ("User-agent: *\nAllow: /\n\nSitemap: https://example.org/sub/sitemap.xml\n")


def test_without_a_host_there_is_no_sitemap_line() -> None:
    assert render_robots(make_site(address="")) == "User-agent: *\nAllow: /\n"
