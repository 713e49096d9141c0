"""The diff as JSON, for programs; docs/publish.md says what each key holds."""

from __future__ import annotations

from collections import Counter

from tools.publish.diff import kinds
from tools.publish.diff.kinds import Change
from tools.publish.diff.parts_words import render_part
from tools.publish.diff.verdict import EpisodeDiff, PartDiff, ShowDiff, SiteDiff
from tools.publish.diff.words import render_remedy, render_sentence


def describe_diff(diff: SiteDiff) -> dict[str, object]:
    """Return everything that the lines say, and what was and is now."""
    return {
        "is_changed": diff.is_changed,
        "is_dangerous": diff.is_dangerous,
        "shows": [_show(show) for show in diff.shows],
        "part_feeds": len(diff.parts),
        "parts": [_part(part) for part in diff.parts],
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


def _part(part: PartDiff) -> dict[str, object]:
    return {
        "name": part.name,
        "is_first": part.first is not None,
        "is_dangerous": bool(part.harms),
        "is_accepted": part.is_accepted,
        "sentence": render_part(part),
        "changes": [_change(change) for change in part.changes],
        "rows": [
            {
                "guid": item.row.guid,
                "label": item.row.label,
                "title": item.row.title,
                "changes": [_change(change) for change in item.changes],
            }
            for item in part.episodes
            if part.first is None
        ],
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
