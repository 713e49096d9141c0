from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.podcast.notes.cut import cut_html
from plugins.podcast.notes.reduce import reduce_html
from plugins.shared.html.clean import clean_html
from tests.unit.builders import make_site
from tests.unit.shared.html.pieces import HTML


def words_of(html: str) -> str:
    return "".join(map(str, etree.fromstring(f"<div>{html}</div>").itertext()))


@pytest.mark.parametrize(
    ("html", "limit", "expected"),
    [
        ("<p>One. Two. Three.</p>", 23, "<p>One. Two. Three.</p>"),
        ("<p>One. Two. Three.</p>", 22, "<p>One. Two.</p>"),
        ("<p>One. Two. Three.</p>", 15, "<p>One.</p>"),
        ("<p>One.</p><p>Two words</p><p>Three</p>", 30, "<p>One.</p><p>Two words</p>"),
        ("<p>One <b>two. Three</b> four.</p>", 26, "<p>One <b>two.</b></p>"),
        ("<p>He said <i>go.</i> Then he left.</p>", 32, "<p>He said <i>go.</i></p>"),
        ("<p>One, e.g. <b>two</b>. Three</p>", 32, "<p>One, e.g. <b>two</b>.</p>"),
        ("<ul><li>One</li><li>Two words</li></ul>", 38, "<ul><li>One</li></ul>"),
        ("<p>One.</p><p><b>Why?</b></p><p>Two. Three.</p>", 38, "<p>One.</p>"),
        ("<p>One.<br/>Two. Three</p>", 24, "<p>One.<br/>Two.</p>"),
        ('<p><a href="x">One. Two</a></p>', 28, '<p><a href="x">One.</a></p>'),
    ],
)
def test_a_text_is_cut_at_the_last_sentence_that_fits(html: str, limit: int, expected: str) -> None:
    assert cut_html(html, limit) == expected


@pytest.mark.parametrize(
    ("html", "limit", "expected"),
    [
        ("<p>One two three</p>", 18, "<p>One two</p>"),
        ("<p>Ask Dr. Who. Then</p>", 15, "<p>Ask Dr.</p>"),
        ("<p>Unbroken</p>", 12, "<p>Unbro</p>"),
        ("<p>ééééé</p>", 12, "<p>éé</p>"),
        ("<p>e\u0301e\u0301</p>", 12, "<p>e\u0301</p>"),
        ("<p>&amp;&amp;&amp;</p>", 18, "<p>&amp;&amp;</p>"),
        ("<p>👩\u200d👧👩\u200d👧</p>", 24, "<p>👩\u200d👧</p>"),
        ("<p>One</p>", 6, ""),
        ("<p>One</p>", -5, ""),
        ("", 9, ""),
    ],
)
def test_without_a_sentence_it_is_cut_at_a_word_or_a_letter(
    html: str, limit: int, expected: str
) -> None:
    assert cut_html(html, limit) == expected


@given(HTML, st.integers(0, 300))
def test_any_text_is_cut_to_what_fits_and_stays_well_formed(html: str, limit: int) -> None:
    whole = reduce_html(clean_html(html, make_site(), "/e/"))

    cut = cut_html(whole, limit)

    assert len(cut.encode()) <= limit
    words = words_of(cut)
    assert words_of(whole).startswith(words)
    assert "".join(html5lib.parseFragment(cut, treebuilder="etree").itertext()) == words
    assert "\ufffd" not in words or "\ufffd" in whole


@pytest.mark.parametrize("word", ["x", "é", "\u0301", "&amp;", "<br/>", "x. ", "<b>x</b>"])
def test_a_text_without_end_is_cut_in_a_moment(word: str) -> None:
    assert len(cut_html(f"<p>{word * 300_000}</p>", 3_900).encode()) <= 3_900
