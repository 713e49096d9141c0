"""Which elements there are in a channel and in an item, and how often each may stand there."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.podcast.values.words import words

MANY = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """How often an element may stand in the channel, and in an item; 0 is not at all."""

    channel: int
    item: int


_IN_BOTH_ONCE = """
    title link description pubDate
    itunes:image itunes:explicit itunes:author itunes:title itunes:block
    itunes:keywords itunes:summary itunes:subtitle
    podcast:license podcast:images podcast:chat
    content:encoded
"""
_IN_BOTH = """
    category atom:link
    podcast:funding podcast:person podcast:location podcast:txt podcast:image podcast:value
    podcast:remoteItem podcast:socialInteract podcast:contentLink
    media:thumbnail
"""
_IN_CHANNEL_ONCE = """
    language copyright managingEditor webMaster lastBuildDate generator docs cloud ttl image rating
    textInput skipHours skipDays
    itunes:owner itunes:type itunes:new-feed-url itunes:complete itunes:applepodcastsverify
    podcast:guid podcast:locked podcast:medium podcast:podroll podcast:publisher
    podcast:updateFrequency podcast:podping
    fh:complete fh:archive spotify:countryOfOrigin
"""
_IN_CHANNEL = "item itunes:category podcast:trailer podcast:block podcast:liveItem"
_IN_ITEM_ONCE = """
    author comments guid source
    itunes:duration itunes:episode itunes:season itunes:episodeType itunes:order
    itunes:isClosedCaptioned
    podcast:chapters podcast:season podcast:episode
    psc:chapters
"""
# That there is one enclosure has a rule of its own.
_IN_ITEM = "enclosure podcast:transcript podcast:soundbite podcast:alternateEnclosure"

ELEMENTS: dict[str, Allowed] = {
    name: Allowed(channel=channel, item=item)
    for names, channel, item in (
        (_IN_BOTH_ONCE, 1, 1),
        (_IN_BOTH, MANY, MANY),
        (_IN_CHANNEL_ONCE, 1, 0),
        (_IN_CHANNEL, MANY, 0),
        (_IN_ITEM_ONCE, 0, 1),
        (_IN_ITEM, 0, MANY),
    )
    for name in names.split()
}
# Those that stand within others.
NESTED = words(
    """
    rss channel url width height name day hour itunes:name itunes:email podcast:source
    podcast:integrity podcast:valueRecipient podcast:valueTimeSplit psc:chapter
    """
)
BY_LOWER = {name.lower(): name for name in (*ELEMENTS, *NESTED)}

# Plain text: no markup, nothing escaped twice.
PLAIN = words(
    """
    title copyright category itunes:title itunes:author itunes:name itunes:subtitle
    podcast:person podcast:location podcast:funding podcast:trailer podcast:soundbite
    podcast:season podcast:episode podcast:license podcast:contentLink
    """
)
# PSP-1: where a limit of its own is not stated.
SHORT = words(
    """
    title copyright category itunes:title itunes:author itunes:name
    """
)
HTML = frozenset(["description", "content:encoded", "itunes:summary"])
