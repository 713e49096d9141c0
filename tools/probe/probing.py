"""What to measure, what came of it, and what is to be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from plugins.podcast.remote.facts import Facts
from plugins.podcast.remote.measuring import measure_remote
from plugins.podcast.remote.recall import AT_ONCE
from plugins.shared.problems import Problem, split_sentence
from tools.probe.named import Named, Names
from tools.shared.at_once import do_at_once


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is known from now on, and what was learned.

    `measured` are new; `changed` were known, with what is different; `same` were measured anew
    for nothing; `forgotten` are addresses that no episode names any more.
    """

    kept: dict[str, Facts]
    measured: tuple[str, ...]
    changed: tuple[tuple[Named, Facts], ...]
    same: tuple[str, ...]
    forgotten: tuple[str, ...]
    problems: tuple[Problem, ...]


def probe_all(
    names: Names,
    known: Mapping[str, Facts],
    wanted: AbstractSet[str],
    tell: Callable[[str], None],
) -> Outcome:
    """Measure the wanted addresses; what cannot be measured stays as it was known."""
    first = {named.url: named for named in reversed(names.found)}
    asked = [first[url] for url in sorted(first.keys() & wanted)]
    addresses = [named.url for named in asked]
    found = do_at_once(measure_remote, addresses, AT_ONCE, "Measuring", tell)
    facts = {url: answer for url, answer in found.items() if isinstance(answer, Facts)}
    faults = [
        named.problem("remote-there", *split_sentence(answer))
        for named in asked
        if isinstance(answer := found[named.url], ValueError)
    ]
    forgotten = sorted(known.keys() - first.keys()) if names.is_whole else []
    left = {url: known[url] for url in known if url not in forgotten}
    again = [named for named in asked if named.url in facts and named.url in known]
    return Outcome(
        kept=left | facts,
        measured=tuple(named.url for named in asked if named.url in facts.keys() - known.keys()),
        changed=tuple(
            (named, known[named.url]) for named in again if _differs(named, known, facts)
        ),
        same=tuple(named.url for named in again if not _differs(named, known, facts)),
        forgotten=tuple(forgotten),
        problems=tuple(sorted((*names.problems, *faults), key=lambda p: (p.where, p.line or 0))),
    )


def _differs(named: Named, known: Mapping[str, Facts], facts: Mapping[str, Facts]) -> bool:
    return known[named.url] != facts[named.url]
