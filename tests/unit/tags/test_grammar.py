import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tags.grammar import HASHTAG_END, opens, read_name

OPENING = ["", " ", "\n", "\u00a0", "(", "[", "{", '"', "'", "“", "‘", "«", "„", "¿", "¡", ",", "|"]
OPENING += ["—", "–", "--", "say “", 'say "', "(‘", '("', "」「", "，", "・", "•"]
CLOSED = ["a", "é", "7", "_", "#", "&", "=", ".", ":", "?", "/", "-", "x/", "x-", 'x"', "x’", ")"]
BETWEEN = ["/", "&", "+", ";", ":", "·", "-", ",", "("]


@pytest.mark.parametrize("before", OPENING)
def test_a_hashtag_may_follow_space_and_opening_marks(before: str) -> None:
    assert opens(before)


@pytest.mark.parametrize("before", CLOSED)
def test_a_hashtag_follows_no_letter_and_no_closing_mark(before: str) -> None:
    assert not opens(before)


@pytest.mark.parametrize("mark", BETWEEN)
def test_two_hashtags_may_be_joined_by_one_mark(mark: str) -> None:
    assert opens(HASHTAG_END + mark)


@pytest.mark.parametrize("mark", ["", "x", "//", "#"])
def test_a_hashtag_does_not_follow_another_without_a_mark(mark: str) -> None:
    assert not opens(HASHTAG_END + mark)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("#Trust", "Trust"),
        ("#Trust's", "Trust"),
        ("#Trust’s", "Trust"),
        ("#follow-up", "follow-up"),
        ("#follow--up", "follow"),
        ("#follow-", "follow"),
        ("#snake_case", "snake_case"),
        ("#1st", "1st"),
        ("#12-a", "12-a"),
        ("#e\u0301te\u0301!", "e\u0301te\u0301"),
        ("#नमस्ते", "नमस्ते"),
        ("#C++", "C++"),
        ("#C++17 is", "C++17"),
        ("#C+-", "C+"),
        ("#C+D", "C"),
        ("#C++D", "C"),
        ("#c#", "c#"),
        ("#C#d", "C"),
        ("#C##", "C"),
        ("#CD#", "CD"),
        ("#One#Two", "One"),
        ("#R&B", "R"),
        ("#Node.js", "Node"),
    ],
)
def test_a_name_ends_before_what_does_not_belong_to_it(text: str, name: str) -> None:
    assert read_name(text, 0) == name


@pytest.mark.parametrize(
    "text", ["#", "#1", "#075", "# a", "##a", "#-a", "#_", "#1-2", "#🎉", "#\u0301a"]
)
def test_a_name_has_a_letter_and_begins_with_a_letter_digit_or_underscore(text: str) -> None:
    assert read_name(text, 0) == ""


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_name_is_what_stands_after_the_hash(before: str, after: str) -> None:
    name = read_name(f"{before}#{after}", len(before))

    assert after.startswith(name)
    assert not any(char.isspace() for char in name)
