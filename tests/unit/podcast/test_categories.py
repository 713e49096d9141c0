from __future__ import annotations

import pytest

from plugins.podcast.categories import CATEGORIES, parse_category


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Business", ("Business", "")),
        (" Business : Careers ", ("Business", "Careers")),
        ("Kids & Family: Parenting", ("Kids & Family", "Parenting")),
        ("TV & Film: After Shows", ("TV & Film", "After Shows")),
    ],
)
def test_a_category_is_a_word_or_two_of_apples_tree(text: str, expected: tuple[str, str]) -> None:
    assert parse_category(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Buisness", "there is no category 'Buisness'. Did you mean 'Business'?"),
        (
            "Business: Carreers",
            "'Business' has no subcategory 'Carreers'. Did you mean 'Careers'?",
        ),
        (
            "Comedy: xyz",
            "'Comedy' has no subcategory 'xyz'. "
            "Choose one of: Comedy Interviews, Improv, Stand-Up.",
        ),
        ("History: Rome", "'History' has no subcategory 'Rome'. Choose one of: none at all."),
        ("", f"there is no category ''. Choose one of: {', '.join(CATEGORIES)}."),
    ],
)
def test_a_category_that_directories_do_not_know_names_those_they_do(
    text: str, message: str
) -> None:
    with pytest.raises(ValueError, match="category") as caught:
        parse_category(text)

    assert str(caught.value) == message


def test_every_category_of_the_tree_is_known() -> None:
    names = [f"{top}: {sub}" for top, subs in CATEGORIES.items() for sub in (*subs, "")]

    assert len(CATEGORIES) == 19
    assert all(parse_category(name) for name in names)
