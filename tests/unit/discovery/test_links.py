from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.discovery.links import absolute_links

MARKDOWN = st.text(alphabet="ab[]()<>!`'\"\\ \n:.#/{}=~-1*&;^") | st.text()


def mark(target: str) -> str:
    return f"https://example.org/{target.upper()}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", "[a](https://example.org/B.MD)"),
        ("[a]({filename}/b.md#c)", "[a](https://example.org/{FILENAME}/B.MD#C)"),
        ("[a]({tag}two words)", "[a](<https://example.org/{TAG}TWO WORDS>)"),
        ("[a](/b/ 'Title')", "[a](https://example.org//B/ 'Title')"),
        ('[a](/b/ "A "quoted" title")', '[a](https://example.org//B/ "A "quoted" title")'),
        ("![alt]({static}/b.jpg)", "![alt](https://example.org/{STATIC}/B.JPG)"),
        ("[a](<b c.md>)", "[a](<https://example.org/B C.MD>)"),
        ("[a](b_(c).md)", "[a](<https://example.org/B_(C).MD>)"),
        ("[a](it's.md)", "[a](https://example.org/IT'S.MD)"),
        ("[![x](y.jpg)](z.md)", "[![x](https://example.org/Y.JPG)](https://example.org/Z.MD)"),
        ("[a [b] c](d)", "[a [b] c](https://example.org/D)"),
        ("[a](\n  b.md)", "[a](\n  https://example.org/B.MD)"),
        ("a] [b](c)", "a] [b](https://example.org/C)"),
        ("[two\nlines](b)", "[two\nlines](https://example.org/B)"),
        ("[a]: b.md 'T'", "[a]: https://example.org/B.MD 'T'"),
        ("[a]:\n  <b.md>", "[a]:\n  https://example.org/B.MD"),
        ('<a class="x" href="b.md">', '<a class="x" href="https://example.org/B.MD">'),
        ("<IMG SRC=b.jpg alt=c>", '<IMG SRC="https://example.org/B.JPG" alt=c>'),
        ("<a href='b?c&amp;d'>", '<a href="https://example.org/B?C&amp;D">'),
        (
            "- [a](b)\n\n    [c](d)\n",
            "- [a](https://example.org/B)\n\n    [c](https://example.org/D)\n",
        ),
    ],
)
def test_the_targets_of_links_are_resolved(text: str, expected: str) -> None:
    assert absolute_links(text, mark) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.com/b)",
        "[a](mailto:dave@example.com)",
        "[a](//example.com/b)",
        "<https://example.com/b>",
        "[a]()",
        "`[a](b)`",
        "``[a](b) ` [a](b)``",
        "    [a](b)",
        "```\n[a](b)\n```",
        "<code>[a](b) <a href=c></code>",
        "<pre>\n[a](b)\n\n[a]: b\n</pre>",
        "one <!-- [a](b) --> two",
        "\\[a](b)",
        "a](b)",
        "[a] b](c)",
        "[^1]: note",
        "A note.[^1]",
        '<a title="see href=b">',
        "- [ ] (task)",
        "#hashtag and (b.md)",
    ],
)
def test_all_else_stays_as_it_is(text: str) -> None:
    assert absolute_links(text, mark) == text


def test_a_link_after_code_is_still_found() -> None:
    text = "`a` <code>[x](y)</code> [b](c)"

    assert absolute_links(text, mark) == "`a` <code>[x](y)</code> [b](https://example.org/C)"


@settings(deadline=None)
@given(MARKDOWN)
def test_a_text_whose_links_need_nothing_keeps_every_character(text: str) -> None:
    assert absolute_links(text, lambda target: target) == text


@pytest.mark.parametrize(
    "odd", ["[", "](", "[a](x '", '[a](x "', "[a]((", "<a ", "<code>", "x <!--", " [a]:", "[a](x "]
)
def test_odd_texts_take_no_longer_than_others(odd: str) -> None:
    text = "x" + odd * 5_000
    start = process_time()

    absolute_links(text, lambda target: target)

    assert process_time() - start < 3
