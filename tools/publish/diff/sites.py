"""A candidate held against what a target serves: which podcasts there are, and what they change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tools.publish.diff import kinds
from tools.publish.diff.compare import Comparison, compare_feeds
from tools.publish.diff.judging import judge_part, judge_show
from tools.publish.diff.kinds import Change
from tools.publish.diff.parts import changed_parts
from tools.publish.diff.sides import (
    Side,
    former_keys,
    goes_on,
    is_as_published,
    read_candidate,
    read_served,
)
from tools.publish.diff.verdict import PartDiff, ShowDiff, SiteDiff
from tools.publish.feeds.rows import Feed, FeedError


def compare_sites(
    old: Side,
    new: Side,
    *,
    names: Mapping[str, str],
    accepted: Iterable[str],
    broken_promises: tuple[str, ...] = (),
) -> SiteDiff:
    """Compare every podcast of either side; `names` are the keys of entries in the ledger by guid.

    Raises:
        ContentError: if the candidate itself has a feed that cannot be read.
    """
    wanted = frozenset(accepted)
    shows = tuple(_shows(old, new, names, wanted))
    return SiteDiff(
        shows=shows,
        parts=tuple(_parts(old, new, shows, wanted)),
        broken_promises=broken_promises,
    )


def _shows(
    old: Side, new: Side, names: Mapping[str, str], accepted: frozenset[str]
) -> Iterator[ShowDiff]:
    served, candidates = _read(old, new, old.shows, new.shows)
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


def _parts(
    old: Side, new: Side, shows: tuple[ShowDiff, ...], accepted: frozenset[str]
) -> Iterator[PartDiff]:
    """Compare the podcasts of tags, seasons, series and people, if any were published before."""
    if not old.digests:
        return
    served, candidates = _read(old, new, *changed_parts(old, new))
    for key, old_key in sorted(_match(served, candidates), key=lambda keys: keys[1] or keys[0]):
        before, after = served.get(old_key), candidates.get(key)
        part = judge_part(
            _compare(before, after, old, new),
            name=old_key or key,
            first=len(after.rows) if after and before is None else None,
            before=before if isinstance(before, Feed) else None,
            shows=shows,
            accepted=accepted,
        )
        if part.is_changed:
            yield part


def _read(
    old: Side, new: Side, old_paths: Mapping[str, str], new_paths: Mapping[str, str]
) -> tuple[dict[str, Feed | FeedError], dict[str, Feed]]:
    """Return the podcasts of both sides; copies at former addresses are none, if they go on."""
    candidates = {key: read_candidate(new, path) for key, path in new_paths.items()}
    served = {key: read_served(old, path) for key, path in old_paths.items()}
    for key in former_keys(candidates):
        del candidates[key]
    for key in former_keys(served):
        feed = served[key]
        if isinstance(feed, Feed) and goes_on(feed, new):
            del served[key]
    return served, candidates


def _match(
    served: Mapping[str, Feed | FeedError], candidates: Mapping[str, Feed]
) -> Iterator[tuple[str, str]]:
    """Yield the keys of each podcast now and before: the same key, else the same guid."""
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
        is_mended = after is not None and is_as_published(after, old, new)
        unknown = Change(kind=kinds.UNREADABLE, was=str(before))
        return Comparison(episodes=(), show=() if is_mended else (unknown,))
    comparison = compare_feeds(before, after)
    if before is not None and after is None:
        gone = Change(kind=kinds.SHOW_GONE, was=f"/{before.path}")
        return Comparison(episodes=comparison.episodes, show=(gone,))
    if before is not None and after is not None and before.path != after.path:
        return _moved(comparison, is_kept=goes_on(before, new))
    return comparison


def _moved(comparison: Comparison, *, is_kept: bool) -> Comparison:
    """Say of a feed that leaves its address whether its subscribers are left behind."""
    changes = tuple(
        replace(change, kind=kinds.FEED_KEPT)
        if change.kind is kinds.FEED_MOVED and is_kept
        else change
        for change in comparison.show
    )
    return replace(comparison, show=changes)
