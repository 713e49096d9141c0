"""Pages that moved: where their old addresses lead, and which addresses lead nowhere any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from plugins.identity.promises import PagePromise, Promise

P = TypeVar("P", Promise, PagePromise)


def give_way(promises: Mapping[str, P], pages: Mapping[str, str]) -> dict[str, P]:
    """Leave each former address to one promise: whose page it is now, else the last by its key.

    `pages` are the live pages, each with the key of its promise.
    """
    owners = {path: keys[-1] for path, keys in _wanted(promises).items()} | dict(pages)
    kept = {}
    for key, promise in promises.items():
        former = tuple(path for path in promise.former if owners[path] == key)
        kept[key] = promise if former == promise.former else replace(promise, former=former)
    return kept


def find_contested(
    promises: Mapping[str, P], pages: Mapping[str, str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield the former addresses that more than one promise has, as a merge by hand may leave."""
    for path, keys in sorted(_wanted(promises).items()):
        if len(keys) > 1 and path not in pages:
            yield path, keys


def _wanted(promises: Mapping[str, P]) -> dict[str, list[str]]:
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(promises):
        for path in promises[key].former:
            wanted[path].append(key)
    return wanted


def lead_on(
    promises: Mapping[str, Promise] | Mapping[str, PagePromise], built: Mapping[str, str]
) -> dict[str, str]:
    """Return the redirects: from each former address straight to the page of today.

    `built` are the pages of this build, each with the key of its promise.
    """
    found: dict[str, str] = {}
    for page in sorted(built):
        found |= dict.fromkeys(promises[built[page]].former, page)
    return {former: page for former, page in found.items() if former not in built}


def list_gone(
    promises: Mapping[str, Promise] | Mapping[str, PagePromise],
    own: Mapping[str, str],
    taken: Collection[str],
) -> tuple[str, ...]:
    """Return the addresses of what was taken down, as long as nothing new is there.

    `own` are the pages that promises have, by their keys.
    """
    found: set[str] = set()
    for key, promise in promises.items():
        if promise.is_gone:
            found |= {own[key], *promise.former}
    return tuple(sorted(found - set(taken)))
