from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.discovery.open_graph import entry_metas, page_metas
from plugins.entries.model import Entry
from plugins.shared.images import Image
from plugins.shared.site import Site
from tests.unit.discovery.builders import (
    make_enclosure,
    make_entry,
    make_episode,
    make_episode_entry,
    make_image,
    make_label,
    make_page,
    make_site,
)


def metas(
    entry: Entry, image: Image | None = None, site: Site | None = None
) -> list[tuple[str, str]]:
    found = entry_metas(entry, site or make_site(), description="Why.", image=image)
    return [(name, content) for _, name, content in found]


def test_a_post_says_all_that_a_card_shows() -> None:
    entry = make_entry(
        lang="en-GB",
        modified=datetime(2026, 4, 1, 8, 0, tzinfo=UTC),
        authors=(make_label("Dave", "people"),),
        tags=(make_label("Trust"), make_label("Follow up")),
    )

    assert metas(entry, make_image()) == [
        ("og:type", "article"),
        ("og:title", "Listen first"),
        ("og:description", "Why."),
        ("og:url", "https://example.org/blog/listen/"),
        ("og:site_name", "Phone Notes"),
        ("og:locale", "en_GB"),
        ("og:image", "https://example.org/media/desk-0a1b2c3d.jpg"),
        ("og:image:type", "image/jpeg"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "A desk"),
        ("twitter:card", "summary_large_image"),
        ("article:published_time", "2026-03-12T07:30:00Z"),
        ("article:modified_time", "2026-04-01T08:00:00Z"),
        ("article:author", "https://example.org/people/dave/"),
        ("article:tag", "Trust"),
        ("article:tag", "Follow up"),
    ]


def test_only_the_twitter_card_is_a_name_all_else_is_a_property() -> None:
    found = entry_metas(make_episode_entry(), make_site(), description="", image=make_image())

    assert [name for attribute, name, _ in found if attribute == "name"] == ["twitter:card"]
    assert {attribute for attribute, _, _ in found} == {"name", "property"}


def test_an_episode_offers_its_audio() -> None:
    found = metas(make_episode_entry())

    assert ("og:audio", "https://example.org/media/075-calls-12345678.mp3") in found
    assert ("og:audio:type", "audio/mpeg") in found


def test_audio_and_pictures_are_on_the_media_host_if_there_is_one() -> None:
    site = make_site(media_address="https://cdn.example")

    found = dict(metas(make_episode_entry(), make_image(), site))

    assert found["og:audio"] == "https://cdn.example/media/075-calls-12345678.mp3"
    assert found["og:image"] == "https://cdn.example/media/desk-0a1b2c3d.jpg"


def test_audio_elsewhere_keeps_its_address() -> None:
    enclosure = make_enclosure(path="https://elsewhere.example/a.mp3")

    found = metas(make_episode_entry(make_episode(enclosure=enclosure)))

    assert ("og:audio", "https://elsewhere.example/a.mp3") in found


def test_a_page_has_neither_dates_nor_tags() -> None:
    names = [name for name, _ in metas(make_page(tags=(make_label("Trust"),)))]

    assert [name for name in names if name.startswith("article:")] == []
    assert ("og:type", "website") in metas(make_page())


@pytest.mark.parametrize(
    ("image", "card"),
    [
        (make_image(width=1200, height=630), "summary_large_image"),
        (make_image(width=3000, height=3000), "summary"),
        (make_image(width=900, height=1200), "summary"),
        (None, "summary"),
    ],
)
def test_only_a_wide_picture_gets_a_large_card(image: Image | None, card: str) -> None:
    assert ("twitter:card", card) in metas(make_entry(), image)


def test_what_is_unknown_is_left_out() -> None:
    found = page_metas(
        make_site(), title="Tags", description="", path="/tags/", image=None, language="en"
    )

    assert [name for _, name, _ in found] == [
        "og:type",
        "og:title",
        "og:url",
        "og:site_name",
        "twitter:card",
    ]
