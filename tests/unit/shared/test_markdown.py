from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.markdown import Renderer, plain_text, summarise

EXTRA = {"extensions": ["markdown.extensions.extra"]}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Call <em>them</em> &amp; listen.</p>", "Call them & listen."),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("R&amp;D &lt;b&gt;", "R&D <b>"),
        ("One<!-- not\nthis -->\n two", "One two"),
        ('Words.<sup id="fnref:1"><a href="#fn:1">1</a></sup>', "Words."),
        ("x<br>\ny", "x y"),
    ],
)
def test_plain_text_is_what_a_reader_sees(html: str, expected: str) -> None:
    assert plain_text(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>One</h2><p>Two.</p><p>Three.</p>", "Two."),
        ('<p><img alt="x" src="/x.jpg"></p>\n<p>Words.</p>', "Words."),
        ('<p class="lead">Words.</p><p>More.</p>', "Words."),
        ("<pre>code</pre>", ""),
        ("", ""),
    ],
)
def test_a_summary_is_the_first_paragraph_that_has_words(html: str, expected: str) -> None:
    assert summarise(html) == expected


def test_a_long_summary_is_cut_at_a_word() -> None:
    html = f"<p>{'word ' * 38}then, the end of it</p>"

    assert summarise(html) == "word " * 38 + "then, the …"


@given(st.text(min_size=1))
def test_a_summary_is_never_longer_than_its_limit(text: str) -> None:
    assert len(summarise(f"<p>{text * 300}</p>")) <= 202


def test_each_text_is_rendered_as_if_it_were_the_first() -> None:
    renderer = Renderer(EXTRA)
    text = "A[^1]\n\n[^1]: note\n"

    first = renderer.render(text).html
    renderer.render("[^1]: other\n\n*[HTML]: Hyper Text\n")

    assert renderer.render(text).html == first
    assert renderer.render("HTML").html == "<p>HTML</p>"


@pytest.mark.parametrize(
    "settings",
    [
        {"extensions": ["markdown.extensions.meta"]},
        {"extensions": ["meta"]},
        {"extension_configs": {"markdown.extensions.meta": {}}},
    ],
)
def test_the_first_lines_of_a_body_are_never_taken_for_front_matter(
    settings: dict[str, object],
) -> None:
    assert Renderer(settings).render("Note: this is text.").html == "<p>Note: this is text.</p>"


def test_an_extension_that_is_only_configured_is_used() -> None:
    renderer = Renderer({"extension_configs": {"markdown.extensions.toc": {"permalink": False}}})

    assert renderer.render("# One").html == '<h1 id="one">One</h1>'


def test_a_cell_says_its_alignment_by_class_and_keeps_its_own() -> None:
    html = Renderer(EXTRA).render("| a | b |\n|--:|---|\n| 1 {: .num } | 2 |\n").html

    assert '<th class="align-right">a</th>' in html
    assert '<td class="num align-right">1</td>' in html
    assert "<td>2</td>" in html
    assert "style=" not in html
