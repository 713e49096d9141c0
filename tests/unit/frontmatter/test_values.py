from __future__ import annotations

from datetime import timedelta

import pytest

from plugins.frontmatter import values
from plugins.frontmatter.soundbites import soundbites


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a, b,c", ("a", "b", "c")),
        ("Smith, J.; Dave", ("Smith, J.", "Dave")),
        (("a, b", "c"), ("a, b", "c")),
        ("a,, a , ", ("a",)),
        ("The\n  desk", ("The desk",)),
        ("", ()),
    ],
)
def test_names_are_parted_by_commas_and_told_once(
    value: values.Value, expected: tuple[str, ...]
) -> None:
    assert values.names(value) == expected


@pytest.mark.parametrize(("value", "expected"), [("7", 7), ("075", 75), (" 7 ", 7), (("7",), 7)])
def test_a_number_is_whole_and_from_one(value: values.Value, expected: int) -> None:
    assert values.number(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("yes", True), ("Yes", True), ("true", True), ("no", False), ("FALSE", False)],
)
def test_yes_and_no_have_two_words_each(value: str, *, expected: bool) -> None:
    assert values.yes_or_no(value) is expected


@pytest.mark.parametrize(
    "guid",
    [
        "1d8e0b0c-5a9f-4b8e-9a55-3f4a2f0c9f10",
        "1D8E0B0C-5A9F-4B8E-9A55-3F4A2F0C9F10",
        "1d8e0b0c5a9f4b8e9a553f4a2f0c9f10",
        "urn:uuid:1d8e0b0c-5a9f-4b8e-9a55-3f4a2f0c9f10",
        "https://example.org/?p=75",
        "75",
    ],
)
def test_a_guid_is_kept_to_the_letter(guid: str) -> None:
    assert values.guid(guid) == guid


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("00:12 20 The question", [(12, 20, "The question")]),
        ("1:02:05.5 7.25", [(3725.5, 7.25, "")]),
        ("0:01 5 One\n0:10 5 Two", [(1, 5, "One"), (10, 5, "Two")]),
        ("0:01 5 One\nand more", [(1, 5, "One and more")]),
        (("0:01 5 One", "0:10 5 Two"), [(1, 5, "One"), (10, 5, "Two")]),
    ],
)
def test_a_soundbite_has_start_seconds_and_title(
    value: values.Value, expected: list[tuple[float, float, str]]
) -> None:
    found = [
        (start / timedelta(seconds=1), length / timedelta(seconds=1), title)
        for start, length, title in soundbites(value)
    ]

    assert found == expected


@pytest.mark.parametrize(
    ("read", "value", "message"),
    [
        (values.one_line, " \n ", "it is empty. Write some words after the colon."),
        (values.title, "x" * 256, "it has 256 letters; the limit is 255. Cut it."),
        (values.people, f"Dave, {'x' * 129}", "it has 129 letters; the limit is 128. Cut it."),
        (
            soundbites,
            f"0:01 20 {'x' * 129}",
            "it has 129 letters; the limit is 128. Cut it.",
        ),
        (
            soundbites,
            "0:01 0 One",
            "'0:01 0 One' is not a soundbite. Write start, seconds and title: '00:12 20 A title'.",
        ),
        (
            values.number,
            "9" * 10,
            f"'{'9' * 10}' is not a whole number from 1. Write it in digits.",
        ),
        (values.number, "0", "'0' is not a whole number from 1. Write it in digits."),
        (values.number, "-3", "'-3' is not a whole number from 1. Write it in digits."),
        (values.number, "7.5", "'7.5' is not a whole number from 1. Write it in digits."),
        (values.number, "3. part", "'3. part' is not a whole number from 1. Write it in digits."),
        (values.yes_or_no, "maybe", "'maybe' is neither yes nor no. Write 'yes' or 'no'."),
        (values.status, "drat", "'drat' is not known. Did you mean 'draft'?"),
        (
            values.status,
            "Later",
            "'Later' is not known. Choose one of: published, draft, hidden, skip.",
        ),
        (values.episode_type, "bonsu", "'bonsu' is not known. Did you mean 'bonus'?"),
        (
            values.slug,
            "Über uns",
            "'Über uns' cannot be part of an address. Use a-z, 0-9 and single hyphens.",
        ),
        (
            values.language,
            "Spanish!",
            "'Spanish!' is not a language. Write its code, such as 'es'.",
        ),
        (
            values.address,
            "a/../b",
            "'a/../b' does not stay inside the site. Write a path without leading slash or '..'.",
        ),
        (
            values.file_address,
            "old/place/",
            "'old/place/' is a folder. Name a file in it: 'old/place/index.html'.",
        ),
        (
            values.template,
            "../x",
            "'../x' is not the name of a template. Write e.g. 'subscribe'.",
        ),
        (
            soundbites,
            "twelve",
            "'twelve' is not a soundbite. Write start, seconds and title: '00:12 20 A title'.",
        ),
        (soundbites, "1:75 20 x", "'1:75' is not a time. Write it as 01:05 or 1:02:05."),
        (
            soundbites,
            "00:12 99999999999999999999 x",
            "'00:12 99999999999999999999 x' is not a soundbite. Write start, seconds and title: "
            "'00:12 20 A title'.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_a_remedy(read: object, value: str, message: str) -> None:
    assert callable(read)
    with pytest.raises(ValueError, match=r"\. ") as caught:
        read(value)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (values.plain, ("one ", " two"), "one two"),
        (values.text, ("one", "two"), "one\ntwo"),
        (values.status, "Draft", "draft"),
        (values.role, "Guest", "guest"),
        (values.language, "pt-BR", "pt-br"),
        (values.template, "subscribe.html", "subscribe"),
        (values.address, "old/place/", "old/place/"),
        (values.file_address, "old/place/index.html", "old/place/index.html"),
        (values.path, "/images/a b.jpg", "/images/a b.jpg"),
    ],
)
def test_a_value_is_read_without_its_accidents(
    read: object, value: values.Value, expected: str
) -> None:
    assert callable(read)
    assert read(value) == expected
