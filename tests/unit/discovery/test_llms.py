from __future__ import annotations

from datetime import timedelta

from plugins.discovery.llms import render_llms
from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Visibility
from plugins.shared.site import Site
from tests.unit.discovery.builders import (
    DATE,
    Feed,
    make_collection,
    make_entry,
    make_episode_entry,
    make_page,
    make_season,
    make_site,
)


def llms(
    *entries: Entry,
    collections: tuple[Collection, ...] = (),
    feeds: tuple[Feed, ...] = (),
    limit: int = 200,
    site: Site | None = None,
) -> str:
    return render_llms(
        site or make_site(), entries=entries, collections=collections, feeds=feeds, limit=limit
    )


def test_everything_that_is_listed_stands_in_its_section() -> None:
    collections = (
        make_season(),
        make_collection(entries=(make_entry(), make_episode_entry()), summary="On trust."),
        make_collection(kind="series", path="/series/a/", title="A [series]"),
        make_collection(kind="person", path="/people/dave/", title="Dave"),
    )
    entries = (make_page(), make_episode_entry(), make_entry())

    text = llms(*entries, collections=collections, feeds=(Feed("Posts", "/blog/feed.xml"),))

    assert text == (
        "# Phone Notes\n"
        "\n"
        "> Calls that help\n"
        "\n"
        "## Posts\n"
        "\n"
        "- [Listen first](https://example.org/blog/listen/index.md): Why the ear comes first.\n"
        "\n"
        "## Episodes\n"
        "\n"
        "- [The Daily Dave #075: Unwanted callers](https://example.org/podcast/calls/index.md): "
        "Why the ear comes first.\n"
        "\n"
        "## Series\n"
        "\n"
        "- [A \\[series\\]](https://example.org/series/a/): 1 post\n"
        "\n"
        "## Tags\n"
        "\n"
        "- [Trust](https://example.org/tags/trust/): 1 post and 1 episode. On trust.\n"
        "\n"
        "## Pages\n"
        "\n"
        "- [About](https://example.org/about/index.md): Why the ear comes first.\n"
        "\n"
        "## Feeds\n"
        "\n"
        "- [Posts](https://example.org/blog/feed.xml)\n"
    )


def test_an_empty_site_is_its_name_and_tagline() -> None:
    assert llms() == "# Phone Notes\n\n> Calls that help\n"
    assert llms(site=make_site(tagline="")) == "# Phone Notes\n"


def test_what_is_hidden_or_has_no_twin_is_left_out() -> None:
    hidden = make_entry(visibility=Visibility.HIDDEN)
    draft = make_episode_entry(visibility=Visibility.DRAFT)

    assert "##" not in llms(hidden, draft, make_page(path="/404.html"))


def test_the_newest_come_first_and_the_archive_has_the_rest() -> None:
    posts = [
        make_entry(title=f"Day {day}", path=f"/blog/{day}/", date=DATE + timedelta(days=day))
        for day in (2, 1, 3)
    ]

    lines = llms(*posts, limit=2).splitlines()

    assert [line.partition("]")[0] for line in lines if line.startswith("-")] == [
        "- [Day 3",
        "- [Day 2",
        "- [All 3",
    ]
    assert lines[-1] == "- [All 3](https://example.org/archive/)"


def test_the_most_used_tags_come_first() -> None:
    tags = (
        make_collection(title="B", path="/tags/b/"),
        make_collection(title="A", path="/tags/a/"),
        make_collection(title="C", path="/tags/c/", entries=(make_entry(), make_entry())),
    )

    lines = llms(collections=tags, limit=2).splitlines()

    assert [line.partition("]")[0] for line in lines if line.startswith("-")] == [
        "- [C",
        "- [A",
        "- [All 3",
    ]
