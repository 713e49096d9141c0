"""A candidate held against what a target serves: which shows there are, and what they change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from tools.publish.diff import kinds
from tools.publish.diff.compare import Comparison, compare_feeds
from tools.publish.diff.kinds import Change
from tools.publish.diff.verdict import ShowDiff, SiteDiff, judge_show
from tools.publish.feeds.follow import Read, read_feed
from tools.publish.feeds.rows import Feed, FeedError
from tools.shared.errors import ContentError
from tools.shared.manifest import Manifest

# A show's feed lies here; what else does, such as the blog's, has no podcast's guid.
_SHOW = re.compile(r"([^/]+)/feed\.xml")
_PODCAST = b"podcast:guid>"
# The feed of a tag, a season, a series or a person, as far as there are episodes in it.
_PART = "podcast.xml"
# What no listener sees.
_BUILDER = re.compile(rb"<(lastBuildDate|generator)>[^<]*</")


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


def compare_sites(
    old: Side,
    new: Side,
    *,
    names: Mapping[str, str],
    accepted: Iterable[str],
    broken_promises: tuple[str, ...] = (),
) -> SiteDiff:
    """Compare every show of either side; `names` are those of episodes' files by guid.

    Raises:
        ContentError: if the candidate itself has a feed that cannot be read.
    """
    wanted = frozenset(accepted)
    return SiteDiff(
        shows=tuple(_shows(old, new, names, wanted)),
        part_feeds=sum(1 for _ in _changed_parts(old, new)),
        broken_promises=broken_promises,
    )


def _shows(
    old: Side, new: Side, names: Mapping[str, str], accepted: frozenset[str]
) -> Iterator[ShowDiff]:
    candidates = {key: _read_candidate(new, path) for key, path in new.shows.items()}
    served = {key: _read_served(old, path) for key, path in old.shows.items()}
    for key, old_key in _match(served, candidates):
        before, after = served.get(old_key), candidates.get(key)
        comparison = _compare(before, after, old, new)
        named = after or (before if isinstance(before, Feed) else None)
        yield judge_show(
            comparison,
            key=old_key or key,
            title=named.channel.title if named else old_key,
            path=f"/{new.shows.get(key) or old.shows[old_key]}",
            first=len(after.rows) if after and before is None else None,
            names=names,
            accepted=accepted,
        )


def _match(
    served: Mapping[str, Feed | FeedError], candidates: Mapping[str, Feed]
) -> Iterator[tuple[str, str]]:
    """Yield the keys of each show now and before: the same key, else the same podcast guid."""
    lost = {
        feed.channel.guid: key
        for key, feed in served.items()
        if key not in candidates and isinstance(feed, Feed)
    }
    matched = set()
    for key, feed in candidates.items():
        old_key = key if key in served else lost.get(feed.channel.guid, "")
        matched.add(old_key)
        yield key, old_key
    for key in served:
        if key not in matched:
            yield "", key


def _compare(
    before: Feed | FeedError | None, after: Feed | None, old: Side, new: Side
) -> Comparison:
    if isinstance(before, FeedError):
        is_mended = after is not None and _is_as_published(after, old, new)
        unknown = Change(kind=kinds.UNREADABLE, was=str(before))
        return Comparison(episodes=(), show=() if is_mended else (unknown,))
    comparison = compare_feeds(before, after)
    if before is not None and after is None:
        gone = Change(kind=kinds.SHOW_GONE, was=f"/{before.path}")
        return Comparison(episodes=comparison.episodes, show=(gone,))
    return comparison


def _is_as_published(feed: Feed, old: Side, new: Side) -> bool:
    """Say whether the candidate's feed is what was published before somebody damaged it."""
    return all(old.digests.get(path) == new.digests.get(path) for path in feed.documents)


def _read_candidate(side: Side, path: str) -> Feed:
    try:
        return read_feed(path, side.read)
    except FeedError as error:
        raise ContentError(f"The build made a feed that cannot be read: {error}") from None


def _read_served(side: Side, path: str) -> Feed | FeedError:
    try:
        return read_feed(path, side.read)
    except FeedError as error:
        return error


def _changed_parts(old: Side, new: Side) -> Iterator[str]:
    if not old.digests:
        return
    for path in sorted(old.digests.keys() | new.digests.keys()):
        if PurePosixPath(path).name == _PART and _differs(path, old, new):
            yield path


def _differs(path: str, old: Side, new: Side) -> bool:
    if old.digests.get(path) == new.digests.get(path):
        return False
    return _without_builder(old.read(path)) != _without_builder(new.read(path))


def _without_builder(document: bytes | None) -> bytes:
    return _BUILDER.sub(b"", document or b"")
