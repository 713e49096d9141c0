from __future__ import annotations

from plugins.identity.feeds import say_new_address

FEED = b"""<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" version="2.0">
  <channel>
    <title>Trust</title>
    <atom:link href="https://example.org/tags/faith/podcast.xml" rel="self"/>
    <item><description><![CDATA[<p>Notes</p>]]></description></item>
  </channel>
</rss>
"""
URL = "https://example.org/tags/faith/podcast.xml"


def test_a_podcast_at_its_old_address_says_where_it_is_now_and_is_else_the_same() -> None:
    found = say_new_address(FEED, URL)

    added = f"    <itunes:new-feed-url>{URL}</itunes:new-feed-url>\n".encode()
    assert added in found
    assert found.replace(added, b"").strip() == FEED.strip()


def test_where_its_author_sends_the_apps_is_left_as_it_is() -> None:
    moved_on = say_new_address(FEED, "https://elsewhere.example/feed.xml")

    assert say_new_address(moved_on, URL) == moved_on


def test_a_feed_that_is_no_podcast_goes_on_as_it_is() -> None:
    plain = b"<rss version='2.0'><channel><title>Trust</title></channel></rss>"

    assert say_new_address(plain, URL) == plain


def test_without_an_address_of_the_site_there_is_none_to_say() -> None:
    assert say_new_address(FEED, "") == FEED
