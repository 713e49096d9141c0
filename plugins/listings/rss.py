"""RSS for readers: posts whole, episodes as links without enclosures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

import feedgen.feed
from feedgen.ext.base import BaseExtension
from lxml import etree

from plugins.entries.model import Entry
from plugins.shared.html.clean import clean_html
from plugins.shared.site import Site

ATOM = "http://www.w3.org/2005/Atom"
GENERATOR = "Daily Dave engine"
LIMIT = 100
_NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)


class SelfLink(BaseExtension):  # type: ignore[misc]  # feedgen is not typed
    """Writes `atom:link rel=self`, which feedgen would mix up with the channel's link."""

    url = ""
    has_entries = True

    def extend_rss(self, rss_feed: etree._Element) -> etree._Element:
        if not self.has_entries:
            # feedgen would tell the build's time; a feed without items has never changed.
            for element in rss_feed[0].findall("lastBuildDate"):
                rss_feed[0].remove(element)
        link = etree.SubElement(rss_feed[0], f"{{{ATOM}}}link")
        link.set("href", self.url)
        link.set("rel", "self")
        link.set("type", "application/rss+xml")
        return rss_feed


def render_rss(
    site: Site, *, title: str, description: str, path: str, feed_path: str, entries: Sequence[Entry]
) -> bytes:
    """Return a feed of the newest entries."""
    shown = sorted(entries, key=lambda entry: entry.path)
    shown = sorted(shown, key=lambda entry: entry.date, reverse=True)[:LIMIT]
    feed = feedgen.feed.FeedGenerator()
    feed.register_extension("ours", SelfLink, None, atom=False)
    feed.ours.url = site.absolute(feed_path)
    feed.ours.has_entries = bool(shown)
    feed.title(title)
    feed.description(description or title)
    feed.link(href=site.absolute(path), rel="alternate")
    feed.language(site.language)
    feed.generator(GENERATOR)
    feed.docs("https://www.rssboard.org/rss-specification")
    changed = [max(entry.date, entry.changed) for entry in shown]
    feed.lastBuildDate(max(changed, default=_NOTHING_YET))
    for entry in shown:
        _add(feed, entry, site)
    text: bytes = feed.rss_str(pretty=True)
    return text


def _add(feed: feedgen.feed.FeedGenerator, entry: Entry, site: Site) -> None:
    item = feed.add_entry(order="append")
    url = site.absolute(entry.path)
    item.title(f"{entry.episode.heading}: {entry.title}" if entry.episode else entry.title)
    item.link(href=url)
    item.guid(entry.guid or url, permalink=not entry.guid)
    item.pubDate(entry.date)
    item.description(entry.summary)
    for label in entry.tags:
        item.category(term=label.name)
    listen = f'<p><a href="{escape(url)}">Listen to the episode</a></p>' if entry.episode else ""
    html = clean_html(entry.html, site, entry.path) + listen
    if html:
        item.content(html, type="CDATA")
