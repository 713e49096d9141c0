import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tags.names import fold, identify, read_words

SAME = [
    ("TrainingThursday", "training thursday", "Training-Thursday", "training_thursday"),
    ("Café", "CAFÉ", "Cafe\u0301", "ｃａｆé"),
    ("C++", "c++", "Ｃ＋＋", "C plus plus", "CPlusPlus", "c-plus-plus"),
    ("C#", "c#", "C♯", "c-sharp", "CSharp"),
    (".NET", "dotnet", "dot-net", "DotNet", "#.NET"),
    ("Node.js", "NodeJS", "node js"),
    ("R&B", "R & B", "RandB", "r-and-b"),
    ("AT&T", "at-and-t"),
    ("Dave's list", "Dave’s list", "daves-list", "DavesList"),
    ("50%", "50 percent"),
    ("Straße", "STRASSE"),
    ("TCP/IP", "tcp ip"),
    ("❤️ calls", "❤️calls", "calls", "Calls!", "“Calls”", "#calls", "##calls"),
]
DIFFERENT = [
    ("C", "C++", "C#", "F#"),
    ("Café", "Cafe"),
    ("+1", "1"),
    ("Web 2.0", "Web 20"),
    ("2024-25", "202425"),
    ("🎉", "**", "❤️"),
    ("信任", "新人"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_case_space_hyphen_underscore_and_spoken_signs_make_no_difference(
    names: tuple[str, ...],
) -> None:
    first, *others = names

    assert {identify(name) for name in others} <= {identify(first)}


@pytest.mark.parametrize("names", DIFFERENT, ids=lambda names: names[0])
def test_names_of_different_things_stay_apart(names: tuple[str, ...]) -> None:
    assert len({identify(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("We are #1", ("We", "are", "1")),
        ("ASP.NET", ("ASP", "NET")),
        ("the .NET way", ("the", "dot", "NET", "way")),
        ("... wait", ("wait",)),
        ("me@home", ("me", "at", "home")),
        ("می\u200cخواهم", ("میخواهم",)),
        ("Brand™", ("Brand",)),
        ("#", ()),
        ("", ()),
    ],
)
def test_words_part_at_signs(name: str, words: tuple[str, ...]) -> None:
    assert read_words(name) == words


@given(st.text())
def test_a_key_does_not_depend_on_the_unicode_form(name: str) -> None:
    assert identify(unicodedata.normalize("NFD", name)) == identify(name)


@given(st.text())
def test_words_joined_by_spaces_are_the_same_name(name: str) -> None:
    words = fold(read_words(name))

    assert identify(" ".join(words) or name) == identify(name)
