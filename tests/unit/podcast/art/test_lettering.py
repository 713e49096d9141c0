from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.podcast.art.lettering import find_words, load, set_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Training Thursday", "Training Thursday"),
        ("  Two\n words ", "Two words"),
        ("Čeština, Ελληνικά, Русский, Tiếng Việt", "Čeština, Ελληνικά, Русский, Tiếng Việt"),
        ("Cafe\u0301", "Café"),
        ("C++ & C#: “why?” – 100 %", "C++ & C#: “why?” – 100 %"),
        ("Talk 🎉 time 👩‍💻", "Talk time"),
        ("Stop ☎️", "Stop"),
        ("電話", ""),
        ("Tea 茶", ""),
        ("مرحبا", ""),
        ("नमस्ते", ""),
        ("🎉", ""),
        ("", ""),
    ],
)
def test_signs_are_left_out_but_a_word_without_its_letters_is_none(
    text: str, expected: str
) -> None:
    assert find_words(text) == expected


def fit(text: str, width: int = 1000, height: int = 600) -> tuple[tuple[str, ...], int]:
    setting = set_words(text, width, height, largest=300, smallest=60)
    return setting.lines, setting.pixels


def test_a_short_title_is_as_large_as_may_be() -> None:
    assert fit("Trust") == (("Trust",), 300)


def test_a_title_that_is_too_wide_is_wrapped_and_shrunk() -> None:
    lines, pixels = fit("The second question")

    assert lines == ("The second", "question")
    assert 130 < pixels < 300


def test_lines_are_of_like_length() -> None:
    lines, _ = fit("How we answer the telephone at the desk", height=400)

    lengths = [len(line) for line in lines]
    assert min(lengths) * 2 > max(lengths)


def test_a_word_wider_than_a_line_is_broken_before_all_becomes_small() -> None:
    lines, pixels = fit("Donaudampfschifffahrtsgesellschaft")

    assert lines == ("Donaudampfs", "chifffahrts", "gesellschaft")
    assert pixels > 100


def test_a_title_without_end_is_cut() -> None:
    lines, pixels = fit("word " * 400)

    assert pixels == 60
    assert lines[-1].endswith("…")


@given(st.text(alphabet="aW ñЖ-.", max_size=300), st.integers(200, 1200), st.integers(80, 900))
def test_words_never_leave_their_place(text: str, width: int, height: int) -> None:
    setting = set_words(text, width, height, largest=300, smallest=60)

    assert setting.height <= max(height, round(60 * 1.1))
    assert all(load(setting.pixels).getlength(line) <= width for line in setting.lines)
