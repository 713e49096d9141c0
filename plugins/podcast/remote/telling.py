"""Audio on another host that a document names: found, and told of with file and line."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.frontmatter.document import Document
from plugins.podcast.remote.address import parse_address, show_address
from plugins.podcast.remote.facts import Facts
from plugins.podcast.remote.judge import Fault, find_ending_fault, find_faults
from plugins.podcast.remote.recall import Remote
from plugins.shared.problems import Problem, Severity, split_sentence
from plugins.shared.run import Run


def find_remote(
    typed: str, key: str, document: Document, remote: Remote, run: Run
) -> tuple[str, Facts] | None:
    """Return the address as the feed has it, and what is known of it; what is wrong is told.

    `key` is the front-matter key that names it; only under `Audio` apps decide by the ending.
    """
    name = key.capitalize()
    prefix, line = f"{name}: {show_address(typed)}", document.lines.get(key)

    def tell(fault: Fault) -> None:
        run.problems.add(
            Problem(
                where=document.where,
                what=f"{prefix}: {fault.what}",
                todo=fault.todo,
                line=line,
                severity=fault.severity,
                rule=fault.rule,
            )
        )

    try:
        url = parse_address(typed)
    except ValueError as error:
        tell(_error("remote-address", error))
        return None
    if key == "audio" and (fault := find_ending_fault(url)):
        tell(fault)
        return None
    if remote.is_broken:
        return None
    try:
        facts = remote.recall(url)
    except ValueError as error:
        tell(_error("remote-there", error))
        return None
    for fault in (*find_faults(facts), *_find_loose(url, remote)):
        tell(fault)
    return url, facts


def _error(rule: str, error: ValueError) -> Fault:
    what, todo = split_sentence(error)
    return Fault(rule=rule, what=what, todo=todo, severity=Severity.ERROR)


def _find_loose(url: str, remote: Remote) -> Iterator[Fault]:
    if url not in remote.kept:
        what = "only this machine remembers what was measured of it."
        todo = f"Run 'make probe', and commit {remote.where}."
        yield Fault(rule="remote-kept", what=what, todo=todo)
