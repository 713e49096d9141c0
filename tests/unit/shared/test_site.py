from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.site import Site, find_address_faults
from tests.unit.builders import make_site


@pytest.mark.parametrize(
    ("address", "origin", "link", "absolute"),
    [
        ("https://x.org", "https://x.org", "/a/", "https://x.org/a/"),
        ("https://x.org/blog", "https://x.org", "/blog/a/", "https://x.org/blog/a/"),
        ("http://localhost:8000/a/b", "http://localhost:8000", "/a/b/a/", "http://localhost:8000/a/b/a/"),
        ("", "", "/a/", "/a/"),
    ],
)  # fmt: skip
def test_a_path_is_written_as_link_and_as_url(
    address: str, origin: str, link: str, absolute: str
) -> None:
    site = make_site(address=address)

    assert (site.origin, site.link("/a/"), site.absolute("/a/")) == (origin, link, absolute)


def test_media_may_live_on_another_host() -> None:
    site = make_site(media_address="https://cdn.example.com/m")

    assert site.media("/media/x.mp3") == "https://cdn.example.com/m/media/x.mp3"
    assert site.absolute_media("/media/x.mp3") == "https://cdn.example.com/m/media/x.mp3"


def test_media_of_a_site_below_a_path_live_below_it_too() -> None:
    site = make_site(address="https://x.org/blog")

    assert site.media("/media/x.mp3") == "/blog/media/x.mp3"
    assert site.absolute_media("/media/x.mp3") == "https://x.org/blog/media/x.mp3"


def test_what_is_encoded_already_stays() -> None:
    site: Site = make_site()

    assert site.absolute("/a%20b/ü?x=1#y") == "https://example.org/a%20b/%C3%BC?x=1#y"


@given(st.text())
def test_a_url_is_ascii_and_has_no_spaces(path: str) -> None:
    url = make_site().absolute("/" + path)

    assert url.isascii()
    assert " " not in url
    assert '"' not in url


TODO = "Write it whole and in ASCII, such as 'https://example.org'."


@pytest.mark.parametrize(
    ("address", "messages"),
    [
        ("https://example.org", []),
        ("http://127.0.0.1:8000/blog", []),
        ("https://[2001:db8::1]:8000", []),
        ("https://example.org/~dave/a%20b", []),
        ("", [f"publishconf.py: SITEURL is empty. {TODO}"]),
        *(
            (odd, [f"publishconf.py: SITEURL {odd!r} is no address of a site. {TODO}"])
            for odd in (
                "example.org",
                "/blog",
                "//example.org",
                "ftp://example.org",
                "https://",
                "https://exa mple.org",
                "https://dave:word@example.org",
                "https://example.org/?page=1",
                "https://example.org/#top",
                "https://münchen.example",
            )
        ),
    ],
)
def test_what_is_published_needs_a_whole_address(address: str, messages: list[str]) -> None:
    site = Site(name="A", address=address, language="en")

    assert [str(fault) for fault in find_address_faults(site, is_preview=False)] == messages


def test_a_preview_needs_no_address_but_no_odd_one_either() -> None:
    nowhere = Site(name="A", address="", language="en")
    odd = Site(name="A", address="https://example.org", language="en", media_address="cdn")

    assert list(find_address_faults(nowhere, is_preview=True)) == []
    assert [str(fault) for fault in find_address_faults(odd, is_preview=True)] == [
        f"pelicanconf.py: MEDIA_URL 'cdn' is no address of a site. {TODO}"
    ]
