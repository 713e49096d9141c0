"""A site as seen from outside, before and after: its files, and the podcast feeds among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tools.publish.feeds.follow import Read, read_feed
from tools.publish.feeds.rows import Feed, FeedError
from tools.shared.errors import ContentError
from tools.shared.manifest import Manifest

# A show's feed lies here; what else does, such as the blog's, has no podcast's guid.
_SHOW = re.compile(r"([^/]+)/feed\.xml")
_PODCAST = b"podcast:guid>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A site as seen from outside: its files by path, and the feed paths of its shows by key."""

    read: Read
    digests: Mapping[str, str]
    shows: Mapping[str, str]


def candidate_side(read: Read, manifest: Manifest, shows: Mapping[str, str]) -> Side:
    """Return a build that nobody has seen yet."""
    digests = {fact.path: fact.sha256 for fact in manifest}
    return Side(read=read, digests=digests, shows=shows)


def served_side(read: Read, manifest: Manifest, known: Mapping[str, str]) -> Side:
    """Return what a target serves; shows that the candidate does not know are found there."""
    digests = {fact.path: fact.sha256 for fact in manifest}
    shows = {key: path for key, path in known.items() if path in digests or read(path)}
    for path in digests:
        match = _SHOW.fullmatch(path)
        if match and path not in shows.values() and _PODCAST in (read(path) or b""):
            shows[match[1]] = path
    return Side(read=read, digests=digests, shows=shows)


def read_served(side: Side, path: str) -> Feed | FeedError:
    """Return what is served, or what is wrong with it."""
    try:
        return read_feed(path, side.read)
    except FeedError as error:
        return error


def read_candidate(side: Side, path: str) -> Feed:
    """Return what a build made.

    Raises:
        ContentError: if it cannot be read.
    """
    try:
        return read_feed(path, side.read)
    except FeedError as error:
        raise ContentError(f"The build made a feed that cannot be read: {error}") from None


def is_as_published(feed: Feed, old: Side, new: Side) -> bool:
    """Say whether the candidate's feed is what was published before somebody damaged it."""
    return all(old.digests.get(path) == new.digests.get(path) for path in feed.documents)


def goes_on(feed: Feed, new: Side) -> bool:
    """Say whether the candidate still answers with the same podcast where a feed is served."""
    found = read_served(new, feed.path) if new.read(feed.path) else None
    return isinstance(found, Feed) and found.channel.guid == feed.channel.guid != ""


def former_keys(feeds: Mapping[str, Feed | FeedError]) -> Iterable[str]:
    """Return the keys of feeds that only go on at a former address of another one.

    Such a copy says its new address as its own, and the feed there is of the same podcast.
    """
    known = {key: feed for key, feed in feeds.items() if isinstance(feed, Feed)}
    at_home = {feed.channel.guid for feed in known.values() if feed.is_at_home}
    return [
        key
        for key, feed in known.items()
        if not feed.is_at_home and feed.channel.guid in at_home - {""}
    ]
