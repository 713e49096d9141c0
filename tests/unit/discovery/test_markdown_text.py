from __future__ import annotations

from html import escape

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from plugins.discovery.markdown_text import escape_text, link

MARKUP = st.text(alphabet="ab 1.)#*_`[]<>&;!\\-+=:|()\"'")
WORDS = st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")))


@settings(deadline=None)
@given(MARKUP | WORDS)
def test_plain_words_are_read_as_the_very_words_they_are(text: str) -> None:
    words = " ".join(text.split())
    assume("~~~" not in words)  # Python-Markdown knows no escaped tilde, CommonMark does

    html = Markdown().convert(escape_text(text))

    assert html == (f"<p>{escape(words, quote=False)}</p>" if words else "")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("~~~ not code", r"\~~~ not code"),
        ("---", r"\---"),
        ("- no item", r"\- no item"),
        ("-5 degrees", "-5 degrees"),
        ("2. no item", r"2\. no item"),
        ("&#35 is no sign", "&amp;#35 is no sign"),
        ("&amp; as typed", "&amp;amp; as typed"),
    ],
)
def test_what_would_begin_a_block_or_be_an_entity_is_escaped(text: str, escaped: str) -> None:
    assert escape_text(text) == escaped


def test_only_what_would_be_markup_is_escaped() -> None:
    assert escape_text("R&D in C++: snake_case, 5 < 6!") == "R&D in C++: snake_case, 5 &lt; 6!"
    assert escape_text("C#") == r"C\#"
    assert escape_text("#7 & #8") == r"\#7 & #8"


def test_a_link_s_address_keeps_its_parentheses() -> None:
    assert link("[A]", "https://example.org/a_(b)/") == r"[\[A\]](<https://example.org/a_(b)/>)"
    assert link("A", "https://example.org/a/") == "[A](https://example.org/a/)"
