from __future__ import annotations

import pytest

from plugins.podcast.notes.sentences import find_ends, find_letter_ends, find_word_ends


@pytest.mark.parametrize(
    "text",
    [
        "One.| Two!| Three?|",
        "Really?!| Yes…| So...| Then",
        "“Call me.”| He did.|",
        "(He did.)| Then she left",
        'He said "no."| Then he left',
        "“Why?” she asked.| He left",
        "Ask Dr. Brown or Mrs. White, e.g. at noon.| Then go",
        "See p. 12, vol. 3, i.e. the end.| It is 3.14 there.| Yes",
        "The U.S. market, J. R. Smith, Ph.D. and so on.| Next",
        "It costs 1.500,50 now.| In 2019.| Then the 3. March came.|",
        "wait ... for it.| Then",
        "Write to dave@example.org or example.org/x.html now.| Thanks",
        "Das gilt z. B. für alle bzw. keinen.| Und nun",
        "M. Dupont vit av. Foch.| Il part",
        "It was I.| Nobody else",
        "Sí, lo sé, es é.| Y más",
        "É. Dupont est là.| Il part",
        "你好。|今天怎么样？|“好！”|再见",
        "「はい。」|次",
        "كيف حالك؟| بخير۔| نعم",
        "यह एक है।| वह दो है॥| तीन",
        "Բարեւ։| Այո",
        "No mark at all",
        "",
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str) -> None:
    plain = text.replace("|", "")
    expected, place = [], 0
    for part in text.split("|")[:-1]:
        place += len(part)
        expected.append(place)

    assert find_ends(plain) == expected


def test_words_end_before_spaces() -> None:
    assert find_word_ends("One  two\nthree") == [3, 8, 14]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ab", [1, 2]),
        ("e\u0301x", [2, 3]),
        ("👩\u200d👧x", [3, 4]),
        ("👋🏽x", [2, 3]),
        ("🇬🇧🇩🇪", [2, 4]),
        ("☎\ufe0fx", [2, 3]),
        ("कि", [2]),
        ("", []),
    ],
)
def test_letters_are_not_torn(text: str, places: list[int]) -> None:
    assert find_letter_ends(text) == places
