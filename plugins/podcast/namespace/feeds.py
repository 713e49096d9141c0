"""Other feeds, and items of them, that a feed names."""

from __future__ import annotations

from plugins.podcast.model import RemoteItem, Show
from plugins.podcast.namespace.node import Node


def remote_item(found: RemoteItem) -> Node:
    attributes = {
        "feedGuid": found.feed_guid,
        "feedUrl": found.feed_url,
        "itemGuid": found.item_guid,
        "medium": found.medium,
        "title": found.title,
    }
    return Node(name="podcast:remoteItem", attributes=attributes)


def podroll(show: Show) -> Node | None:
    if not show.podroll:
        return None
    return Node(name="podcast:podroll", children=tuple(map(remote_item, show.podroll)))


def publisher(show: Show) -> Node | None:
    if show.publisher is None:
        return None
    return Node(name="podcast:publisher", children=(remote_item(show.publisher),))
