"""Two ledgers made one: what is published is added to what is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.identity.promises import Ledger, PagePromise, Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The ledger with all promises, which were added, and where the two disagree."""

    ledger: Ledger
    added: tuple[str, ...]
    conflicts: tuple[str, ...]


def merge_ledgers(mine: Ledger, published: Ledger) -> Merged:
    """Add what is published to a ledger; where they disagree, what is published holds."""
    keys = {promise.guid: key for key, promise in mine.entries.items()}
    formers = {guid for promise in mine.entries.values() for guid in promise.former_guids}
    theirs = {promise.guid for promise in published.entries.values()}
    entries, added, conflicts = dict(mine.entries), list[str](), list[str]()
    for key, promise in sorted(published.entries.items()):
        if promise.guid in formers:
            continue
        known = keys.get(promise.guid)
        if known is None and key in entries and entries[key].guid not in theirs:
            conflicts.append(f"{key}: guid {entries[key].guid}, there {promise.guid}")
            entries[key] = promise
        elif known is None:
            entries[_free(key, promise, entries)] = promise
            added.append(key)
        elif found := list(_differences(known, entries[known], promise)):
            conflicts.extend(found)
            entries[known] = replace(promise, former=_formers(entries[known], promise))
    pages = dict(mine.pages)
    old_pages = {path for promise in mine.pages.values() for path in promise.former}
    for path, page in sorted(published.pages.items()):
        if path not in pages and path not in old_pages:
            pages[path] = page
            added.append(path)
        elif path in pages and page.guid not in ("", pages[path].guid):
            conflicts.extend(_page_difference(path, pages[path], page))
            pages[path] = replace(pages[path], guid=page.guid)
    ledger = Ledger(entries=entries, pages=pages)
    return Merged(ledger=ledger, added=tuple(added), conflicts=tuple(conflicts))


def _free(key: str, promise: Promise, entries: dict[str, Promise]) -> str:
    return key if key not in entries else f"{key}@{promise.guid}"


def _differences(key: str, mine: Promise, published: Promise) -> Iterator[str]:
    if mine.published != published.published:
        yield f"{key}: published {mine.published}, there {published.published}"
    if mine.sound and published.sound and mine.sound.path != published.sound.path:
        yield f"{key}: audio {mine.sound.path}, there {published.sound.path}"
    if published.page not in (mine.page, *mine.former):
        yield f"{key}: page {mine.page}, there {published.page}"
    if mine.is_gone and not published.is_gone:
        yield f"{key}: taken down, there it is not"


def _formers(mine: Promise, published: Promise) -> tuple[str, ...]:
    return tuple(sorted({mine.page, *mine.former, *published.former} - {published.page}))


def _page_difference(path: str, mine: PagePromise, published: PagePromise) -> Iterator[str]:
    if mine.guid:
        yield f"{path}: guid {mine.guid}, there {published.guid}"
