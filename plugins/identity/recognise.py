"""Which promise is whose: entries recognised through renames, swaps and edits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from plugins.identity.promises import Promise, Sound


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
    show: str = ""
    sound: Sound | None = None
    others: tuple[Sound, ...] = ()


def recognise(candidates: Iterable[Candidate], promised: Mapping[str, Promise]) -> dict[str, str]:
    """Return for each candidate's key the key of the promise that is its own, where one is.

    A name with the same sound, text or `Guid:` goes first, so that a swap of two names is seen and
    a copy is not taken for what it was made from; then the guid, the sound and the text under any
    name; then the name alone: an entry that was edited.
    """
    candidates = sorted(candidates, key=lambda candidate: candidate.key)
    free = dict(promised)
    found: dict[str, str] = {}
    for candidate in candidates:
        if candidate.key in free and _is_unchanged(candidate, free[candidate.key]):
            found[candidate.key] = candidate.key
            del free[candidate.key]
    _match(candidates, lambda one: one.guid, free, found)
    # What its author says of its identity is not doubted by likeness.
    silent = [candidate for candidate in candidates if not candidate.guid]
    for feature in _FEATURES:
        _match(silent, feature, free, found)
    for candidate in candidates:
        old = free.get(candidate.key)
        if candidate.key not in found and old is not None and not _is_another(candidate, old):
            found[candidate.key] = candidate.key
            del free[candidate.key]
    return found


def _is_unchanged(candidate: Candidate, promise: Promise) -> bool:
    if candidate.guid:
        return candidate.guid == promise.guid
    return (
        candidate.source_sha256 == promise.source_sha256
        or _sound_of(candidate) == _sound_of(promise) != ""
    )


def _is_another(candidate: Candidate, promise: Promise) -> bool:
    """Say whether a name that was given up is used for something that says it is new."""
    return promise.is_gone and candidate.guid not in ("", promise.guid)


def _match(
    candidates: list[Candidate],
    feature_of: Callable[[Candidate | Promise], str],
    free: dict[str, Promise],
    found: dict[str, str],
) -> None:
    by_feature: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(free, reverse=True):
        if not free[key].is_gone:
            by_feature[feature_of(free[key])].append(key)
    for candidate in candidates:
        feature = feature_of(candidate)
        if candidate.key not in found and feature and by_feature[feature]:
            found[candidate.key] = by_feature[feature].pop()
            del free[found[candidate.key]]


def _sound_of(one: Candidate | Promise) -> str:
    return one.sound.sha256 if one.sound else ""


def _sound_and_text(one: Candidate | Promise) -> str:
    return f"{_sound_of(one)} {one.source_sha256}" if one.sound else ""


def _sound_in_show(one: Candidate | Promise) -> str:
    """Two shows may have the same recording: each keeps its own."""
    return f"{_sound_of(one)} {one.show}" if _sound_of(one) else ""


def _text_of(one: Candidate | Promise) -> str:
    return one.source_sha256


_FEATURES: tuple[Callable[[Candidate | Promise], str], ...] = (
    _sound_and_text,
    _sound_in_show,
    _sound_of,
    _text_of,
)
