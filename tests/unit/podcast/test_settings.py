from __future__ import annotations

from typing import Any

import pytest

from plugins.podcast.settings import read_shows
from tests.unit.builders import SHOW_GUID

SHOW: dict[str, Any] = {
    "key": "podcast",
    "title": "The Daily Dave",
    "description": "One call a day.",
    "author": "Dave",
    "categories": ["Business: Careers"],
    "guid": SHOW_GUID,
}


def told(*shows: Any) -> list[str]:
    return [str(problem).removeprefix("pelicanconf.py: ") for problem in read_shows(shows)[1]]


def test_a_show_needs_little() -> None:
    (show,), problems = read_shows([SHOW])

    assert problems == []
    assert (show.language, show.type, show.locked, show.explicit) == ("en", "episodic", True, False)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"titel": "x"}, "PODCASTS[0] has no key 'titel'. Did you mean 'title'?"),
        ({"title": ""}, "PODCASTS[0] needs 'title'. Set it; docs/settings.md says what it means."),
        ({"categories": []}, "PODCASTS[0] needs 'categories'. Set it; docs/settings.md says what "
         "it means."),
        ({"key": "../x"}, "PODCASTS[0]: the key '../x' cannot be an address. "
         "Use a-z and hyphens."),
        ({"language": "English"}, "PODCASTS[0]: 'English' is not a language. "
         "Write 'en' or 'en-GB'."),
        ({"guid": "x"}, "PODCASTS[0]: the guid 'x' is not a UUID. See docs/settings.md."),
        ({"guid": SHOW_GUID.upper()}, f"PODCASTS[0]: the guid {SHOW_GUID.upper()!r} is not a UUID."
         " See docs/settings.md."),
        ({"type": "daily"}, "PODCASTS[0]: the type 'daily' is not known. "
         "Write 'episodic' or 'serial'."),
        ({"owner_email": "dave"}, "PODCASTS[0]: 'dave' is not an e-mail address. Correct it."),
        ({"title": "x" * 256}, "PODCASTS[0]: the title is longer than 255 letters. Cut it."),
        ({"description": "é" * 2001}, "PODCASTS[0]: the description is longer than 4000 bytes. "
         "Cut it."),
        ({"license": "My own"}, "PODCASTS[0]: the license 'My own' needs a license_url. Add it."),
        ({"categories": ["Buisness"]}, "PODCASTS[0]: there is no category 'Buisness'. "
         "Did you mean 'Business'?"),
        ({"categories": "Business"}, "PODCASTS[0]: 'categories' must be a list of texts, not "
         "'Business'. Correct it."),
        ({"hosts": "Dave"}, "PODCASTS[0]: 'hosts' must be a list of texts, not 'Dave'. "
         "Correct it."),
        ({"hosts": ["Dave", 5]}, "PODCASTS[0]: 'hosts' must be a list of texts, not ['Dave', 5]. "
         "Correct it."),
        ({"explicit": "no"}, "PODCASTS[0]: 'explicit' must be True or False, not 'no'. "
         "Correct it."),
        ({"title": 5}, "PODCASTS[0]: 'title' must be a text, not 5. Correct it."),
        ({"language": None}, "PODCASTS[0]: 'language' must be a text, not None. Correct it."),
        ({"seasons": {"1": "x"}}, "PODCASTS[0]: 'seasons' must be a dictionary of numbers and "
         "names, not {'1': 'x'}. Correct it."),
        ({"funding": ["https://x.org"]}, "PODCASTS[0]: 'funding' must be a dictionary of addresses "
         "and texts, not ['https://x.org']. Correct it."),
    ],
)  # fmt: skip
def test_each_fault_of_a_show_is_told_whole(change: dict[str, Any], message: str) -> None:
    assert told({**SHOW, **change}) == [message]


def test_all_faults_of_all_shows_are_told_and_only_good_ones_are_kept() -> None:
    bad = {**SHOW, "key": "x y", "type": "daily"}
    other = {**SHOW, "key": "other"}

    shows, problems = read_shows([bad, SHOW, SHOW, other])

    assert [show.key for show in shows] == ["podcast", "other"]
    assert [problem.what for problem in problems] == [
        "PODCASTS[0]: the key 'x y' cannot be an address.",
        "PODCASTS[0]: the type 'daily' is not known.",
        "PODCASTS[2]: the key 'podcast' is taken.",
    ]


def test_one_show_without_a_list_around_it_is_told() -> None:
    _, problems = read_shows(SHOW)  # type: ignore[arg-type]  # the mistake

    assert str(problems[0]) == (
        "pelicanconf.py: PODCASTS[0]: it is not a dictionary. Write [{'key': …}]."
    )  # fmt: skip


def test_a_license_of_the_list_needs_no_address_and_another_may_have_one() -> None:
    assert told({**SHOW, "license": "cc-by-4.0"}) == []
    assert told({**SHOW, "license": "My own", "license_url": "https://x.org/"}) == []
