"""The diff in a listener's words: a sentence for each show, then a line for each episode."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator

from tools.publish.diff import kinds
from tools.publish.diff.paint import Paint, plain
from tools.publish.diff.parts_words import render_parts
from tools.publish.diff.verdict import EpisodeDiff, ShowDiff, SiteDiff
from tools.shared.console import count

UNCHANGED = "nothing changes for listeners"
# More lines than these that say the same become one.
_ALIKE = 20
# More new episodes than these are not all named in the sentence.
_NAMED = 3


def render_diff(diff: SiteDiff, paint: Paint = plain) -> list[str]:
    """Return the lines of a diff: for each show its sentence, then what changes in it."""
    if not diff.is_changed:
        return [UNCHANGED]
    lines = []
    for show in [show for show in diff.shows if show.is_changed] or diff.shows:
        heading = f"{show.title}: " if len(diff.shows) > 1 else ""
        lines += [heading + render_sentence(show, paint), *_lines(show, paint)]
    return [*lines, *render_parts(diff.parts, paint)]


def render_sentence(show: ShowDiff, paint: Paint = plain) -> str:
    """Return what changes in a show in one sentence."""
    if show.first is not None:
        return f"first publication: {count(show.first, 'episode')}"
    numbers = Counter(change.kind for item in show.episodes for change in item.changes)
    told = [
        _counted(show, kind, numbers[kind], paint)
        for kind in kinds.EPISODE_KINDS
        if numbers[kind] or kind.is_always
    ]
    return " · ".join([*told, *(["show changed"] if show.changes else [])])


def _counted(show: ShowDiff, kind: kinds.Kind, number: int, paint: Paint) -> str:
    if kind is not kinds.NEW:
        told = f"{number:,} {kind.counted}"
        return paint(told, "harm") if number and kind.harm else told
    headings = [i.row.heading for i in show.episodes if any(c.kind is kind for c in i.changes)]
    named = ", ".join(headings[:_NAMED])
    others = f" and {len(headings) - _NAMED:,} more" if len(headings) > _NAMED else ""
    told = count(number, "new episode") + (f" ({named}{others})" if named else "")
    return paint(told, "new") if number else told


def _lines(show: ShowDiff, paint: Paint) -> Iterator[str]:
    if show.changes:
        mood = "harm" if show.harms else ""
        told = ", ".join(map(str, show.changes)) + _accepted(show.harms, show)
        yield f"Show: {paint(told, mood)}"
    numbers = Counter(_what(item) for item in show.episodes)
    told_once = set()
    for item in show.episodes:
        what, mood = _what(item), _mood(item)
        if numbers[what] <= _ALIKE or mood == "harm":
            yield f"{item.row.heading}: {paint(what, mood)}"
        elif what not in told_once:
            told_once.add(what)
            yield f"{count(numbers[what], 'episode')}: {paint(what, mood)}"


def _what(item: EpisodeDiff) -> str:
    return ", ".join(map(str, item.changes)) + _accepted(item.harms, item)


def _accepted(harms: tuple[str, ...], item: EpisodeDiff | ShowDiff) -> str:
    """Say of what would harm somebody that its author wants it."""
    is_meant = not harms and any(change.kind.harm for change in item.changes)
    return " (accepted)" if is_meant else ""


def _mood(item: EpisodeDiff) -> str:
    if item.harms:
        return "harm"
    return "new" if any(change.kind is kinds.NEW for change in item.changes) else ""


def render_remedy(diff: SiteDiff) -> str:
    """Return what would happen without the author's word, and how to prevent it or to give it."""
    harmed = [item for show in diff.shows for item in show.episodes if item.harms]
    told = []
    if harmed:
        found = {harm for item in harmed for harm in item.harms}
        order = [kind.harm for kind in kinds.EPISODE_KINDS if kind.harm in found]
        told.append(f"{count(len(harmed), 'episode')} would be {_either(order)}.")
    told += [f"{show.title}: {harm}." for show in diff.shows for harm in show.harms]
    told += [f"{part.name}: {harm}." for part in diff.parts for harm in part.harms]
    if not told:
        return ""
    return " ".join([*told, f"Restore what was published, or publish with {dump_accept(diff)}."])


def dump_accept(diff: SiteDiff) -> str:
    """Return what to write behind the command to accept everything."""
    return f"ACCEPT={shlex.quote(','.join(diff.to_accept))}"


def _either(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)
