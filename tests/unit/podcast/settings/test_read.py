from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from plugins.podcast.settings.read import read_shows
from plugins.podcast.settings.show import ShowSettings
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
        ({"title": "x" * 256}, "PODCASTS[0]: title: it has 256 letters; the limit is 255. Cut it."),
        ({"author": "x" * 256}, "PODCASTS[0]: author: it has 256 letters; the limit is 255. "
         "Cut it."),
        ({"itunes_title": "x" * 256}, "PODCASTS[0]: itunes_title: it has 256 letters; the limit is "
         "255. Cut it."),
        ({"copyright": "x" * 256}, "PODCASTS[0]: copyright: it has 256 letters; the limit is 255. "
         "Cut it."),
        ({"hosts": ["x" * 129]}, "PODCASTS[0]: hosts: it has 129 letters; the limit is 128. "
         "Cut it."),
        ({"seasons": {2: "x" * 129}}, "PODCASTS[0]: seasons: it has 129 letters; the limit is 128. "
         "Cut it."),
        ({"seasons": {True: "x"}}, "PODCASTS[0]: 'seasons' must be a dictionary of numbers and "
         "names, not {True: 'x'}. Correct it."),
        ({"seasons": {0: "x"}}, "PODCASTS[0]: the season 0 is below 1. Correct it."),
        ({"open_seasons": [0]}, "PODCASTS[0]: the season 0 is below 1. Correct it."),
        ({"title": "A\x01B"}, "PODCASTS[0]: title: it holds the control character U+0001. "
         "Delete it."),
        ({"description": "\ud800"}, "PODCASTS[0]: description: it holds the control character "
         "U+D800. Delete it."),
        ({"title": "One\ncall"}, "PODCASTS[0]: title: it holds a line break or a tab. "
         "Write it on one line."),
        ({"title": "  "}, "PODCASTS[0] needs 'title'. Set it; docs/settings.md says what it "
         "means."),
        ({"title": "Calls &amp; callers"}, "PODCASTS[0]: title: listeners would see '&amp;'. "
         "Write the character itself."),
        ({"hosts": ["Dave", " "]}, "PODCASTS[0]: hosts: one of its texts is empty. "
         "Fill it, or take it away."),
        ({"categories": [""]}, "PODCASTS[0]: categories: one of its texts is empty. "
         "Fill it, or take it away."),
        ({"funding": {"https://x.org": ""}}, "PODCASTS[0]: funding: one of its texts is empty. "
         "Fill it, or take it away."),
        ({"funding": {"https://x.org/a b": "Give"}}, "PODCASTS[0]: funding: 'https://x.org/a b' is "
         "not an address. Write it whole: 'https://example.org/…'."),
        ({"funding": {"https://x.org": "x" * 129}}, "PODCASTS[0]: funding: it has 129 letters; "
         "the limit is 128. Cut it."),
        ({"owner_name": "Dave"}, "PODCASTS[0]: owner_name says nothing without owner_email. "
         "Add it, or take owner_name away."),
        ({"license_url": "https://x.org/terms"}, "PODCASTS[0]: license_url says nothing "
         "without license. Add it, or take license_url away."),
        ({"value_method": "lightning keysend"}, "PODCASTS[0]: value_method says "
         "nothing without value. Add it, or take value_method away."),
        ({"language": "xx"}, "PODCASTS[0]: 'xx' is not a language. Write 'en' or 'en-GB'."),
        ({1: "x"}, "PODCASTS[0] has no key 1. It knows: "
         + ", ".join(field.name for field in fields(ShowSettings)) + "."),
        ({"description": "é" * 2001}, "PODCASTS[0]: the description is longer than 4000 bytes. "
         "Cut it."),
        ({"license": "My own"}, "PODCASTS[0]: license: the license 'My own' needs an address. "
         "Write it behind, or an identifier in lower case such as 'cc-by-4.0'."),
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
        ({"medium": "podcasts"}, "PODCASTS[0]: the medium 'podcasts' is not known. "
         "Did you mean 'podcast'?"),
        ({"managing_editor": "Dave"}, "PODCASTS[0]: 'Dave' does not begin with an address. "
         "Write 'dave@example.org (Dave)'."),
        ({"title": "<b>Dave</b>"}, "PODCASTS[0]: title: it holds HTML. Write plain text."),
        ({"country_of_origin": "England"}, "PODCASTS[0]: country_of_origin: 'England' is not a "
         "country's code. Write its two letters of ISO 3166, such as GB."),
        ({"country_of_origin": "us uk"}, "PODCASTS[0]: country_of_origin: 'uk' is not a country's "
         "code. Did you mean 'GB'?"),
        ({"block_services": ["Apple Podcasts"]}, "PODCASTS[0]: block_services: 'Apple Podcasts' "
         "is not a service's short name. Write e.g. 'apple'."),
        ({"page_size": 5}, "PODCASTS[0]: a page_size of 5 is too small. Write 10 or more."),
        ({"byte_budget": 5}, "PODCASTS[0]: a byte_budget of 5 is too small. "
         "Write 50000 or more."),
        ({"page_size": 50, "byte_budget": 90_000}, "PODCASTS[0]: there are a page_size and a "
         "byte_budget. Keep one of them."),
        ({"ttl": -1}, "PODCASTS[0]: 'ttl' must be a whole number, not -1. Correct it."),
        ({"new_feed_url": "/feed.xml"}, "PODCASTS[0]: new_feed_url: '/feed.xml' is not an address."
         " Write it whole: 'https://example.org/…'."),
        ({"locations": ["London geo=151.5,-0.12"]}, "PODCASTS[0]: locations: geo=151.5,-0.12 is "
         "not on Earth. Write the latitude first, then longitude."),
        ({"credits": ["Dave role=maker"]}, "PODCASTS[0]: credits: 'maker' is not known. "
         "Choose one of: host, co-host, guest host, guest, voice actor, narrator, announcer, "
         "reporter, director, assistant director, executive producer, senior producer, producer, "
         "associate producer, development producer, creative director, author, editorial "
         "director, co-writer, writer, songwriter, guest writer, story editor, managing editor, "
         "script editor, script coordinator, researcher, editor, fact checker, translator, "
         "transcriber, logger, studio coordinator, technical director, technical manager, audio "
         "engineer, remote recording engineer, post production engineer, audio editor, sound "
         "designer, foley artist, composer, theme music, music production, music contributor, "
         "production coordinator, booking coordinator, production assistant, content manager, "
         "marketing manager, sales representative, sales manager, graphic designer, cover art "
         "designer, social media manager, consultant, intern, camera operator, lighting designer, "
         "camera grip, assistant camera, assistant editor."),
        ({"value": ["Dave split=1"]}, "PODCASTS[0]: value: a recipient needs address=. Add it."),
        ({"funding": {"dave": "Give"}}, "PODCASTS[0]: funding: 'dave' is not an address. "
         "Write it whole: 'https://example.org/…'."),
        ({"podroll": ["A show feedGuid=x"]}, "PODCASTS[0]: podroll: feedGuid=x is no UUID. "
         "Take it from the other feed's podcast:guid."),
    ],
)  # fmt: skip
def test_each_fault_of_a_show_is_told_whole(change: dict[str, Any], message: str) -> None:
    assert told({**SHOW, **change}) == [message]


