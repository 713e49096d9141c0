from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from lxml import etree

from plugins.shared.html.allowed import ATTRIBUTES, ELEMENTS
from plugins.shared.html.clean import clean_html
from tests.unit.builders import make_site
from tests.unit.shared.html.pieces import HTML

SITE = make_site()


def words_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def cleaned(html: str) -> str:
    return clean_html(html, SITE, "/e/")


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Why</h2><p>A <em>b</em> <strong>c</strong> <code>d</code></p>",
        '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td colspan="2">1</td></tr>'
        "</tbody></table>",
        "<pre><code>if a &lt; b:\n    c()</code></pre>",
        '<figure><img src="https://example.org/x.jpg" alt="A desk"/><figcaption>x</figcaption>'
        "</figure>",
        "<ul><li>a<ol><li>b</li></ol></li></ul>",
        "<blockquote><p>a</p></blockquote>",
        "<details><summary>a</summary><p>b</p></details>",
        "<dl><dt>a</dt><dd>b</dd></dl>",
        '<p dir="rtl" lang="ar">مرحبا <bdi>x</bdi></p>',
        "<p>a<br/>b</p><hr/>",
        '<p>H<sub>2</sub>O <sup>1</sup> <kbd>x</kbd> <del>y</del> <abbr title="z">w</abbr></p>',
        "<p>&amp;amp; &lt;b&gt; ]]&gt; 👋 \u200fשלום\u200f</p>",
    ],
)  # fmt: skip
def test_what_readers_need_stays(html: str) -> None:
    assert cleaned(html) == html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p class="a" id="b" style="c" onclick="d()" data-e="f">x</p>', "<p>x</p>"),
        ("<p>a<script>b()</script>c<style>d</style></p>", "<p>ac</p>"),
        ("<p>a<!-- b -->c</p>", "<p>ac</p>"),
        ("a<!-->b<!--->c<!-- d --!>e<!-- f", "abce"),
        ("<p>a<svg><title>b</title><script>c</script></svg>d</p>", "<p>ad</p>"),
        ("<form><p>a <input value=b><button>c</button></form>", "<p>a </p>"),
        ("<noscript><p>a</p></noscript><textarea>b</textarea>c", "c"),
        ('<a href="javascript:a()">b</a>', "b"),
        ('<a href="java&#115;cript:a()">b</a>', "b"),
        ('<a href="&#x6A;avascript&colon;a()">b</a>', "b"),
        ('<a href="java\tscript:a()">b</a>', "b"),
        ("<a href=' &#1; javascript:a()'>b</a>", "b"),
        ('<a href="data:text/html,a">b</a> <a href="vbscript:a">c</a>', "b c"),
        ('<img src="data:image/png;base64,AA" alt="a & b">', "a &amp; b"),
        ('<img src="http://a.example/b.jpg">', ""),
        ("<base href='https://evil.example/'><meta http-equiv=refresh><link rel=x>a", "a"),
        ('<math><mi>a</mi></math><p title="x">b</p>', "<p>b</p>"),
        ("<object><p>a</p></object><embed><iframe></iframe>b", "b"),
    ],
)
def test_what_runs_or_means_nothing_goes(html: str, expected: str) -> None:
    assert cleaned(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/x/">x</a>', '<a href="https://example.org/x/">x</a>'),
        ('<a href="x">x</a>', '<a href="https://example.org/e/x">x</a>'),
        ("<a href=../x?a=1&b=2#c>x</a>", '<a href="https://example.org/x?a=1&amp;b=2#c">x</a>'),
        ('<a class="hashtag" href="/t/">x</a>', '<a href="https://example.org/t/">x</a>'),
        ('<a\nhref="//b.example/ä">x</a>', '<a href="https://b.example/%C3%A4">x</a>'),
        (
            '<img srcset="/a.jpg 2x, b.jpg" src="/a b.jpg" loading="lazy" width="9">',
            '<img src="https://example.org/a%20b.jpg" width="9" alt=""/>',
        ),
        (
            '<blockquote cite="#a"><del cite="/b">c</del></blockquote>',
            '<blockquote cite="https://example.org/e/#a">'
            '<del cite="https://example.org/b">c</del></blockquote>',
        ),
        ('<p>Write href="/x" or <code>&lt;a href="/x"&gt;</code></p>',
         '<p>Write href="/x" or <code>&lt;a href="/x"&gt;</code></p>'),
    ],
)  # fmt: skip
def test_links_are_whole_wherever_they_stand(html: str, expected: str) -> None:
    assert cleaned(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<iframe src="//film.example/1" title="A film"></iframe>',
            '<p><a href="https://film.example/1">A film</a></p>',
        ),
        (
            "<video controls><source src='/a.webm'><source src='/a.mp4'><p>No film?</p></video>",
            '<p><a href="https://example.org/a.webm">Watch the film</a></p>',
        ),
        (
            "<audio src=a.mp3>",
            '<p><a href="https://example.org/e/a.mp3">Listen to the recording</a></p>',
        ),
        (
            '<object data="/a.pdf"><p>b</p></object>',
            '<p><a href="https://example.org/a.pdf">Open what is embedded here</a></p>',
        ),
        (
            '<p>a<embed src="/b">c</p>',
            '<p>a</p><p><a href="https://example.org/b">Open what is embedded here</a></p>c',
        ),
        ('<iframe src="javascript:a()">b</iframe>c', "c"),
        ('<!-- <iframe src="/a"></iframe> -->b', "b"),
        ("<pre>&lt;iframe src='/a'&gt;</pre>", "<pre>&lt;iframe src='/a'&gt;</pre>"),
    ],
)
def test_what_is_embedded_becomes_a_link(html: str, expected: str) -> None:
    assert cleaned(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<p>b", "<p>a</p><p>b</p>"),
        ("<b>a<i>b</b>c", "<b>a<i>b</i></b><i>c</i>"),
        ("<ul><li>a<li>b", "<ul><li>a</li><li>b</li></ul>"),
        ("</p></div>a", "a"),
        ("a < b > c & d &amp;amp; &nbsp;&eacute;", "a &lt; b &gt; c &amp; d &amp;amp; \xa0é"),
        ("<p>It&rsquo;s &ldquo;so&rdquo; &LT;b&GT;</p>", "<p>It’s “so” &lt;b&gt;</p>"),
        ('<img alt="<b>&quot;" src="/x">',
         '<img alt="&lt;b&gt;&quot;" src="https://example.org/x"/>'),
        ("<pre>\n\na</pre>", "<pre>a</pre>"),
        ("a\x00b\x0b\ud800c\ufffe&#1;&#xffff;d\r\ne", "abcd\ne"),
        ("<p>a]]>b</p>", "<p>a]]&gt;b</p>"),
        ("<table>a<tr><td>b", "a<table><tbody><tr><td>b</td></tr></tbody></table>"),
        (
            'a<sup><a class="footnote-ref" href="#fn:1">1</a></sup><ol><li><p>b&#160;'
            '<a class="footnote-backref" href="#fnref:1">&#8617;</a></p></li></ol>',
            'a<sup><a href="https://example.org/e/#fn:1">1</a></sup><ol><li><p>b</p></li></ol>',
        ),
    ],
)  # fmt: skip
def test_the_result_is_well_formed(html: str, expected: str) -> None:
    assert cleaned(html) == expected


@given(HTML)
def test_any_html_is_the_same_to_every_parser_and_holds_what_is_allowed(html: str) -> None:
    found = cleaned(html)

    tree = etree.fromstring(f"<div>{found}</div>", etree.XMLParser(huge_tree=True))
    as_html = html5lib.parseFragment(found, treebuilder="etree")
    assert words_of(tree) == "".join(as_html.itertext())
    assert {element.tag for element in tree.iter()} <= ELEMENTS
    for element in tree.iter():
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(str(element.tag), set())
        assert set(element.attrib) <= allowed
        for name in ("href", "src", "cite"):
            address = str(element.get(name) or "https:")
            assert address.startswith(("https:", "http:", "mailto:", "tel:"))
            assert address.isascii()


def test_elements_in_each_other_without_end_break_nothing() -> None:
    found = cleaned("<div>" * 20_000 + "a")

    assert found == "<div>" * 20_000 + "a" + "</div>" * 20_000
