from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.entries.links import (
    find_ids,
    is_foreign,
    replace_hashtags,
    rewrite_links,
    size_images,
    split_internal,
    split_target,
)

HTML = st.text(alphabet="<>\"'=/-! ahrefimgscd&;", max_size=80)


def targets(html: str) -> list[str]:
    found: list[str] = []

    def note(target: str) -> str:
        found.append(target)
        return target

    rewrite_links(html, note)
    return found


@given(HTML)
def test_html_stays_to_the_letter_where_nothing_is_replaced(html: str) -> None:
    assert rewrite_links(html, lambda target: target) == html


@given(HTML)
def test_any_html_is_searched_for_ids_and_sized(html: str) -> None:
    find_ids(html)
    size_images(html, lambda _: (1, 1))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="x.md">x</a>', ["x.md"]),
        ("<a href='x.md'>x</a>", ["x.md"]),
        ('<a class="b"\n  HREF = " x.md ">x</a>', ["x.md"]),
        ('<video src="a.mp4" poster="b.jpg">', ["a.mp4", "b.jpg"]),
        ('<a href="a?b=1&amp;c=2">', ["a?b=1&c=2"]),
        ('<img alt="a > b" src="x.jpg">', ["x.jpg"]),
        ("<img alt=\" src='y.jpg'\" src=\"x.jpg\">", ["x.jpg"]),
        ('<a data-href="x">', []),
        ('<!-- <a href="x"> -->', []),
        ('<code>&lt;a href="x"&gt;</code>', []),
        ('Words like href="x" are words.', []),
    ],
)  # fmt: skip
def test_links_are_what_a_browser_takes_for_links(html: str, expected: list[str]) -> None:
    assert targets(html) == expected


def test_a_new_target_is_escaped_and_keeps_its_quotes() -> None:
    html = rewrite_links("<a href='x' title=\"x\">x</a>", lambda _: "/a?b='1'&c=\"2\"")

    assert html == (
        "<a href='/a?b=&#x27;1&#x27;&amp;c=&quot;2&quot;' title=\"x\">x</a>"
    )  # fmt: skip


def test_a_link_that_leads_nowhere_yet_is_words() -> None:
    html = rewrite_links('<a class="x" href="late.md">Later</a>', lambda _: None)

    assert html == '<a class="x">Later</a>'


def test_ids_are_those_of_elements_alone() -> None:
    html = (
        '<h2 id="one">1</h2><p class="x" ID=\'two\'>2</p><h3 id="a&amp;b">3</h3>'
        '<!-- <p id="four"> --> <code>&lt;p id="five"&gt;</code> <p data-id="six">'
        "<p title=\" id='seven'\">"
    )

    assert find_ids(html) == {"one", "two", "a&b"}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://x.org", True),
        ("//x.org/a", True),
        ("mailto:a@x.org", True),
        ("tel:+1", True),
        ("data:image/png;base64,AA", True),
        ("/x", False),
        ("x.md", False),
        ("#x", False),
        ("{filename}/x.md", False),
        ("", False),
    ],
)
def test_foreign_is_what_has_a_scheme_or_host(target: str, *, expected: bool) -> None:
    assert is_foreign(target) is expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("{filename}/posts/x.md", ("filename", "/posts/x.md")),
        ("|static|x.jpg", ("static", "x.jpg")),
        ("{tag}trust", ("tag", "trust")),
        ("{index}", ("index", "")),
        ("{other}x", ("", "{other}x")),
        ("x{filename}", ("", "x{filename}")),
    ],
)
def test_pelicans_notation_stands_at_the_beginning(target: str, expected: tuple[str, str]) -> None:
    assert split_internal(target) == expected


@given(st.text(alphabet="ab?#/", max_size=12))
def test_a_target_is_split_before_its_query_or_fragment(target: str) -> None:
    path, tail = split_target(target)

    assert path + tail == target
    assert not {"?", "#"} & set(path)
    assert tail[:1] in {"", "?", "#"}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<img alt="x" src="/a.jpg" />',
            '<img alt="x" src="/a.jpg" width="8" height="6" loading="lazy" decoding="async">',
        ),
        (
            '<img alt="a > b" src="/a.jpg">',
            '<img alt="a > b" src="/a.jpg" width="8" height="6" loading="lazy" decoding="async">',
        ),
        ('<img src="/a.jpg" width="5">', '<img src="/a.jpg" width="5">'),
        ('<img src="/other.jpg">', '<img src="/other.jpg">'),
        ("<img>", "<img>"),
    ],
)
def test_a_picture_whose_size_is_known_says_it(html: str, expected: str) -> None:
    assert size_images(html, {"/a.jpg": (8, 6)}.get) == expected


def test_a_hashtag_leads_to_its_tag_or_is_plain_text() -> None:
    html = (
        '<a class="hashtag" href="tag:Caf%C3%A9">#Café</a> '
        '<a class="hashtag" href="tag:a&amp;b">#a&amp;b</a>'
    )

    assert replace_hashtags(html, {"Café": "/tags/cafe/"}.get) == (
        '<a class="hashtag" href="/tags/cafe/">#Café</a> #a&amp;b'
    )
