from __future__ import annotations

import json
from typing import Any

from plugins.discovery.breadcrumbs import entry_trail
from plugins.discovery.head import Head, listing_head, plain_head
from plugins.discovery.json_ld_lists import breadcrumb_list
from plugins.entries.collections import Collection
from plugins.entries.model import Visibility
from tests.unit.discovery.builders import (
    make_collection,
    make_entry,
    make_episode_entry,
    make_season,
    make_site,
)

HIDDEN = make_entry(path="/blog/hidden/", visibility=Visibility.HIDDEN)


def nodes(head: Head) -> list[Any]:
    return [json.loads(text) for text in head.json_ld]


def listing(collection: Collection) -> Any:
    head = listing_head(
        collection, make_site(), number=None, path=collection.path, entries=collection.entries
    )
    return nodes(head)[0]


def test_the_home_page_is_the_web_site_and_needs_no_trail() -> None:
    assert nodes(plain_head("", "", "/", make_site())) == [
        {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": "Phone Notes",
            "description": "Calls that help",
            "url": "https://example.org/",
            "inLanguage": "en",
        }
    ]


def test_an_index_is_a_collection_page_with_a_trail() -> None:
    page, trail = nodes(plain_head("Archive", "All of it.", "/archive/", make_site()))

    assert (page["@type"], page["name"], page["description"], page["url"]) == (
        "CollectionPage",
        "Archive",
        "All of it.",
        "https://example.org/archive/",
    )
    assert trail["@type"] == "BreadcrumbList"


def test_a_tag_page_lists_the_entries_it_shows_without_hidden_ones() -> None:
    page = listing(make_collection(entries=(HIDDEN, make_entry(), make_episode_entry())))

    assert page["@type"] == "CollectionPage"
    assert page["mainEntity"] == {
        "@type": "ItemList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": 1,
                "name": "Listen first",
                "url": "https://example.org/blog/listen/",
            },
            {
                "@type": "ListItem",
                "position": 2,
                "name": "Unwanted callers",
                "url": "https://example.org/podcast/calls/",
            },
        ],
    }


def test_the_blog_lists_its_postings_without_hidden_ones() -> None:
    entries = (HIDDEN, make_entry())
    blog = listing(make_collection(kind="blog", path="/blog/", title="Blog", entries=entries))

    assert (blog["@type"], blog["name"], blog["url"]) == (
        "Blog",
        "Blog",
        "https://example.org/blog/",
    )
    assert blog["blogPost"] == [
        {
            "@type": "BlogPosting",
            "headline": "Listen first",
            "url": "https://example.org/blog/listen/",
            "datePublished": "2026-03-12T07:30:00Z",
        }
    ]


def test_a_blog_in_another_language_says_which() -> None:
    spanish = (make_entry(lang="es-MX", path="/es/blog/listen/"),)
    blog = make_collection(kind="blog", path="/es/blog/", entries=spanish)

    head = listing_head(blog, make_site(), number=None, path="/es/blog/")

    assert nodes(head)[0]["inLanguage"] == "es-MX"
    assert ("property", "og:locale", "es_MX") in head.metas
    assert listing(make_collection(entries=spanish))["inLanguage"] == "en"


def test_the_page_of_a_show_is_its_series() -> None:
    entries = (make_episode_entry(),)
    show = listing(make_collection(kind="show", path="/podcast/", entries=entries))

    assert show["@type"] == "PodcastSeries"
    assert show["webFeed"] == "https://example.org/podcast/feed.xml"


def test_a_page_says_whom_or_what_its_list_is_about() -> None:
    person = make_collection(kind="person", path="/people/dave/", title="Dave")
    series = make_collection(kind="series", path="/series/a/", title="A")

    assert listing(person)["about"] == {
        "@type": "Person",
        "name": "Dave",
        "url": "https://example.org/people/dave/",
    }
    assert listing(series)["about"] == {"@type": "CreativeWorkSeries", "name": "A"}
    assert listing(make_season())["about"]["@type"] == "PodcastSeason"
    assert "about" not in listing(make_collection())


def test_a_search_page_that_engines_leave_out_says_nothing_to_them() -> None:
    assert plain_head("Search", "", "/search/", make_site(), robots="noindex").json_ld == ()


def test_a_trail_counts_its_steps_and_ends_with_the_page() -> None:
    trail = breadcrumb_list(entry_trail(make_entry()), make_site())

    assert trail["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://example.org/"},
        {"@type": "ListItem", "position": 2, "name": "Blog", "item": "https://example.org/blog/"},
        {
            "@type": "ListItem",
            "position": 3,
            "name": "Listen first",
            "item": "https://example.org/blog/listen/",
        },
    ]
