from __future__ import annotations

from datetime import timedelta

import pytest

from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind, Visibility
from plugins.listings.gather import (
    Neighbours,
    feeds_of,
    find_neighbours,
    make_blogs,
    make_shows,
)
from tests.unit.builders import (
    DATE,
    make_collection,
    make_entry,
    make_episode,
    make_image,
    make_numbered,
    make_show,
    make_site,
)


def heard(number: int, key: str = "podcast") -> Entry:
    episode = make_episode(show=make_show(key=key, title=key.title()), number=number)
    return make_numbered(number, kind=Kind.EPISODE, episode=episode)


def foreign(lang: str, name: str, **said: object) -> Entry:
    return make_entry(path=f"/{lang}/blog/{name}/", lang=lang, **said)


def paths(collection: Collection) -> list[str]:
    return [entry.path for entry in collection.entries]


def test_the_blog_has_the_posts_and_the_words_of_the_site() -> None:
    listed = (make_numbered(3), heard(2), make_numbered(1))

    (blog,) = make_blogs(listed, listed, make_site(tagline="Calls and trust"))

    assert paths(blog) == ["/blog/003/", "/blog/001/"]
    assert (blog.kind, blog.path, blog.title) == ("blog", "/blog/", "Blog")
    assert (blog.summary, blog.source) == ("Calls and trust", "the blog")


def test_a_site_without_posts_has_an_empty_blog() -> None:
    (blog,) = make_blogs((), (), make_site())

    assert blog.entries == ()


def test_every_other_language_has_a_blog_newest_first() -> None:
    everything = [
        make_entry(),
        foreign("es", "old"),
        foreign("es", "new", date=DATE + timedelta(days=1)),
        foreign("de", "one"),
    ]

    _, german, spanish = make_blogs((), everything, make_site())

    assert paths(german) == ["/de/blog/one/"]
    assert paths(spanish) == ["/es/blog/new/", "/es/blog/old/"]


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("es", "Blog en español"),
        ("de", "Blog auf Deutsch"),
        ("fr", "Blog en français"),
        ("pt-br", "Blog (pt-br)"),
    ],
)
def test_the_blog_of_a_language_is_named_in_it(lang: str, title: str) -> None:
    _, blog = make_blogs((), [foreign(lang, "one")], make_site())

    assert (blog.title, blog.slug, blog.path) == (title, lang, f"/{lang}/blog/")
    assert (blog.source, blog.aliases) == (f"the blog in '{lang}'", (f"/{lang}/",))


@pytest.mark.parametrize(
    "entry",
    [
        foreign("es", "hidden", visibility=Visibility.HIDDEN),
        foreign("es", "draft", visibility=Visibility.DRAFT),
        foreign("es", "page", kind=Kind.PAGE),
        foreign("en", "our-own"),
    ],
)
def test_what_is_no_listed_post_of_another_language_makes_no_blog(entry: Entry) -> None:
    assert len(make_blogs((), [entry], make_site())) == 1


def test_every_show_has_its_own_episodes() -> None:
    listed = (heard(4, "calls"), make_numbered(3), heard(2), heard(1, "calls"))
    shows = [make_show(), make_show(key="calls", title="Calls"), make_show(key="new")]

    collections = make_shows(listed, shows)

    assert [paths(show) for show in collections] == [
        ["/blog/002/"],
        ["/blog/004/", "/blog/001/"],
        [],
    ]


def test_a_show_brings_its_words_and_its_cover() -> None:
    (show,) = make_shows((), [make_show()])

    assert (show.kind, show.slug, show.path) == ("show", "podcast", "/podcast/")
    assert (show.title, show.summary) == ("The Daily Dave", "One call a day.")
    assert (show.source, show.image) == ("the show 'The Daily Dave'", make_image())


def test_newer_follows_and_older_is_previous() -> None:
    new, middle, old = make_numbered(3), make_numbered(2), make_numbered(1)

    assert find_neighbours(make_collection(new, middle, old)) == {
        "/blog/003/": Neighbours(previous=middle),
        "/blog/002/": Neighbours(previous=old, following=new),
        "/blog/001/": Neighbours(following=middle),
    }


@pytest.mark.parametrize(
    ("collection", "feeds"),
    [
        (make_collection(), [("Phone Notes: Trust", "/tags/trust/feed.xml", False)]),
        (
            make_collection(make_numbered(2), heard(1)),
            [
                ("Phone Notes: Trust", "/tags/trust/feed.xml", False),
                ("Podcast: Trust", "/tags/trust/podcast.xml", True),
            ],
        ),
        (
            make_collection(heard(2), heard(1, "calls")),
            [
                ("Phone Notes: Trust", "/tags/trust/feed.xml", False),
                ("Podcast: Trust", "/tags/trust/podcast.xml", True),
            ],
        ),
        (
            make_collection(heard(1), kind="show", path="/podcast/", title="Podcast"),
            [("Podcast", "/podcast/feed.xml", True)],
        ),
    ],
)
def test_a_collection_offers_a_feed_to_read_and_one_to_hear(
    collection: Collection, feeds: list[tuple[str, str, bool]]
) -> None:
    found = feeds_of(collection, make_site())

    assert [(feed.title, feed.path, feed.is_podcast) for feed in found] == feeds
