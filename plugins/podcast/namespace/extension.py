"""Our feedgen extension: writes the rows of the channel's table.

feedgen's own podcast extension writes values that Apple no longer takes, so it is not used.
"""

from __future__ import annotations

from feedgen.ext.base import BaseExtension
from lxml import etree

from plugins.podcast.namespace.channel import CHANNEL, Channel
from plugins.podcast.namespace.node import NAMESPACES, RARE, append_rows


class ShowExtension(BaseExtension):  # type: ignore[misc]  # feedgen is not typed
    """Writes the channel's rows; `channel` is set once the extension is loaded."""

    channel: Channel | None = None

    def extend_ns(self) -> dict[str, str]:
        used = self.channel.prefixes if self.channel else frozenset()
        return {name: uri for name, uri in NAMESPACES.items() if name not in RARE or name in used}

    def extend_rss(self, rss_feed: etree._Element) -> etree._Element:
        if rss_feed[0].find("pubDate") is None:
            # feedgen would tell the build's time; a feed without items has never changed.
            for element in rss_feed[0].findall("lastBuildDate"):
                rss_feed[0].remove(element)
        if self.channel is not None:
            append_rows(rss_feed[0], CHANNEL, self.channel)
        return rss_feed
