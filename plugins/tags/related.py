"""What belongs together: tags by the entries they share, entries by the tags they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import permutations

_CANDIDATES = 60
"""So many others are compared with an entry: those of its rarest tags, newest first."""


def relate(tagged: Mapping[str, frozenset[str]], limit: int) -> dict[str, tuple[str, ...]]:
    """Return for each tag those it shares most entries with; of equals the rarer, then by name.

    >>> relate({"a": frozenset({"calls", "trust"}), "b": frozenset({"trust"})}, 3)
    {'calls': ('trust',), 'trust': ('calls',)}
    """
    counts = Counter(tag for tags in tagged.values() for tag in tags)
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tags in tagged.values():
        for tag, other in permutations(tags, 2):
            shared[tag][other] += 1
    return {tag: _closest(shared[tag], counts, limit) for tag in sorted(counts)}


def _closest(found: Counter[str], counts: Counter[str], limit: int) -> tuple[str, ...]:
    return tuple(nsmallest(limit, found, key=lambda tag: (-found[tag], counts[tag], tag)))


def related_entries(
    newest_first: Sequence[str], tagged: Mapping[str, frozenset[str]], limit: int
) -> dict[str, tuple[str, ...]]:
    """Return for each entry the others that share the rarest tags with it; of equals the newest.

    >>> related_entries(["c", "b", "a"], {"a": frozenset("xy"), "b": frozenset("x"),
    ...     "c": frozenset("y")}, 2)
    {'c': ('a',), 'b': ('a',), 'a': ('c', 'b')}
    """
    sets = [tagged[entry] for entry in newest_first]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for position, tags in enumerate(sets):
        for tag in tags:
            holders[tag].append(position)
    total = len(sets)
    points = {tag: _weigh(len(found), total) for tag, found in holders.items()}
    related = {}
    for position, tags in enumerate(sets):
        lists = [holders[tag] for tag in sorted(tags, key=lambda tag: (len(holders[tag]), tag))]
        # One number ranks by points, then by position, and gives the position back.
        ranks = [
            other - total * sum(map(points.__getitem__, tags & sets[other]))
            for other in _find_candidates(position, lists)
        ]
        best = nsmallest(limit, ranks)
        related[newest_first[position]] = tuple(newest_first[rank % total] for rank in best)
    return related


def _find_candidates(position: int, lists: Iterable[Sequence[int]]) -> set[int]:
    found: set[int] = set()
    for holders in lists:
        found.update(holders[: _CANDIDATES + 1 - len(found)])
    return found - {position}


def _weigh(count: int, total: int) -> int:
    """Return the points of a tag: one more each time it is half as frequent.

    >>> _weigh(1000, 1000), _weigh(400, 1000), _weigh(2, 1000)
    (1, 2, 9)
    """
    return (total // count).bit_length()
