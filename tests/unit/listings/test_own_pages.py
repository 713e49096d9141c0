from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind
from plugins.listings.archive import by_year
from plugins.listings.own_pages import (
    NEEDED_PAGES,
    OWN_PATHS,
    OwnPage,
    find_popular,
    group_tags,
    own_pages,
    stand_in,
)
from tests.unit.builders import make_collection, make_entry, make_episode, make_numbered, make_run

HEARD = make_entry(kind=Kind.EPISODE, episode=make_episode(), path="/podcast/calls/")


def pages(*collections: Collection, listed: Sequence[Entry] = ()) -> dict[str, OwnPage]:
    years = by_year(listed, "en")
    found = own_pages(listed, collections, (), (), years, "A tagline.")
    return {page.path: page for page in found}


def test_the_home_page_shows_the_newest_of_each_kind() -> None:
    posts = [make_numbered(number) for number in range(9, 0, -1)]

    page = pages(listed=(*posts[:2], HEARD, *posts[2:]))["/"]

    assert page.text == "A tagline."
    assert page.values["posts"] == tuple(posts[:6])
    assert page.values["episodes"] == (HEARD,)


def test_an_index_leaves_out_what_nobody_could_read_about() -> None:
    used, unused = make_collection(HEARD), make_collection(title="Unused")
    silent = make_collection(kind="person", title="A guest")
    known = make_collection(kind="person", title="Dave", html="<p>The host.</p>")

    found = pages(used, unused, silent, known)

    assert found["/tags/"].values["total"] == 1
    assert found["/series/"].values["collections"] == ()
    assert found["/people/"].values["collections"] == (known,)


def test_every_page_of_the_site_itself_has_an_address_that_nobody_else_can_get() -> None:
    assert {*pages()} <= {*OWN_PATHS}
    assert {*pages(listed=(HEARD,))} - {*OWN_PATHS} == {"/archive/2026/"}


def test_tags_stand_under_their_letters_and_the_most_used_are_popular() -> None:
    trust, echo = make_collection(HEARD, make_entry()), make_collection(HEARD, title="Echo")

    assert [(group.letter, group.tags) for group in group_tags([trust, echo])] == [
        ("E", (echo,)),
        ("T", (trust,)),
    ]
    assert set(find_popular([trust, echo])) == {trust, echo}


def test_a_needed_page_that_no_author_wrote_says_what_its_head_says(tmp_path: Path) -> None:
    run = make_run(tmp_path)

    found = [stand_in(page, run) for page in NEEDED_PAGES]

    assert [(entry.path, entry.title, entry.html) for entry in found] == [
        ("/subscribe/", "Subscribe", "<p>Follow along with any app you like.</p>"),
        ("/404.html", "Page not found", "<p>There is no page at this address.</p>"),
    ]
