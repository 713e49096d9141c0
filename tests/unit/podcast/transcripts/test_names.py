from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.transcripts.names import find_names


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Dave: Hello."], {"dave"}),
        (["DAVE: Hello.", "Hi."], {"dave"}),
        (["Mary: Hello.", "Dave: Hi."], {"mary", "dave"}),
        (["Hello.", "Mary: Hello."], {"mary"}),
        (["Hello\nDave: Hi."], {"dave"}),
        (["Tom: One.", "Two.", "Tom: Three."], {"tom"}),
        (["[music]", "Tom: One.", "Two.", "Tom: Three."], {"tom"}),
        (["Tom Smith: One.", "Caller: Two."], {"tom smith", "caller"}),
        (["Speaker 1: One.", "Two.", "Speaker 1: Three."], {"speaker 1"}),
    ],
)
def test_names_are_found(texts: list[str], expected: set[str]) -> None:
    assert find_names(texts, ["Dave", "Mary Smith"]) == expected


@pytest.mark.parametrize(
    "texts",
    [
        ["Note: ring back."],
        ["Note: ring back.", "Note: twice."],
        ["Hello.", "Advice: ring back.", "Advice: twice."],
        ["Tom: Hello.", "Hi."],
        ["two things: tea and tea", "two things: milk and milk"],
        ["At 10:30 we stop.", "At 10:30 we start."],
        ["https://example.org/", "https://example.org/"],
        ["I said: no.", "So I said: no."],
        ["What a very long beginning this is: yes.", "And so on."],
        ["Dave:hello"],
        [],
    ],
)
def test_words_before_a_colon_stay_words(texts: list[str]) -> None:
    assert find_names(texts, ["Dave", "Mary Smith"]) == set()


@given(st.lists(st.text("Ab :\n-.>", max_size=20), max_size=5))
def test_any_words_have_names_or_none(texts: list[str]) -> None:
    assert all(name == name.casefold() for name in find_names(texts, ["A b"]))
