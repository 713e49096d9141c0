from __future__ import annotations

import pytest

from plugins.discovery.breadcrumbs import Trail, collection_trail, entry_trail, page_trail
from tests.unit.discovery.builders import (
    make_collection,
    make_entry,
    make_episode,
    make_episode_entry,
    make_page,
    make_season,
    make_show,
)


def said(trail: Trail) -> str:
    return " › ".join(crumb.label for crumb in trail)


@pytest.mark.parametrize(
    ("trail", "words"),
    [
        (entry_trail(make_entry()), "Home › Blog › Listen first"),
        (entry_trail(make_entry(path="/es/blog/listen/")), "Home › Blog › Listen first"),
        (entry_trail(make_page()), "Home › About"),
        (entry_trail(make_episode_entry()), "Home › The Daily Dave › Season 2 › Unwanted callers"),
        (
            entry_trail(make_episode_entry(make_episode(season=None))),
            "Home › The Daily Dave › Unwanted callers",
        ),
        (
            entry_trail(
                make_episode_entry(make_episode(show=make_show(season_names=((2, "Calls"),))))
            ),
            "Home › The Daily Dave › Season 2: Calls › Unwanted callers",
        ),
        (collection_trail(make_collection()), "Home › Tags › Trust"),
        (collection_trail(make_season()), "Home › The Daily Dave › Season 2"),
        (
            collection_trail(make_collection(kind="blog", path="/blog/", title="Blog")),
            "Home › Blog",
        ),
        (
            collection_trail(make_collection(kind="series", path="/series/a/", title="A")),
            "Home › Series › A",
        ),
        (
            collection_trail(make_collection(kind="person", path="/people/dave/", title="Dave")),
            "Home › People › Dave",
        ),
        (collection_trail(make_collection(), 3, "/p/3/"), "Home › Tags › Trust › Page 3"),
        (page_trail("Archive", "/archive/"), "Home › Archive"),
        (page_trail("2026", "/archive/2026/"), "Home › Archive › 2026"),
        (page_trail("Home", "/"), ""),
        (page_trail("Not found", ""), ""),
    ],
)
def test_a_trail_leads_from_home_to_the_page(trail: Trail, words: str) -> None:
    assert said(trail) == words


def test_every_step_of_a_trail_has_its_path() -> None:
    assert [crumb.path for crumb in entry_trail(make_episode_entry())] == [
        "/",
        "/podcast/",
        "/podcast/season/2/",
        "/podcast/calls/",
    ]
    assert entry_trail(make_entry(path="/es/blog/listen/"))[1].path == "/es/blog/"
    assert entry_trail(make_entry(path="/drafts/listen/"))[1].path == "/blog/"
    assert collection_trail(make_collection(), 3, "/p/3/")[-1].path == "/p/3/"
