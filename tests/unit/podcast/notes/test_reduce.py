from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.podcast.notes.reduce import reduce_html
from plugins.shared.html.clean import clean_html
from tests.unit.builders import make_site
from tests.unit.shared.html.pieces import HTML

# Digits are raised, and the words of a picture may take its place.
_NOT_ONLY_MARKED = re.compile("<(?:sup|sub|img)")
SHOWN = {"p", "ol", "ul", "li", "a", "br", "b", "i", "strong", "em"}


def letters_of(html: str) -> str:
    words = "".join(map(str, etree.fromstring(f"<div>{html}</div>").itertext()))
    return "".join(letter for letter in words if letter.isalnum())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>a <a href="x">b</a></p><ul><li>c</li></ul>',) * 2,
        ("<h2>a</h2><p>b</p>", "<p><b>a</b></p><p>b</p>"),
        ("<h2>a <code>b</code></h2>", "<p><b>a b</b></p>"),
        ("<blockquote><p>a</p><p>b</p></blockquote>c", "<p>a</p><p>b</p><p>c</p>"),
        (
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>\n"
            "<tr>\n<td>1</td>\n<td>2</td></tr></tbody></table>",
            "<p>a · b<br/>1 · 2</p>",
        ),
        ("<table><tr><td></td><td>a</td></tr></table>", "<p>a</p>"),
        ("<pre><code>if a:\n  b()\n\nc\n</code></pre>", "<p>if a:<br/>\xa0\xa0b()<br/>c</p>"),
        ('<figure><img src="x" alt="a"/><figcaption>b</figcaption></figure>', "<p>b</p>"),
        ('<a href="x"><img src="y" alt="a &amp; b"/></a>', '<p><a href="x">a &amp; b</a></p>'),
        ('<figure><a href="x"><img src="y" alt="a"/></a></figure>', '<p><a href="x">a</a></p>'),
        ('<p><a href="x"><img src="y" alt="a"/> b</a></p>', '<p><a href="x">b</a></p>'),
        ('<p>a</p><p><img src="x" alt="b"/></p>', "<p>a</p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p><b>a</b></p><p>b</p>"),
        ("<details><summary>a</summary>b</details>", "<p><b>a</b></p><p>b</p>"),
        ("<div>a</div><section>b</section>", "<p>a</p><p>b</p>"),
        ("a<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup>", "<p>a² H₂O 1st</p>"),
        ('a<sup><a href="x">1</a></sup>', '<p>a<a href="x">¹</a></p>'),
        ('<div><a href="x">a</a>, <b>b</b>!</div>', '<p><a href="x">a</a>, <b>b</b>!</p>'),
        ("<p>a <q>b</q></p>", "<p>a “b”</p>"),
        ("<p>a<br/><br/>b<br/></p><hr/>c", "<p>a<br/>b</p><p>c</p>"),
        ("<ul><li><p>a</p><p>b</p></li><li><div>c</div></li></ul><hr/>",
         "<ul><li>a<p>b</p></li><li>c</li></ul>"),
        ("<ol><li>a<ul><li><code>b</code></li></ul>c</li></ol>",
         "<ol><li>a<ul><li>b</li></ul><p>c</p></li></ol>"),
        ("<ul><code>a</code></ul>", "<ul><li>a</li></ul>"),
        ("<b><i>a<div>b</div></i></b>", "<p><b><i>a</i></b></p><p><b><i>b</i></b></p>"),
        ('<a href="x"><div>a</div></a>', '<p><a href="x">a</a></p>'),
        ("<p>a <kbd>b</kbd>, <del>c</del> d</p>", "<p>a b, c d</p>"),
    ],
)  # fmt: skip
def test_only_what_apps_show_is_left_and_the_words_stay(html: str, expected: str) -> None:
    assert reduce_html(html) == expected


@given(HTML)
def test_any_clean_html_is_reduced_to_what_apps_show(html: str) -> None:
    whole = clean_html(html, make_site(), "/e/")
    parser = etree.XMLParser(huge_tree=True)

    tree = etree.fromstring(f"<div>{reduce_html(whole)}</div>", parser)

    assert {element.tag for element in tree.iterdescendants()} <= SHOWN
    assert {name for element in tree.iter() for name in element.attrib} <= {"href"}


@given(HTML)
def test_no_word_is_lost_on_the_way(html: str) -> None:
    whole = clean_html(_NOT_ONLY_MARKED.sub("<b", html), make_site(), "/e/")

    assert letters_of(reduce_html(whole)) == letters_of(whole)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["b", "i", "code", 'a href="https://a.example/"', "kbd"]),
            st.sampled_from(["a", " b", "c ", ".", " ", "", "d e", "\n"]),
            st.sampled_from(["", " ", ".", "f"]),
        ),
        max_size=6,
    )
)
def test_the_spaces_within_a_line_stay_as_they_are(pieces: list[tuple[str, str, str]]) -> None:
    html = "".join(f"<{tag}>{text}</{tag.split()[0]}>{after}" for tag, text, after in pieces)

    found = reduce_html(f"<blockquote><p>{html}</p></blockquote>")

    words = " ".join("".join(text + after for _, text, after in pieces).split())
    assert "".join(map(str, etree.fromstring(f"<div>{found}</div>").itertext())) == words
