"""The pages that are no entries held against what was promised of them: tags, series, people.

Such a page is known by its address, then by what it is made from, then by an alias.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from plugins.identity.moves import give_way, lead_on, list_gone
from plugins.identity.promises import PagePromise, fallback_guid
from plugins.shared.problems import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCandidate:
    """A page of this build; `aliases` are paths that its author, or its name, says it had.

    `name` is what `ACCEPT` calls it; `namespace` is the guid of the show that its podcast feed is
    a part of, `guid` that of a whole show.
    """

    path: str
    name: str
    where: str
    source: str
    source_sha256: str = ""
    aliases: tuple[str, ...] = ()
    guid: str = ""
    namespace: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOutcome:
    """The promises to keep from now on, what follows from them, and what is wrong."""

    promises: dict[str, PagePromise]
    redirects: dict[str, str]
    gone: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True, kw_only=True)
class _Search:
    """Promises that wait for their page, and for each page those that turned out to be its own."""

    free: dict[str, PagePromise]
    own: dict[str, list[str]] = field(default_factory=dict)

    def take(self, page: PageCandidate, paths: Iterable[str]) -> None:
        found = [path for path in paths if path in self.free]
        for path in found:
            del self.free[path]
        self.own.setdefault(page.path, []).extend(found)


def settle_pages(
    candidates: Iterable[PageCandidate],
    promised: Mapping[str, PagePromise],
    *,
    taken: Collection[str] = (),
    accepted: frozenset[str] = frozenset(),
    is_whole: bool = True,
) -> PageOutcome:
    """Hold the pages of a build against the ledger.

    `taken` are the addresses that entries have or had; a build is not whole if it leaves out
    published entries, with which pages may be missing too.
    """
    candidates = sorted(candidates, key=lambda candidate: candidate.path)
    own = _recognise(candidates, promised)
    promises: dict[str, PagePromise] = {}
    problems: list[Problem] = []
    guids = {promise.guid for promise in promised.values()}
    for candidate in candidates:
        olds = [(path, promised[path]) for path in own.get(candidate.path, ())]
        promises[candidate.path] = _settle(candidate, olds, guids)
        guids.add(promises[candidate.path].guid)
        if not accepted & {candidate.name, *_names(candidate.path)}:
            problems.extend(_find_changes(candidate, olds))
    known = {path for paths in own.values() for path in paths}
    for path in sorted(promised.keys() - known):
        promise = promised[path]
        if is_whole and not promise.is_gone and path not in taken:
            is_accepted = bool(accepted & _names(path))
            promise = replace(promise, is_gone=is_accepted)
            problems.extend([] if is_accepted else [_tell_gone(path)])
        promises.setdefault(path, promise)
    built = {candidate.path: candidate.path for candidate in candidates}
    live = {path: path for path in promises} | dict.fromkeys(taken, "") | built
    settled = give_way(promises, live)
    redirects = lead_on(settled, built)
    redirects = {path: page for path, page in redirects.items() if path not in taken}
    return PageOutcome(
        promises=settled,
        redirects=redirects,
        gone=list_gone(settled, {path: path for path in settled}, {*built, *taken, *redirects}),
        problems=tuple(problems),
    )


def _names(path: str) -> set[str]:
    """Return what `ACCEPT` may call a page.

    >>> sorted(_names("/tags/trust/"))
    ['/tags/trust/', 'tags/trust', 'trust']
    """
    name = path.strip("/")
    return {path, name, name.rpartition("/")[2]}


def _recognise(
    candidates: list[PageCandidate], promised: Mapping[str, PagePromise]
) -> dict[str, list[str]]:
    """Return the promises that are each page's own; what is first is what it is now."""
    search = _Search(free=dict(promised))
    for candidate in candidates:
        search.take(candidate, [candidate.path])
    for feature in (_source, _text):
        found: dict[str, list[str]] = {}
        for path in sorted(search.free):
            if not promised[path].is_gone:
                found.setdefault(feature(promised[path]), []).append(path)
        for candidate in candidates:
            if feature(candidate) and not search.own[candidate.path]:
                search.take(candidate, found.get(feature(candidate), ()))
    for candidate in candidates:
        search.take(candidate, candidate.aliases)
    return search.own


def _source(one: PageCandidate | PagePromise) -> str:
    return one.source


def _text(one: PageCandidate | PagePromise) -> str:
    return one.source_sha256


def _settle(
    candidate: PageCandidate, olds: list[tuple[str, PagePromise]], guids: set[str]
) -> PagePromise:
    former = {path for old, promise in olds for path in (old, *promise.former)}
    promised = next((promise.guid for _, promise in olds if promise.guid), "")
    return PagePromise(
        source=candidate.source,
        source_sha256=candidate.source_sha256,
        guid=candidate.guid or promised or _fresh_guid(candidate, guids),
        former=tuple(sorted(former - {candidate.path})),
    )


def _fresh_guid(candidate: PageCandidate, guids: set[str]) -> str:
    """Return a guid for a part of a show that has its first episode; one that moved took its own.

    >>> page = PageCandidate(path="/tags/a/", name="a", where="", source="tags/a",
    ...     namespace="4742f4c2-f9ef-519e-9f1f-105bbb16369c")
    >>> first = _fresh_guid(page, set())
    >>> _fresh_guid(page, {first}) == fallback_guid(first, "/tags/a/")
    True
    """
    guid = candidate.namespace
    while guid and (guid == candidate.namespace or guid in guids):
        guid = fallback_guid(guid, candidate.path)
    return guid


def _find_changes(
    candidate: PageCandidate, olds: list[tuple[str, PagePromise]]
) -> Iterator[Problem]:
    for _, old in olds[:1]:
        if candidate.guid and old.guid and candidate.guid != old.guid:
            yield Problem(
                where=candidate.where,
                what=f"the guid of the show {candidate.name!r} was published as {old.guid!r}; "
                "with another one apps take it for another podcast.",
                todo=f"Write it back, or publish with ACCEPT={candidate.name}.",
                rule="identity-show",
            )


def _tell_gone(path: str) -> Problem:
    top, _, name = path.strip("/").rpartition("/")
    alias = f"'Aliases: {path}' in the page that took its place"
    if top in _FOLDERS:
        alias = f"'Aliases: {name}' in a file of content/{top}"
    return Problem(
        where=path,
        what="this page was published and is gone now.",
        todo=f"Let another one take its readers with {alias}, or publish with ACCEPT={name}.",
        severity=Severity.WARNING,
        rule="identity-page",
    )


_FOLDERS = ("tags", "series", "people")
