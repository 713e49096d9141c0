from __future__ import annotations

from dataclasses import dataclass, field

from plugins.shared.settings import missing_keys, unknown_keys


@dataclass(frozen=True)
class Options:
    title: str
    category: str
    size: int = 10
    hosts: tuple[str, ...] = field(default_factory=tuple)


def test_an_unknown_key_names_the_nearest_known_one() -> None:
    problems = unknown_keys({"title": "x", "catagory": "y"}, Options, "SHOW")

    assert [str(problem) for problem in problems] == [
        "pelicanconf.py: SHOW has no key 'catagory'. Did you mean 'category'?"
    ]


def test_an_unknown_key_near_to_none_lists_them_all() -> None:
    problems = unknown_keys({"xyz": 1}, Options, "SHOW")

    assert [str(problem) for problem in problems] == [
        "pelicanconf.py: SHOW has no key 'xyz'. It knows: title, category, size, hosts."
    ]


def test_a_required_key_that_is_not_there_or_empty_is_named() -> None:
    problems = missing_keys({"title": "", "size": 0}, Options, "SHOW")

    assert [str(problem) for problem in problems] == [
        "pelicanconf.py: SHOW needs 'title'. Set it; docs/settings.md says what it means.",
        "pelicanconf.py: SHOW needs 'category'. Set it; docs/settings.md says what it means.",
    ]
