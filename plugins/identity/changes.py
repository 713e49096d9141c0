"""What would break a promise to those who subscribed, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from plugins.identity.promises import Promise, Sound
from plugins.identity.recognise import Candidate
from plugins.shared.problems import Problem, Severity


def find_changes(candidate: Candidate, old: Promise) -> Iterator[Problem]:
    """Yield a problem for whatever would make an app show or download something again."""
    accept = f"or publish with ACCEPT={candidate.name}."

    def problem(rule: str, what: str, todo: str) -> Problem:
        return Problem(where=candidate.where, what=what, todo=f"{todo}, {accept}", rule=rule)

    if old.is_gone:
        # Nobody asks whether something else is as it was.
        what = "it was taken down; its guid is never used again."
        yield problem("identity-again", what, "Give it a new 'Guid:' or another file name")
        return
    if candidate.guid and candidate.guid != old.guid:
        what = f"its guid was published as {old.guid!r}; another makes apps show it again."
        yield problem("identity-guid", what, f"Write 'Guid: {old.guid}'")
    if candidate.published != old.published:
        what = f"its date was published as {old.published}; another makes apps sort it anew."
        yield problem("identity-date", what, f"Write 'Date: {old.published}'")
    if candidate.sound and old.sound and not _is_same(candidate.sound, old.sound):
        what = "its audio is not what was published; subscribers who have it keep the old one."
        yield problem("identity-audio", what, "Restore the file")
    if _is_in_another_show(candidate, old):
        what = "it was published in another show, whose subscribers would lose it."
        todo = "Move it back, or put the shows in PODCASTS into their old order"
        yield problem("identity-moved", what, todo)


def _is_same(sound: Sound, old: Sound) -> bool:
    """Say whether two sounds have the same bytes; on another host their number tells."""
    return sound.sha256 == old.sha256 and (bool(sound.sha256) or sound.bytes == old.bytes)


def _is_in_another_show(candidate: Candidate, old: Promise) -> bool:
    """Say whether an episode left its show: neither its guid nor its address is the same."""
    is_elsewhere = PurePosixPath(candidate.page).parent != PurePosixPath(old.page).parent
    return is_elsewhere and "" not in (candidate.show, old.show) and candidate.show != old.show


def tell_gone(key: str, old: Promise, folder: str, *, is_taken_back: bool) -> Problem:
    """Tell of an entry that is not in the content any more, or that its author made a draft."""
    what = "it was published and is gone now."
    todo = f"Restore it (renamed and changed at once: give it 'Guid: {old.guid}')"
    if is_taken_back:
        what = "it was published, and its 'Status:' leaves it out now."
        todo = "Write 'Status: published'"
    return Problem(
        where=f"{folder}/{key}.md",
        what=what,
        todo=f"{todo}, or publish with ACCEPT={key.rpartition('/')[2]}.",
        rule="identity-gone",
    )


def find_doubles(
    candidates: Iterable[Candidate],
    promises: Mapping[str, Promise],
    rightful: Mapping[str, str],
    folder: str,
) -> Iterator[Problem]:
    """Yield a problem for each entry whose guid another one has, or had.

    `rightful` are the keys of entries by the guid under which they were published.
    """
    candidates = list(candidates)
    mine = {candidate.key for candidate in candidates}
    owners = {p.guid: key for key, p in sorted(promises.items()) if key not in mine}
    owners |= rightful
    owners |= {
        guid: key for key, promise in sorted(promises.items()) for guid in promise.former_guids
    }
    for candidate in candidates:
        guid = promises[candidate.key].guid
        owner = owners.setdefault(guid, candidate.key)
        if owner != candidate.key:
            verb = "was" if guid in promises[owner].former_guids else "is already"
            name = owner.removesuffix(f"@{promises[owner].guid}")
            what = f"its guid {guid!r} {verb} that of {folder}/{name}.md."
            yield Problem(
                where=candidate.where, what=what, todo="Give it its own.", rule="identity-double"
            )


def tell_contested(path: str, keys: list[str], folder: str) -> Problem:
    """Tell of a former address that two entries have; the last one gets it."""
    *others, owner = keys
    return Problem(
        where=f"{folder}/{owner}.md",
        what=f"the old address {path} is that of {folder}/{others[0]}.md too.",
        todo=f"It leads here; write 'Aliases: {path}' into the one that shall have it.",
        severity=Severity.WARNING,
        rule="identity-former",
    )
