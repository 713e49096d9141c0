"""Items as bytes: feedgen for the core of RSS 2.0, our table for everything else.

An episode stands in the feed of its show and in those of its tags, season and people; its item is
the same in all of them, and is made once.
"""

from __future__ import annotations

import feedgen.entry
from lxml import etree

from plugins.podcast.model import Episode
from plugins.podcast.namespace.item import ITEM, Item
from plugins.podcast.namespace.text import render_rows
from plugins.podcast.notes.write import write_notes
from plugins.shared.site import Site

_INNER = " " * 6
_BEGIN, _END = b" " * 4, b" " * 4 + b"</item>\n"


class Items:
    """The items of a site's feeds; whoever asks for one of an episode again gets the same."""

    def __init__(self, site: Site) -> None:
        self.site = site
        # By identity: to hash a whole episode would take as long as to write it.
        self._written: dict[int, tuple[Episode, bytes]] = {}

    def render(self, episode: Episode) -> bytes:
        """Return an episode's `item` for a channel, which declares the namespaces.

        Raises:
            ValueError: if a text holds what XML cannot, such as a control character.
        """
        known = self._written.get(id(episode))
        if known is None:
            known = self._written[id(episode)] = (episode, render_item(episode, self.site))
        return known[1]


def render_item(episode: Episode, site: Site) -> bytes:
    """Return an `item` in lines, indented for its place in a channel."""
    notes = write_notes(episode, site)
    rows = render_rows(ITEM, Item(episode=episode, notes=notes, site=site), _INNER)
    return b"".join([_BEGIN, _core(episode, site), rows, _END])


def _core(episode: Episode, site: Site) -> bytes:
    """Return the elements of RSS 2.0 with the item's beginning, an element a line."""
    entry = feedgen.entry.FeedEntry()
    entry.title(episode.title)
    entry.link(href=site.absolute(episode.path))
    entry.guid(episode.guid, permalink=False)
    entry.pubDate(episode.published)
    enclosure = episode.enclosure
    url = site.absolute_media(enclosure.path)
    entry.enclosure(url, str(enclosure.length_bytes), enclosure.type)
    item: etree._Element = entry.rss_entry()
    item.text = f"\n{_INNER}"
    for element in item:
        element.tail = f"\n{_INNER}"
    item[-1].tail = "\n"
    return etree.tostring(item, encoding="UTF-8").removesuffix(b"</item>")
