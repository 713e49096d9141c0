"""The Pelican edge of reporting: problems before anything is written, facts at the end."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from pelican import signals

from plugins.identity.text import parse_ledger
from plugins.report.checked import dump_check
from plugins.report.feeds import judge_feeds
from plugins.report.told import summarise_problems
from plugins.shared.files import write_whole
from plugins.shared.run import Run


def report(pelican: Any) -> None:
    """Tell all problems; an error ends the build before a byte is written."""
    run: Run = pelican.settings["RUN"]
    if pelican.settings.get("CHECK"):
        _end_check(pelican.settings, run)
    for problem in run.problems:
        print(problem, file=sys.stderr)
    if run.problems.errors or (run.is_strict and run.problems.warnings):
        for problem in run.broken_promises:
            print(problem, file=sys.stderr)
        print(summarise_problems(run.problems), file=sys.stderr)
        raise SystemExit(1)


def _end_check(settings: Any, run: Run) -> None:
    """Judge the feeds, write all problems for whoever asked with `CHECK`, and end the run."""
    context = settings["RUN_CONTEXT"]
    by_path = {collection.path: collection for collection in context["collections"]}
    parts = [(show, part, by_path[part.path]) for show, _, part in context["podcast_parts"]]
    run.problems.add_all(judge_feeds(context["shows"], parts, context["contents"], run))
    write_whole(Path(settings["CHECK"]), dump_check(run.problems, context["entries"], run))
    raise SystemExit(0)


def write_facts(pelican: Any) -> None:
    """Write what was built, for whoever asked with the setting `FACTS`."""
    target = pelican.settings.get("FACTS")
    if not target:
        return
    context = pelican.settings["RUN_CONTEXT"]
    write_whole(Path(target), json.dumps(_facts(context, Path(pelican.output_path))).encode())


def _facts(context: Any, output: Path) -> dict[str, object]:
    run: Run = context["RUN"]
    kinds = Counter(entry.kind.value for entry in context["entries"])
    collections = Counter(collection.kind for collection in context["collections"])
    shows = {show.key: run.site.absolute(show.feed_path) for show in context["shows"]}
    feeds = {**shows, "blog": run.site.absolute("/blog/feed.xml")}
    return {
        "posts": kinds["post"],
        "episodes": kinds["episode"],
        "pages": kinds["page"],
        "tags": collections["tag"],
        "files": sum(1 for path in output.rglob("*") if path.is_file()),
        "feeds": feeds,
        "site": run.site.address,
        "ledger": {"path": str(context["LEDGER_PATH"]), "text": context["LEDGER_TEXT"]},
        "redirects": {
            old: new for old, new in context["redirects"].items() if old not in context["passing"]
        },
        "gone": context["gone"],
        "absent": [{"path": path, "sha256": sha256} for path, sha256 in context["absent"]],
        "shows": {show.key: show.feed_path for show in context["shows"]},
        "names": _names(context["LEDGER_TEXT"]),
        "broken_promises": [str(problem) for problem in run.broken_promises],
        "warnings": [str(problem) for problem in run.problems.warnings],
    }


def _names(ledger: str) -> dict[str, str]:
    """Return the key of each entry by its guid; those that are gone have one too."""
    promises = parse_ledger(ledger).entries
    return {
        guid: key
        for key, promise in promises.items()
        for guid in (promise.guid, *promise.former_guids)
    }


def register() -> None:
    signals.get_writer.connect(report)
    signals.finalized.connect(write_facts)
