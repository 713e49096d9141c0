from __future__ import annotations

from tests.unit.builders import make_collection, make_entry, make_episode


def test_a_collection_parts_what_is_heard_from_what_is_read() -> None:
    post, heard = make_entry(), make_entry(path="/podcast/x/", episode=make_episode())
    collection = make_collection(post, heard)

    assert collection.posts == (post,)
    assert collection.episodes == (heard,)


def test_a_collection_has_its_feeds_below_its_page() -> None:
    collection = make_collection()

    assert (collection.feed_path, collection.podcast_path) == (
        "/tags/trust/feed.xml",
        "/tags/trust/podcast.xml",
    )
