from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.html.addresses import is_safe_picture, whole_address
from tests.unit.builders import make_site

SITE = make_site(address="https://example.org/sub")
# RFC 3986: a scheme of ours, then nothing but what an address may hold.
ADDRESS = re.compile(r"(?:https?://[^/?#]+|mailto:|tel:)(?:[\w/:@!$&'()*+,;=.~?#\[\]-]|%[\dA-F]{2})*",
                     re.ASCII | re.IGNORECASE)  # fmt: skip


@pytest.mark.parametrize(
    ("target", "whole"),
    [
        ("/sub/x/", "https://example.org/sub/x/"),
        ("x.html", "https://example.org/sub/z/x.html"),
        ("./x", "https://example.org/sub/z/x"),
        ("../x", "https://example.org/sub/x"),
        ("../../../x", "https://example.org/x"),
        ("#y", "https://example.org/sub/z/#y"),
        ("#fn:1", "https://example.org/sub/z/#fn:1"),
        ("?q=a", "https://example.org/sub/z/?q=a"),
        ("", "https://example.org/sub/z/"),
        ("//host.example/x", "https://host.example/x"),
        ("https://a.example", "https://a.example"),
        ("HTTPS://a.example/X", "https://a.example/X"),
        ("http://a.example:8000/?a=1&b=2#c", "http://a.example:8000/?a=1&b=2#c"),
        ("mailto:dave@example.org", "mailto:dave@example.org"),
        ("mailto:dave@example.org?subject=Hi there", "mailto:dave@example.org?subject=Hi%20there"),
        ("tel:+44 20 7946 0000", "tel:+442079460000"),
    ],
)
def test_every_form_of_a_link_becomes_whole(target: str, whole: str) -> None:
    assert whole_address(target, SITE, "/z/") == whole


@pytest.mark.parametrize(
    ("target", "whole"),
    [
        ("/über uns/", "https://example.org/%C3%BCber%20uns/"),
        ("https://a.example/ä?ö=ü#ß", "https://a.example/%C3%A4?%C3%B6=%C3%BC#%C3%9F"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://a.example/%C3%A4", "https://a.example/%C3%A4"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ('https://a.example/"<>`{}|\\^', "https://a.example/%22%3C%3E%60%7B%7D%7C%5C%5E"),
        ("https://a.example/?x[]=1", "https://a.example/?x%5B%5D=1"),
        ("https://a.example/👋", "https://a.example/%F0%9F%91%8B"),
        ("https://a.example/שלום", "https://a.example/%D7%A9%D7%9C%D7%95%D7%9D"),
        ("https://a.\nexample/\tx ", "https://a.example/x"),
        ("https://[::1]/x", "https://[::1]/x"),
    ],
)
def test_an_address_is_percent_encoded_ascii(target: str, whole: str) -> None:
    assert whole_address(target, SITE, "/z/") == whole


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "https:",
        "http:///x",
        "https://[",
        "https://a b/",
        'https://a"b/',
        "https:evil",
    ],
)
def test_what_apps_refuse_leads_nowhere(target: str) -> None:
    assert whole_address(target, SITE, "/z/") is None


@given(st.text() | st.text(alphabet="htps:/.?#%[]@ä \\\"'jav", max_size=30))
def test_an_address_is_whole_or_nothing_and_stays_as_it_is(target: str) -> None:
    target = target.encode(errors="replace").decode()
    whole = whole_address(target, SITE, "/z/")

    if whole is not None:
        assert ADDRESS.fullmatch(whole)
        assert whole_address(whole, SITE, "/other/") == whole


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("https://a.example/x.jpg", True),
        ("http://a.example/x.jpg", False),
        ("http://localhost:8000/x.jpg", True),
        ("http://localhost:8000.example/x.jpg", False),
        ("http://media.example/x.jpg", True),
        ("mailto:x", False),
    ],
)
def test_pictures_are_loaded_over_https_or_from_the_site(address: str, *, is_safe: bool) -> None:
    site = make_site(address="http://localhost:8000", media_address="http://media.example")

    assert is_safe_picture(address, site) is is_safe
