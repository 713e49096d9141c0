"""The diff as JSON, for programs; docs/publish.md says what each key holds."""

from __future__ import annotations

from collections import Counter

from tools.publish.diff import kinds
from tools.publish.diff.kinds import Change
from tools.publish.diff.verdict import EpisodeDiff, ShowDiff, SiteDiff
from tools.publish.diff.words import render_remedy, render_sentence


def describe_diff(diff: SiteDiff) -> dict[str, object]:
    """Return everything that the lines say, and what was and is now."""
    return {
        "is_changed": diff.is_changed,
        "is_dangerous": diff.is_dangerous,
        "shows": [_show(show) for show in diff.shows],
        "part_feeds": diff.part_feeds,
        "broken_promises": list(diff.broken_promises),
        "remedy": render_remedy(diff),
        "accept": list(diff.to_accept),
    }


def _show(show: ShowDiff) -> dict[str, object]:
    numbers = Counter(change.kind for item in show.episodes for change in item.changes)
    return {
        "key": show.key,
        "title": show.title,
        "feed": show.path,
        "is_first": show.first is not None,
        "is_dangerous": show.is_dangerous,
        "is_accepted": show.is_accepted,
        "sentence": render_sentence(show),
        "counts": {
            kind.words: numbers[kind]
            for kind in kinds.EPISODE_KINDS
            if numbers[kind] or kind.is_always
        }
        | ({} if show.first is None else {kinds.NEW.words: show.first}),
        "changes": [_change(change) for change in show.changes],
        "rows": [_row(item) for item in show.episodes],
    }


def _row(item: EpisodeDiff) -> dict[str, object]:
    return {
        "guid": item.row.guid,
        "label": item.row.label,
        "title": item.row.title,
        "name": item.name,
        "changes": [_change(change) for change in item.changes],
        "is_dangerous": bool(item.harms),
        "is_accepted": item.is_accepted,
    }


def _change(change: Change) -> dict[str, str]:
    return {"what": change.kind.words, "was": change.was, "now": change.now}
