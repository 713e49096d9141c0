"""Build again whenever the content, the theme, the plugins or the configuration change."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import watchfiles

from tools.build.output import Built, build_output
from tools.build.places import refuse_overlap
from tools.build.report import built_line, print_notes, render_report
from tools.build.request import Request
from tools.shared.console import count, line
from tools.shared.errors import ToolError
from tools.shared.paths import ROOT, show, show_folder


def watch_site(request: Request, output: Path, tell: Callable[[str], None]) -> None:
    """Build now and after every change, until stopped; a failed build leaves the last good output.

    Watching begins before the first build, so that no change is missed.
    """
    request.check()
    refuse_overlap(output, request.content, "OUTPUTDIR")
    changes = start_watching(watched_paths(request))
    built = rebuild(request, output)
    tell(render_report(built, is_watched=True) if built else _keeping(output))
    for changed in iterate_changes(changes):
        built = rebuild(request, output)
        tell(_rebuilt(changed, built) if built else _keeping(output))


def watched_paths(request: Request) -> list[Path]:
    """Return what a build is made from, as far as it exists."""
    configuration = (request.conf, request.conf.with_name("pelicanconf.py"))
    found = (request.content, ROOT / "theme", ROOT / "plugins", *configuration)
    return sorted({path for path in found if path.exists()})


def rebuild(request: Request, output: Path) -> Built | None:
    """Build, or print why it cannot be done."""
    try:
        built = build_output(request, output)
    except ToolError as error:
        print(error, file=sys.stderr)
        return None
    print_notes(built.site)
    return built


def start_watching(paths: list[Path]) -> queue.Queue[set[Path]]:
    """Watch in the background; every set of changes ends up in the queue that is returned."""
    changes: queue.Queue[set[Path]] = queue.Queue()

    def watch() -> None:
        for found in watchfiles.watch(*paths, raise_interrupt=False):
            changes.put({Path(path) for _, path in found})

    threading.Thread(target=watch, daemon=True).start()
    return changes


def iterate_changes(changes: queue.Queue[set[Path]]) -> Iterator[set[Path]]:
    """Yield what changed, several sets at once if they came while a build ran."""
    while True:
        found = changes.get()
        while not changes.empty():
            found |= changes.get()
        yield found


def _rebuilt(changed: set[Path], built: Built) -> str:
    first = show(min(changed))
    others = f" and {count(len(changed) - 1, 'other')}" if len(changed) > 1 else ""
    return f"{line('Changed', first + others)}\n{built_line(built.site)}"


def _keeping(output: Path) -> str:
    return line("Kept", f"{show_folder(output)} stays as it was until this is put right")
