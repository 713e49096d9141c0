"""The identity ledger: what the world was promised of each entry, held against a build.

It is one committed JSON file of paths, never hosts. A build reads identity from it; the publisher
writes it. Nothing here touches the disk.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import PurePosixPath
from uuid import UUID, uuid5

from plugins.shared.problems import Problem

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """The enclosure that was promised; `duration` in seconds.

    On another host `path` is its URL, and the digest is not known.
    """

    path: str
    bytes: int
    type: str
    sha256: str
    duration: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What was promised of one entry. `guid` is a post's id in its feeds, too.

    `published` is an instant in UTC; `source_sha256` is that of the Markdown file;
    `former` are page paths that it had before; `is_gone` keeps the guid from being used again.
    """

    guid: str
    published: str
    page: str
    source_sha256: str
    sound: Sound | None = None
    former: tuple[str, ...] = ()
    is_gone: bool = False


class LedgerError(ValueError):
    """A ledger that cannot be read, told in a whole sentence."""


def parse_ledger(text: str) -> dict[str, Promise]:
    """Read a ledger: promises by source key (`episodes/075-unwanted-callers`).

    Raises:
        LedgerError: if the text is not one.
    """
    try:
        found = json.loads(text)
        version = found["version"]
        promises = {key: _promise(row) for key, row in found["entries"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LedgerError("it cannot be read. Restore it from its last commit.") from error
    if version != VERSION:
        raise LedgerError(f"it has version {version!r}. This engine knows {VERSION}.")
    return promises


def _promise(row: Mapping[str, object]) -> Promise:
    sound = row.get("sound")
    options = {**row, "former": tuple(row.get("former", ()))}  # type: ignore[arg-type]  # JSON
    options["sound"] = Sound(**sound) if isinstance(sound, dict) else None
    return Promise(**options)  # type: ignore[arg-type]  # a foreign key raises TypeError


def dump_ledger(promises: Mapping[str, Promise]) -> str:
    """Return the ledger's text: sorted, without defaults, the same for the same promises."""
    rows = {
        key: {
            name: value for name, value in asdict(promise).items() if value not in (None, (), False)
        }
        for key, promise in sorted(promises.items())
    }
    document = {"version": VERSION, "entries": rows}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What this build would promise of an entry; `guid` only if its author gave one.

    `name` is what `ACCEPT` would call it; `where` its source for messages.
    """

    key: str
    name: str
    where: str
    guid: str
    fallback_guid: str
    published: str
    page: str
    source_sha256: str
    sound: Sound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The promises to keep from now on, the redirects that follow, and what is wrong."""

    promises: dict[str, Promise]
    redirects: dict[str, str]
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
    adopted = _adopt(candidates, ledger, kept)
    promises: dict[str, Promise] = {}
    problems: list[Problem] = []
    for candidate in candidates:
        old = ledger.get(adopted.get(candidate.key, candidate.key))
        promise, found = _settle(candidate, old, is_accepted=candidate.name in accepted)
        promises[candidate.key] = promise
        problems.extend(found)
    left = ledger.keys() - promises.keys() - set(adopted.values())
    for key in sorted(left):
        is_kept = key in kept or ledger[key].is_gone
        promises[key], found = (
            (ledger[key], []) if is_kept else _missing(f"{folder}/{key}.md", ledger[key], accepted)
        )
        problems.extend(found)
    problems.extend(_doubles(candidates, promises, folder))
    return Outcome(promises=promises, redirects=_redirects(promises), problems=tuple(problems))


def _adopt(
    candidates: list[Candidate], ledger: Mapping[str, Promise], kept: frozenset[str]
) -> dict[str, str]:
    """Recognise renamed sources: the same guid, audio or text under a key the ledger lacks."""
    keys = {candidate.key for candidate in candidates}
    free = {key: promise for key, promise in ledger.items() if key not in keys | kept}
    adopted: dict[str, str] = {}
    for candidate in candidates:
        if candidate.key in ledger:
            continue
        match = next((key for key in sorted(free) if _is_same(candidate, free[key])), None)
        if match is not None:
            adopted[candidate.key] = match
            del free[match]
    return adopted


def _is_same(candidate: Candidate, promise: Promise) -> bool:
    if promise.is_gone:
        return False
    if candidate.guid:
        return candidate.guid == promise.guid
    same_sound = (
        candidate.sound is not None
        and promise.sound is not None
        and candidate.sound.sha256 == promise.sound.sha256 != ""
    )
    return same_sound or candidate.source_sha256 == promise.source_sha256


def _settle(
    candidate: Candidate, old: Promise | None, *, is_accepted: bool
) -> tuple[Promise, list[Problem]]:
    if old is None:
        fresh = Promise(
            guid=candidate.guid or candidate.fallback_guid,
            published=candidate.published,
            page=candidate.page,
            source_sha256=candidate.source_sha256,
            sound=candidate.sound,
        )
        return fresh, []
    problems = [] if is_accepted else _changes(candidate, old)
    sound = candidate.sound
    if sound and sound.sha256 and old.sound and sound.sha256 == old.sound.sha256:
        sound = replace(sound, path=old.sound.path)
    former = set(old.former) | ({old.page} if old.page != candidate.page else set())
    return Promise(
        guid=candidate.guid or old.guid,
        published=candidate.published,
        page=candidate.page,
        source_sha256=candidate.source_sha256,
        sound=sound,
        former=tuple(sorted(former - {candidate.page})),
    ), problems


def _changes(candidate: Candidate, old: Promise) -> list[Problem]:
    """Return a problem for whatever would make an app show or download something again."""
    accept = f"or publish with ACCEPT={candidate.name}."
    found = []
    if candidate.guid and candidate.guid != old.guid:
        what = f"its guid was published as {old.guid!r}; another makes apps show it again."
        found.append((what, f"Write 'Guid: {old.guid}', {accept}"))
    if candidate.published != old.published:
        what = f"its date was published as {old.published}; another makes apps sort it anew."
        found.append((what, f"Write 'Date: {old.published}', {accept}"))
    if candidate.sound and old.sound and candidate.sound.sha256 != old.sound.sha256:
        what = "its audio is not what was published; subscribers who have it keep the old one."
        found.append((what, f"Restore the file, {accept}"))
    if old.is_gone:
        what = "it was taken down; its guid is never used again."
        found.append((what, f"Give it a new 'Guid:' and another file name, {accept}"))
    return [Problem(where=candidate.where, what=what, todo=todo) for what, todo in found]


def _missing(where: str, old: Promise, accepted: frozenset[str]) -> tuple[Promise, list[Problem]]:
    name = PurePosixPath(where).stem
    if name in accepted:
        return replace(old, is_gone=True), []
    problem = Problem(
        where=where,
        what="it was published and is gone now.",
        todo=f"Restore it (renamed and changed at once: give it 'Guid: {old.guid}'), "
        f"or publish with ACCEPT={name}.",
    )
    return old, [problem]


def _doubles(
    candidates: list[Candidate], promises: Mapping[str, Promise], folder: str
) -> list[Problem]:
    """Return a problem for each entry whose guid another one has, or had before it was gone."""
    mine = {candidate.key for candidate in candidates}
    owners = {p.guid: f"{folder}/{key}.md" for key, p in promises.items() if key not in mine}
    problems = []
    for candidate in candidates:
        guid = promises[candidate.key].guid
        if guid in owners:
            what = f"its guid {guid!r} is already that of {owners[guid]}."
            problems.append(Problem(where=candidate.where, what=what, todo="Give it its own."))
        owners.setdefault(guid, candidate.where)
    return problems


def _redirects(promises: Mapping[str, Promise]) -> dict[str, str]:
    taken = {promise.page for promise in promises.values() if not promise.is_gone}
    return {
        path: promise.page
        for promise in promises.values()
        if not promise.is_gone
        for path in promise.former
        if path not in taken
    }


def fallback_guid(namespace: str, stem: str) -> str:
    """Return the guid of an entry that has none: UUIDv5 of its show's guid and its source's stem.

    >>> fallback_guid("4742f4c2-f9ef-519e-9f1f-105bbb16369c", "075-unwanted-callers")
    '774e8ac0-a96b-533f-8584-d4233eb2e562'
    """
    return str(uuid5(UUID(namespace), stem))
