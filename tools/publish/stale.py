"""A ledger that forgot: promises that the target keeps and the ledger at hand does not know."""

from __future__ import annotations

from plugins.identity.promises import Ledger, Promise
from plugins.identity.text import LedgerError, parse_ledger
from tools.build import facts
from tools.publish.targets import Target
from tools.shared.errors import ContentError
from tools.shared.paths import show

_NAMED = 5


def refuse_stale(ledger: facts.Ledger | None, target: Target) -> None:
    """Raise an error if a build breaks promises because its ledger does not know them."""
    promised = _parsed(target.promised())
    if ledger is None or promised is None:
        return
    before = _parsed(ledger.path.read_text("utf-8") if ledger.path.is_file() else None)
    after = _parsed(ledger.text)
    forgotten = find_forgotten(before or Ledger(), after or Ledger(), promised)
    if not forgotten:
        return
    more = f" and {len(forgotten) - _NAMED} more" if len(forgotten) > _NAMED else ""
    raise ContentError(
        f"{show(ledger.path)}: it does not know what was promised at {target.name()}: "
        f"{', '.join(forgotten[:_NAMED])}{more}. Bring it up to date: "
        f"make ledger TARGET={target.name()}"
    )


def _parsed(text: str | None) -> Ledger | None:
    try:
        return None if text is None else parse_ledger(text)
    except LedgerError:
        return None


def find_forgotten(before: Ledger, after: Ledger, promised: Ledger) -> list[str]:
    """Return the names of promises that a build would break and its ledger never knew.

    What was promised by a run that was killed before it wrote the ledger is not forgotten: the
    next build promises the same.
    """
    known = {guid for one in before.entries.values() for guid in (one.guid, *one.former_guids)}
    kept = {promise.guid: promise for promise in after.entries.values()}
    forgotten = [
        key
        for key, promise in sorted(promised.entries.items())
        if promise.guid not in known and not _keeps(kept.get(promise.guid), promise)
    ]
    return forgotten + _forgotten_pages(before, after, promised)


def _keeps(new: Promise | None, old: Promise) -> bool:
    if new is None:
        return False
    return (
        (new.published, new.sound, new.is_gone) == (old.published, old.sound, old.is_gone)
        and {old.page, *old.former} <= {new.page, *new.former}
        and {*old.former_guids} <= {*new.former_guids}
    )


def _forgotten_pages(before: Ledger, after: Ledger, promised: Ledger) -> list[str]:
    known = {path for page, one in before.pages.items() for path in (page, *one.former)}
    owners = {path: page for page, one in after.pages.items() for path in (*one.former, page)}
    forgotten = []
    for path, promise in sorted(promised.pages.items()):
        new = after.pages.get(owners.get(path, ""))
        paths = {path, *promise.former}
        is_kept = new and promise.guid in ("", new.guid) and paths <= owners.keys()
        if path not in known and not is_kept:
            forgotten.append(path)
    return forgotten
