"""Where former addresses lead: authors name some, the site knows the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.entries.model import Entry
from plugins.frontmatter.document import Document
from plugins.identity.feeds import former_feeds
from plugins.shared.addresses import alias_path
from plugins.shared.run import Run


def lead_aliases(asked: Iterable[tuple[Document, Entry]], run: Run) -> dict[str, str]:
    """Return where the addresses lead that authors name; what clashes, or leads away, is told."""
    found = {}
    for document, entry in asked:
        for alias in document.names("aliases"):
            path = alias_path(alias)
            if path is None:
                what = f"Aliases: {alias!r} does not stay inside the site."
                todo, line = "Write a path such as /old/.", document.lines.get("aliases")
                run.problems.error(document.where, what, todo, line=line, rule="address-former")
                continue
            found[path] = entry.path
            run.claim(path, document.where)
    return found


def lead_former(former: Mapping[str, str], run: Run) -> dict[str, str]:
    """Return where former addresses lead; one that somebody has again gives way."""
    free = {path: former[path] for path in sorted(former) if path not in run.addresses}
    for path in free:
        run.claim(path, "a redirect")
    return free


def lead_feeds(
    feeds: Mapping[str, Iterable[str]], moved: Mapping[str, str], run: Run
) -> dict[str, str]:
    """Return the address of each feed that goes on at a former one, too.

    `feeds` are the addresses of feeds by that of their page, and `moved` where pages are now.
    """
    found = former_feeds(feeds, moved)
    free = {old: new for old, new in found if old not in run.addresses}
    for path in free:
        run.claim(path, "a feed that moved")
    return free
