import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.tags.index import choose_popular, first_letter, group_by_letter, natural_key

NAMES = ("trust", "Élan", "echo", "Ente", "3D", "7 habits", "10 calls", "Ярость", "έργο", ".NET")


def test_names_stand_under_their_letter_latin_first_signs_last() -> None:
    groups = group_by_letter(NAMES, str)

    assert [(group.letter, group.items) for group in groups] == [
        ("E", ("echo", "Élan", "Ente")),
        ("T", ("trust",)),
        ("Έ", ("έργο",)),
        ("Я", ("Ярость",)),
        ("#", ("3D", "7 habits", "10 calls", ".NET")),
    ]


LETTERS = [("Über", "U"), ("E\u0301lan", "E"), ("Øre", "O"), ("Łódź", "L"), ("ß", "S"), ("æ", "A")]
LETTERS += [("я", "Я"), ("信任", "信"), ("ა", "ა"), ("١", "#"), ("+1", "#"), ("🎉", "#"), ("", "#")]


@pytest.mark.parametrize(("name", "letter"), LETTERS)
def test_accents_are_folded_and_other_scripts_keep_their_own_letter(name: str, letter: str) -> None:
    assert first_letter(name) == letter


def test_numbers_are_sorted_by_value_and_names_without_case_or_accent() -> None:
    names = ["Zoo", "fundamental 10", "Fundamental 2", "écho", "Eb", "Ed"]

    assert sorted(names, key=natural_key) == ["Eb", "écho", "Ed", "Fundamental 2", *names[1::-1]]


def test_the_popular_ones_come_by_count_and_then_by_name() -> None:
    counts = {"trust": 3, "Calls": 3, "art": 1, "zoo": 9}

    assert choose_popular(counts, str, counts.__getitem__, 3) == ("zoo", "Calls", "trust")


@given(st.lists(st.text(), unique=True).flatmap(st.permutations))
def test_every_name_stands_in_one_group_whatever_order_it_came_in(names: list[str]) -> None:
    groups = group_by_letter(names, str)

    assert groups == group_by_letter(sorted(names), str)
    assert sorted(name for group in groups for name in group.items) == sorted(names)
    assert len({group.letter for group in groups}) == len(groups)
