from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.html import make_absolute
from tests.unit.builders import make_site

SITE = make_site(address="https://example.org/sub")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/sub/x/">x</a>', '<a href="https://example.org/sub/x/">x</a>'),
        ("<img src='/sub/x.jpg'>", "<img src='https://example.org/sub/x.jpg'>"),
        ('<video poster="/p.jpg">', '<video poster="https://example.org/p.jpg">'),
        ('<a href="#y">y</a>', '<a href="https://example.org/sub/z/#y">y</a>'),
        ('<img alt="a > b" src="/x">', '<img alt="a > b" src="https://example.org/x">'),
        ('<a\nhref="/x">', '<a\nhref="https://example.org/x">'),
    ],
)
def test_a_link_within_the_site_becomes_absolute(html: str, expected: str) -> None:
    assert make_absolute(html, SITE, "/z/") == expected


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.com/">x</a>',
        '<a href="//example.com/">x</a>',
        '<a href="mailto:dave@example.org">x</a>',
        '<a data-href="/x">x</a>',
        '<code>&lt;a href="/x"&gt;</code>',
        '<p>Write href="/x" there, or src="#y".</p>',
    ],
)
def test_links_elsewhere_and_words_about_links_stay(html: str) -> None:
    assert make_absolute(html, SITE, "/z/") == html


@given(st.text(alphabet="<>\"'=/# ahref", max_size=60))
def test_what_is_absolute_stays_so(html: str) -> None:
    once = make_absolute(html, SITE, "/z/")

    assert make_absolute(once, SITE, "/z/") == once
