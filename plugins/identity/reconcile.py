"""The entries of a build held against what was promised of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from plugins.identity.changes import find_changes, find_doubles, tell_contested, tell_gone
from plugins.identity.moves import find_contested, give_way, lead_on, list_gone
from plugins.identity.promises import Promise
from plugins.identity.recognise import Candidate, recognise
from plugins.shared.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The promises to keep from now on, what follows from them, and what is wrong.

    `redirects` lead from former pages to those of this build; `gone` are the pages of tombstones.
    """

    promises: dict[str, Promise]
    redirects: dict[str, str]
    gone: tuple[str, ...]
    problems: tuple[Problem, ...]


def reconcile(
    candidates: Iterable[Candidate],
    ledger: Mapping[str, Promise],
    *,
    accepted: frozenset[str] = frozenset(),
    kept: frozenset[str] = frozenset(),
    folder: str = "content",
) -> Outcome:
    """Hold a build against the ledger.

    `accepted` names the entries whose author wants the change; `kept` are keys of sources that
    exist but are not part of this build (scheduled), whose promises stay as they are; `folder`
    is what messages call the content folder.
    """
    candidates = sorted(candidates, key=lambda candidate: candidate.key)
    known = recognise(candidates, {key: ledger[key] for key in ledger if key not in kept})
    promises: dict[str, Promise] = {}
    problems: list[Problem] = []
    for candidate in candidates:
        old = ledger.get(known.get(candidate.key, ""))
        promises[candidate.key] = _settle(candidate, old)
        if old is not None and candidate.name not in accepted:
            problems.extend(find_changes(candidate, old))
    for key in sorted(ledger.keys() - set(known.values())):
        promise, problem = ledger[key], None
        if key not in kept and not promise.is_gone:
            promise, problem = _miss(key, promise, accepted, folder)
        promises[_free_key(key, promise, promises)] = promise
        problems.extend([problem] if problem else [])
    return _follow(candidates, promises, problems, folder)


def _follow(
    candidates: list[Candidate],
    promises: dict[str, Promise],
    problems: list[Problem],
    folder: str,
) -> Outcome:
    built = {candidate.page: candidate.key for candidate in candidates}
    live = {promise.page: key for key, promise in promises.items() if not promise.is_gone} | built
    for path, keys in find_contested(promises, live):
        problems.append(tell_contested(path, keys, folder))
    problems.extend(find_doubles(candidates, promises, folder))
    settled = give_way(promises, live)
    redirects = lead_on(settled, built)
    own = {key: promise.page for key, promise in settled.items()}
    return Outcome(
        promises=settled,
        redirects=redirects,
        gone=list_gone(settled, own, {*live, *redirects}),
        problems=tuple(problems),
    )


def _settle(candidate: Candidate, old: Promise | None) -> Promise:
    promise = Promise(
        guid=candidate.guid or candidate.fallback_guid,
        published=candidate.published,
        page=candidate.page,
        source_sha256=candidate.source_sha256,
        sound=candidate.sound,
    )
    if old is None:
        return promise
    sound = candidate.sound
    if sound and sound.sha256 and old.sound and sound.sha256 == old.sound.sha256:
        sound = replace(sound, path=old.sound.path)
    guid = candidate.guid or old.guid
    return replace(
        promise,
        guid=guid,
        sound=sound,
        former=tuple(sorted({*old.former, old.page} - {candidate.page})),
        former_guids=tuple(sorted({*old.former_guids, old.guid} - {guid})),
    )


def _miss(
    key: str, old: Promise, accepted: frozenset[str], folder: str
) -> tuple[Promise, Problem | None]:
    name = key.rpartition("/")[2]
    if name in accepted:
        return replace(old, is_gone=True), None
    return old, tell_gone(f"{folder}/{key}.md", name, old)


def _free_key(key: str, promise: Promise, promises: Mapping[str, Promise]) -> str:
    """Return where to keep a promise whose name something else has now."""
    return key if key not in promises else f"{key}@{promise.guid}"
