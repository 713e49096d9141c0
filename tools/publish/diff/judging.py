"""What of a comparison its author has accepted.

An author gives that word with `ACCEPT`: by the name of an episode's file, by the key of a show, or
by the path of the page of a tag, a season, a series or a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from tools.publish.diff import kinds
from tools.publish.diff.compare import Changed, Comparison
from tools.publish.diff.hosts import stem_of
from tools.publish.diff.kinds import Change
from tools.publish.diff.verdict import EpisodeDiff, PartDiff, ShowDiff
from tools.publish.feeds.rows import Feed, Row


def judge_show(
    comparison: Comparison,
    *,
    key: str,
    title: str,
    path: str,
    first: int | None,
    names: Mapping[str, str],
    accepted: Iterable[str],
) -> ShowDiff:
    """Say of a comparison what its author has accepted.

    `names` are the keys of entries in the ledger by guid: `ACCEPT` may name the key, or the end of
    it, which is told unless another entry has it, too.
    """
    wanted = frozenset(accepted)
    is_accepted = key in wanted
    is_wanted_gone = is_accepted and any(c.kind is kinds.SHOW_GONE for c in comparison.show)
    episodes = []
    for item in comparison.episodes:
        known = _guids(item.row, item.changes)
        key_of_row = next((names[guid] for guid in known if guid in names), "")
        name = _short(key_of_row, names) or stem_of(item.row) or item.row.guid
        is_known = is_wanted_gone or bool(wanted & {name, key_of_row, _end(key_of_row), *known})
        episodes.append(
            EpisodeDiff(row=item.row, name=name, changes=item.changes, is_accepted=is_known)
        )
    return ShowDiff(
        key=key,
        title=title,
        path=path,
        first=first,
        # Of a first publication all is new; it needs no line for each episode.
        episodes=tuple(item for item in episodes if first is None or item.harms),
        changes=comparison.show,
        is_accepted=is_accepted,
    )


def _short(key: str, names: Mapping[str, str]) -> str:
    """Return the end of a key, or the whole of it where that says too little."""
    is_alone = all(other == key for other in names.values() if _end(other) == _end(key))
    return _end(key) if is_alone else key


def _end(key: str) -> str:
    return key.rpartition("/")[2]


def _guids(row: Row, changes: tuple[Change, ...]) -> tuple[str, ...]:
    before = (change.was for change in changes if change.kind is kinds.IDENTIFIED)
    return (row.guid, *before)


def judge_part(
    comparison: Comparison,
    *,
    name: str,
    first: int | None,
    before: Feed | None,
    shows: Iterable[ShowDiff],
    accepted: Iterable[str],
) -> PartDiff:
    """Say of a part's comparison what its author has accepted; `before` is what is served.

    Whoever takes down all episodes of a tag has said that nothing is left of its feed.
    """
    gone = {item.row.guid: item for show in shows for item in show.episodes if _is_gone(item)}
    left = [gone.get(row.guid) for row in before.rows] if before else []
    is_emptied = bool(left) and all(item is not None and item.is_accepted for item in left)
    return PartDiff(
        name=name,
        first=first,
        episodes=tuple(_as_left(item, gone) for item in comparison.episodes),
        changes=comparison.show,
        is_accepted=is_emptied or bool({name, f"/{name}/", name.rpartition("/")[2]} & {*accepted}),
    )


def _is_gone(item: EpisodeDiff) -> bool:
    return any(change.kind is kinds.GONE for change in item.changes)


def _as_left(item: Changed, gone: Collection[str]) -> Changed:
    """Say of an episode that its show keeps that it is no longer in this feed, and not lost."""
    if item.row.guid in gone:
        return item
    changes = (
        replace(change, kind=kinds.LEFT) if change.kind is kinds.GONE else change
        for change in item.changes
    )
    return replace(item, changes=tuple(changes))
