from __future__ import annotations

import pytest

from plugins.shared.nearest import did_you_mean


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("catagory", ["category", "title"], "Did you mean 'category'?"),
        ("TITEL", ["Category", "Title"], "Did you mean 'Title'?"),
        ("xyz", ["category", "title"], ""),
        ("", ["category"], ""),
        ("category", [], ""),
    ],
)
def test_the_nearest_known_word_is_named_as_it_is_written(
    word: str, known: list[str], expected: str
) -> None:
    assert did_you_mean(word, known) == expected


def test_of_two_that_are_as_near_one_is_named_whatever_their_order() -> None:
    words = ["tags", "tads", "tabs"]

    assert did_you_mean("tats", words) == did_you_mean("tats", words[::-1])
