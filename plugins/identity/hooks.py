"""The Pelican edge of identity: the ledger read first, pages settled late, old feeds served on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals

from plugins.identity.candidates import alias_paths, find_collections, find_pages, find_shows
from plugins.identity.feeds import say_new_address
from plugins.identity.pages import settle_pages
from plugins.identity.promises import Ledger
from plugins.identity.site import Identity, read_ledger, tell
from plugins.identity.text import dump_ledger
from plugins.shared.files import write_page
from plugins.shared.run import Run


def open_ledger(pelican: Any) -> None:
    """Read the ledger that `LEDGER` names, else the one in the content."""
    settings = pelican.settings
    run: Run = settings["RUN"]
    given = settings.get("LEDGER", True)
    path = Path(given) if isinstance(given, str) else run.content / "ledger.json"
    settings["LEDGER_PATH"] = path
    settings["PROMISED"] = read_ledger(path, run)


def settle_identity(generators: list[Any]) -> None:
    """Hold every page against the ledger, and say what the ledger is from now on."""
    context = generators[0].context
    run: Run = context["RUN"]
    ledger: Ledger = context["PROMISED"]
    identity: Identity = context["IDENTITY"]
    contents, shows = context["contents"], context["shows"]
    files = {page: path for path, page in context.get("COLLECTION_PAGES", {}).items()}
    found = [
        *find_pages(contents, run),
        *find_shows(shows),
        *find_collections(context["collections"], files, shows, run),
    ]
    outcome = settle_pages(
        found,
        ledger.pages,
        taken=_addresses_of_entries(contents),
        accepted=frozenset(context.get("ACCEPT", ())),
        is_whole=identity.is_whole,
    )
    tell(outcome.problems, run)
    ledger = Ledger(entries=identity.outcome.promises, pages=outcome.promises)
    context["LEDGER_TEXT"] = dump_ledger(ledger)
    context["moved"] = outcome.redirects
    context["redirects"] = {**outcome.redirects, **identity.outcome.redirects}
    context["gone"] = (*identity.outcome.gone, *outcome.gone)
    context["part_guid"] = lambda path: outcome.promises[path].guid


def _addresses_of_entries(contents: list[Any]) -> set[str]:
    paths = {content.entry.path for content in contents}
    return paths | {path for content in contents for path in alias_paths(content.document)}


def write_former_feeds(pelican: Any) -> None:
    """Let every feed go on at its old addresses."""
    context = pelican.settings["RUN_CONTEXT"]
    run: Run = context["RUN"]
    output = Path(pelican.output_path)
    for old, new in sorted(context["former_feeds"].items()):
        url = run.site.absolute(new) if run.site.address else ""
        feed = (output / new.lstrip("/")).read_bytes()
        write_page(output, old, say_new_address(feed, url))


def register() -> None:
    signals.initialized.connect(open_ledger)
    signals.all_generators_finalized.connect(settle_identity)
    signals.finalized.connect(write_former_feeds)
