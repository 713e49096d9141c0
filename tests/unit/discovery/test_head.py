from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from plugins.discovery.head import Head, entry_head, entry_image, listing_head, plain_head
from plugins.entries.model import Entry, Visibility
from tests.unit.discovery.builders import (
    Feed,
    make_collection,
    make_entry,
    make_episode,
    make_episode_entry,
    make_image,
    make_page,
    make_season,
    make_show,
    make_site,
)


def listing(**said: Any) -> Head:
    return listing_head(make_collection(**said), make_site(), number=None, path="/tags/trust/")


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        (make_entry(), "Listen first · Phone Notes"),
        (make_page(), "About · Phone Notes"),
        (make_episode_entry(), "Unwanted callers · The Daily Dave #075 · Phone Notes"),
        (
            make_episode_entry(make_episode(show=make_show(title="Phone Notes"))),
            "Unwanted callers · Phone Notes #075",
        ),
        (make_entry(title="Two\n lines"), "Two lines · Phone Notes"),
    ],
)
def test_an_entry_is_titled_with_its_show_and_site_once(entry: Entry, title: str) -> None:
    assert entry_head(entry, make_site()).title == title


def test_an_entry_is_described_by_its_summary_or_else_by_the_site() -> None:
    site = make_site()

    assert entry_head(make_entry(summary="Two\nlines."), site).description == "Two lines."
    assert entry_head(make_page(summary=""), site).description == "Calls that help"


def test_canonical_links_are_absolute_and_percent_encoded() -> None:
    head = entry_head(make_entry(path="/blog/é/"), make_site(address="https://example.org/sub"))

    assert head.canonical == "https://example.org/sub/blog/%C3%A9/"


def test_links_to_twin_feeds_and_neighbours_are_root_relative() -> None:
    head = entry_head(
        make_entry(),
        make_site(address="https://example.org/sub"),
        feeds=[Feed("Posts", "/blog/feed.xml")],
        twin="/blog/listen/index.md",
        previous="/blog/older/",
        following=None,
    )

    assert head.markdown == "/sub/blog/listen/index.md"
    assert head.feeds == (("Posts", "application/rss+xml", "/sub/blog/feed.xml"),)
    assert (head.previous, head.following) == ("/sub/blog/older/", "")


@pytest.mark.parametrize("visibility", [Visibility.HIDDEN, Visibility.DRAFT])
def test_an_unlisted_entry_keeps_search_engines_away(visibility: Visibility) -> None:
    spanish = make_entry(lang="es", path="/es/blog/listen/")
    entry = make_entry(visibility=visibility)

    head = entry_head(entry, make_site(), translations=(spanish,))

    assert (head.robots, head.json_ld, head.alternates) == ("noindex", (), ())


def test_translations_name_each_other_and_the_default() -> None:
    english, spanish = make_entry(), make_entry(lang="es", path="/es/blog/listen/")

    there = entry_head(english, make_site(), translations=(spanish,)).alternates
    back = entry_head(spanish, make_site(), translations=(english,)).alternates

    assert (
        there
        == back
        == (
            ("en", "https://example.org/blog/listen/"),
            ("es", "https://example.org/es/blog/listen/"),
            ("x-default", "https://example.org/blog/listen/"),
        )
    )


def test_a_preview_without_a_host_names_nothing_half_made() -> None:
    site = make_site(address="")
    spanish = make_entry(lang="es", path="/es/blog/listen/")
    heads = (
        entry_head(make_episode_entry(), site, translations=(spanish,), social=make_image()),
        listing_head(make_collection(), site, number=2, path="/tags/trust/page/2/"),
        plain_head("Archive", "", "/archive/", site),
    )

    for head in heads:
        names = [name for _, name, _ in head.metas]
        assert (head.canonical, head.alternates, head.json_ld) == ("", (), ())
        assert not {"og:url", "og:image", "og:audio", "og:image:width"} & set(names)


@pytest.mark.parametrize(
    ("number", "title"),
    [(None, "Trust · Phone Notes"), (3, "Trust · Page 3 · Phone Notes")],
)
def test_a_numbered_page_says_its_number(number: int | None, title: str) -> None:
    head = listing_head(make_collection(), make_site(), number=number, path="/tags/trust/page/3/")

    assert head.title == title
    assert head.canonical == "https://example.org/tags/trust/page/3/"


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("Season 2", "Season 2 · The Daily Dave · Phone Notes"),
        ("The Daily Dave, season 2", "The Daily Dave, season 2 · Phone Notes"),
    ],
)
def test_a_season_is_titled_with_its_show_once(named: str, title: str) -> None:
    season = make_season(title=named)

    assert listing_head(season, make_site(), number=None, path=season.path).title == title


def test_a_listing_is_described_by_its_summary_or_by_what_it_holds() -> None:
    entries = (make_entry(), make_entry(path="/blog/b/"), make_episode_entry())

    assert listing(summary="On trust.").description == "On trust."
    assert listing(entries=entries).description == "Trust: 2 posts and 1 episode."
    assert listing(entries=()).description == "Calls that help"


def test_a_listing_shows_its_own_picture_before_the_cover_and_the_site_s() -> None:
    own, social = make_image(path="/media/own.jpg"), make_image(path="/media/social.jpg")
    site = make_site()

    def picture(**said: Any) -> str:
        head = listing_head(make_season(**said), site, number=None, path="/p/", social=social)
        return {name: content for _, name, content in head.metas}["og:image"]

    assert picture(image=own) == "https://example.org/media/own.jpg"
    assert picture() == "https://example.org/media/cover-8c9d0e1f.png"
    tag = listing_head(make_collection(), site, number=None, path="/p/", social=social)
    assert ("property", "og:image", "https://example.org/media/social.jpg") in tag.metas


def test_a_page_about_somebody_is_a_profile() -> None:
    assert ("property", "og:type", "profile") in listing(kind="person").metas


def test_the_home_page_is_titled_with_the_tagline() -> None:
    head = plain_head("", "", "/", make_site())

    assert head.title == "Phone Notes: Calls that help"
    assert head.description == "Calls that help"
    assert head.canonical == "https://example.org/"
    assert plain_head("", "", "/", make_site(tagline="")).title == "Phone Notes"


def test_a_page_with_no_address_of_its_own_has_no_canonical_link() -> None:
    head = plain_head("Not found", "", "", make_site(), robots="noindex")

    assert (head.title, head.robots) == ("Not found · Phone Notes", "noindex")
    assert (head.canonical, head.json_ld) == ("", ())
    assert "og:url" not in [name for _, name, _ in head.metas]


def test_an_episode_shows_its_own_art_before_the_site_s_picture_before_the_cover() -> None:
    art, social, cover = make_image(path="/art"), make_image(path="/social"), make_show().image
    plain = make_episode_entry()
    with_art = make_episode_entry(make_episode(image=art))

    assert entry_image(replace(with_art, image=None), social) == art
    assert entry_image(replace(with_art, image=make_image(path="/own")), social) == make_image(
        path="/own"
    )
    assert (entry_image(plain, social), entry_image(plain, None)) == (social, cover)
    assert entry_image(make_entry(), None) is None
