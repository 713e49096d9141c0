from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.frontmatter.check import Checked, as_date, check_fields
from plugins.frontmatter.keys import KEYS, Folder, keys_of
from plugins.frontmatter.source import parse_source

NAMES = sorted(key.name for key in KEYS)


def check(text: str, folder: Folder = Folder.POSTS, *extra: str) -> Checked:
    return check_fields(parse_source(text, "x.md"), folder, "x.md", zone=UTC, extra_keys=extra)


def told(text: str, folder: Folder = Folder.POSTS, *extra: str) -> list[str]:
    return [str(problem) for problem in check(text, folder, *extra).problems]


@given(
    st.sampled_from(list(Folder)),
    st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=20)), max_size=5),
)
def test_any_value_of_any_key_is_read_or_told(folder: Folder, rows: list[tuple[str, str]]) -> None:
    for problem in told("".join(f"{key}: {value}\n" for key, value in rows), folder):
        assert problem.startswith("x.md:")


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_the_example_of_every_key_is_right_and_so_is_its_like_in_yaml(key: object) -> None:
    name, example, folder = getattr(key, "name", ""), getattr(key, "example", ""), Folder.EPISODES
    folder = next(f for f in Folder if name.lower() in keys_of(f))

    native = check(f"Title: One\n{name}: {example}\n" if name != "Title" else "Title: One", folder)
    fenced = check(f"---\ntitle: One\n{name}: '{example}'\n---\n", folder)

    assert native.problems == ()
    assert name == "Title" or fenced.values == native.values


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("Title: One", []),
        ("Title:", ["x.md:1: Title: it is empty. Write some words after the colon."]),
        ("Lang: es", ["x.md:1: there is no Title. Add a line 'Title: …' at the top."]),
        (
            "Title: One\nSumary: x",
            ["x.md:2: posts have no key 'Sumary'. Did you mean 'Summary'?"],
        ),
        (
            "Title: One\nXyzzy: x",
            [
                "x.md:2: posts have no key 'Xyzzy'. docs/front-matter.md lists the keys; "
                "EXTRA_KEYS adds those of other plugins."
            ],
        ),
        (
            "Title: One\ntitle: Two",
            ["x.md:2: 'title' is given twice, on line 1 too. Keep one of them."],
        ),
        (
            "Title: One\nDate: soon\nModified: 2026",
            [
                "x.md:2: Date: 'soon' is not a date. Write it as 2026-02-05 07:30.",
                "x.md:3: Modified: '2026' is not a whole date. Write it as 2026-02-05 07:30.",
            ],
        ),
        (
            "Title: One\nPart: seven",
            ["x.md:2: Part: 'seven' is not a whole number from 1. Write it in digits."],
        ),
        ("Title: One\nPart:\nTags:\nDate:", []),
    ],
)
def test_all_that_is_wrong_with_a_post_is_told(text: str, messages: list[str]) -> None:
    assert told(text) == messages


def test_a_key_of_other_folders_is_unknown_here() -> None:
    assert told("Title: One\nAudio: x.mp3", Folder.PAGES) == [
        "x.md:2: pages have no key 'Audio'. docs/front-matter.md lists the keys; EXTRA_KEYS adds "
        "those of other plugins."
    ]


def test_a_key_of_another_plugin_is_kept_as_it_is() -> None:
    checked = check("Title: One\nGeo: 1, 2", Folder.POSTS, "Geo")

    assert checked.problems == ()
    assert checked.values["geo"] == "1, 2"


def test_of_a_key_given_twice_the_first_holds() -> None:
    assert check("Title: One\nTitle: Two").values["title"] == "One"


def test_broken_yaml_is_told_once_and_not_as_missing_keys() -> None:
    assert told("---\ntitle: One\n") == [
        "x.md:1: the front matter that begins with '---' does not end. Close it with a line of "
        "'---'."
    ]


def test_only_an_instant_is_a_date() -> None:
    instant = datetime(2026, 2, 5, tzinfo=UTC)

    assert as_date(instant) is instant
    assert as_date("2026-02-05") is None
