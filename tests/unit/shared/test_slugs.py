from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.slugs import is_slug, slug_from_stem, slugify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ein Café, zwei Kunden!", "ein-cafe-zwei-kunden"),
        ("Don't panic", "dont-panic"),
        ("Don’t panic", "dont-panic"),
        ("  --A__B--  ", "a-b"),
        ("ﬁne ２", "fine-2"),
        ("Straße", "strasse"),
        ("Москва", "moskva"),
        ("北京", "bei-jing"),
        ("C++ & C#", "c-c"),
        ("🎉", ""),
        ("", ""),
    ],
)
def test_a_slug_keeps_what_can_be_kept(text: str, expected: str) -> None:
    assert slugify(text) == expected


@given(st.text())
def test_a_slug_is_empty_or_can_be_an_address_and_stays_as_it_is(text: str) -> None:
    slug = slugify(text)

    assert slug == "" or is_slug(slug)
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("075-unwanted-callers", "unwanted-callers"),
        ("2026-02-05-the-contact-list", "the-contact-list"),
        ("2026-02-05_07-habits", "07-habits"),
        ("2026-02-05", "2026-02-05"),
        ("2026-02-05.es", "2026-02-05"),
        ("7. Habits", "habits"),
        ("7habits", "7habits"),
        ("top-10-tips", "top-10-tips"),
        ("news-2026-02-05-noon", "news-2026-02-05-noon"),
        ("2026", "2026"),
        ("007-", "007"),
        ("trust.es", "trust"),
        ("trust.pt-br", "trust"),
        ("075-trust.es", "trust"),
    ],
)
def test_a_stem_loses_its_number_or_date_and_its_language(stem: str, expected: str) -> None:
    assert slug_from_stem(stem) == expected


@pytest.mark.parametrize("text", ["a", "c-plus-plus", "a.b", "a_b", "a~b", "2026", "index.html"])
def test_an_address_may_hold_what_needs_no_encoding(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text",
    ["", ".", "..", "../x", "a/b", "a--b", "-a", "a-", "A", "é", "a b", "a\n", "a%2fb", "a\\b"],
)
def test_an_address_may_not_hold_what_leaves_its_folder_or_needs_encoding(text: str) -> None:
    assert not is_slug(text)