@pytest.mark.parametrize("given", [None, 0, True, "podcast", b"x"])
def test_whatever_is_no_list_of_shows_is_told(given: object) -> None:
    (problem,) = read_shows(given)[1]

    assert str(problem) == (
        f"pelicanconf.py: PODCASTS: it is {given!r}, not a list of dictionaries. "
        "Write [{'key': …}]."
    )


def test_a_description_may_speak_of_an_escape() -> None:
    assert told({**SHOW, "description": "What &amp; means in a feed."}) == []


def test_space_around_texts_is_taken_away() -> None:
    (show,), problems = read_shows(
        [
            {
                **SHOW,
                "title": " The Daily Dave\n",
                "hosts": [" Dave "],
                "funding": {" https://x.org ": " Give "},
            }
        ]
    )

    assert problems == []
    assert (show.title, show.hosts) == ("The Daily Dave", ["Dave"])
    assert show.funding == {"https://x.org": "Give"}


def test_all_faults_of_all_shows_are_told_and_only_good_ones_are_kept() -> None:
    bad = {**SHOW, "key": "x y", "type": "daily"}
    other = {**SHOW, "key": "other", "guid": "9b024349-ccf0-5f69-a609-6b82873eab3c"}
    twin = {**SHOW, "key": "twin"}

    shows, problems = read_shows([bad, SHOW, SHOW, other, twin])

    assert [show.key for show in shows] == ["podcast", "other"]
    assert [problem.what for problem in problems] == [
        "PODCASTS[0]: the key 'x y' cannot be an address.",
        "PODCASTS[0]: the type 'daily' is not known.",
        "PODCASTS[2]: the key 'podcast' is taken.",
        f"PODCASTS[4]: the guid {SHOW_GUID!r} is that of another show.",
    ]


def test_one_show_without_a_list_around_it_is_told() -> None:
    _, problems = read_shows(SHOW)

    assert str(problems[0]) == (
        "pelicanconf.py: PODCASTS: it is one dictionary, not a list of dictionaries. "
        "Write [{'key': …}]."
    )  # fmt: skip


def test_a_license_of_the_list_needs_no_address_and_another_may_have_one() -> None:
    assert told({**SHOW, "license": "cc-by-4.0"}) == []
    assert told({**SHOW, "license": "My own", "license_url": "https://x.org/"}) == []
