"""The entries of a build held against what was promised of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from plugins.identity.changes import find_changes, find_doubles, tell_contested, tell_gone
from plugins.identity.moves import find_contested, give_way, lead_on, list_gone
from plugins.identity.promises import Promise, Sound
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
    drafts: frozenset[str] = frozenset(),
    folder: str = "content",
) -> Outcome:
    """Hold a build against the ledger.

    `accepted` names the entries whose author wants the change, by stem or by key; `kept` are keys
    of sources that exist but are not part of this build (scheduled), whose promises stay as they
    are; `drafts` are keys of sources that their authors took back; `folder` is what messages call
    the content folder.
    """
    candidates = sorted(candidates, key=lambda candidate: candidate.key)
    known = recognise(candidates, {key: ledger[key] for key in ledger if key not in kept})
    promises: dict[str, Promise] = {}
    problems: list[Problem] = []
    for candidate in candidates:
        old = ledger.get(known.get(candidate.key, ""))
        promises[candidate.key] = _settle(candidate, old)
        if old is not None and not _is_accepted(candidate.key, accepted):
            problems.extend(find_changes(candidate, old))
    owners = {ledger[old].guid: key for key, old in known.items()}
    for key in sorted(ledger.keys() - set(known.values())):
        promise, owner = ledger[key], owners.get(ledger[key].guid)
        if owner is not None:
            promises[owner] = _join(promises[owner], promise)
            continue
        if key not in kept and not promise.is_gone:
            promise = replace(promise, is_gone=_is_accepted(key, accepted))
            problems.extend(
                []
                if promise.is_gone
                else [tell_gone(key, promise, folder, is_taken_back=key in drafts)]
            )
        promises[_free_key(key, promise, promises)] = promise
    problems.extend(find_doubles(candidates, promises, owners, folder))
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
        show=candidate.show,
        sound=candidate.sound,
        others=candidate.others,
    )
    if old is None:
        return promise
    known = (old.sound, *old.others) if old.sound else ()
    paths = {sound.sha256: sound.path for sound in known if sound.sha256}
    guid = candidate.guid or old.guid
    return replace(
        promise,
        guid=guid,
        sound=_at(candidate.sound, paths) if candidate.sound else None,
        others=tuple(_at(sound, paths) for sound in candidate.others),
        former=tuple(sorted({*old.former, old.page} - {candidate.page})),
        former_guids=tuple(sorted({*old.former_guids, old.guid} - {guid})),
    )


def _at(sound: Sound, paths: Mapping[str, str]) -> Sound:
    """Return a sound at the path that these very bytes were promised at."""
    return replace(sound, path=paths.get(sound.sha256, sound.path))


def _join(mine: Promise, other: Promise) -> Promise:
    """Join two promises of one entry, as a merge by hand may leave them."""
    former = {*mine.former, other.page, *other.former} - {mine.page}
    guids = {*mine.former_guids, *other.former_guids} - {mine.guid}
    return replace(mine, former=tuple(sorted(former)), former_guids=tuple(sorted(guids)))


def _is_accepted(key: str, accepted: frozenset[str]) -> bool:
    return bool(accepted & {key, key.rpartition("/")[2]})


def _free_key(key: str, promise: Promise, promises: Mapping[str, Promise]) -> str:
    """Return where to keep a promise whose name something else has now."""
    return key if key not in promises else f"{key}@{promise.guid}"
