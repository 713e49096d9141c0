"""What changes in the podcasts of tags, seasons, series and people: one line for what is alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tools.publish.diff import kinds
from tools.publish.diff.paint import Paint
from tools.publish.diff.verdict import PartDiff
from tools.shared.console import count

# More parts, or episodes, than these are not all named in a line.
_NAMED = 3
_ORDER = (*kinds.EPISODE_KINDS, kinds.LEFT)
# An episode that comes or goes without its show telling so is named.
_COMING_AND_GOING = (kinds.NEW, kinds.LEFT, kinds.GONE)


def render_parts(parts: Iterable[PartDiff], paint: Paint) -> Iterator[str]:
    """Yield a line for each part that is harmed, and one for all others that say the same."""
    alike: dict[str, list[PartDiff]] = {}
    for part in parts:
        if part.harms:
            yield f"{part.name}: {paint(render_part(part), 'harm')}"
        else:
            alike.setdefault(render_part(part), []).append(part)
    for told, found in alike.items():
        yield f"{_some([part.name for part in found])}: {told}"


def render_part(part: PartDiff) -> str:
    """Return what subscribers of a part meet."""
    if part.first is not None:
        return f"new podcast with {count(part.first, 'episode')}"
    is_meant = not part.harms and any(change.kind.harm for change in part.changes)
    told = ", ".join([*map(str, part.changes), *_counts(part)])
    return told + (" (accepted)" if is_meant else "")


def _counts(part: PartDiff) -> Iterator[str]:
    if any(change.kind is kinds.SHOW_GONE for change in part.changes):
        return
    numbers = Counter(change.kind for item in part.episodes for change in item.changes)
    for kind in (kind for kind in _ORDER if numbers[kind]):
        told = f"{numbers[kind]:,} {kind.counted or kind.words}"
        headings = [
            item.row.heading for item in part.episodes if any(c.kind is kind for c in item.changes)
        ]
        yield f"{told} ({_some(headings)})" if kind in _COMING_AND_GOING else told


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
