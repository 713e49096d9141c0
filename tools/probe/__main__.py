"""Measure audio on other hosts and keep what is found: `python -m tools.probe`.

What no build has to ask for is written into remote.json beside the ledger, to be committed.
Known audio is left alone, unless --episode names it or --force asks for all of it.

Exit codes: 0 done, 1 something could not be measured, and stays as it was known,
2 wrong use or environment.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from plugins.podcast.remote.memory import NAME, RememberedError, dump_memory
from plugins.podcast.remote.recall import read_kept
from plugins.shared.files import write_whole
from tools.embed_chapters.episode import find_episode
from tools.probe.named import Names, find_names
from tools.probe.probing import probe_all
from tools.probe.report import describe, render_report
from tools.shared.command import Parser, run_command
from tools.shared.console import Progress
from tools.shared.errors import ContentError, ToolError
from tools.shared.paths import ROOT, show, user_path


def main(arguments: Sequence[str]) -> int:
    """Probe once."""
    options = _parser().parse_args(arguments)
    content: Path = options.content
    if not content.is_dir():
        raise ToolError(
            f"{show(content)}: there is no such folder. "
            "Name the folder of your content with INPUTDIR=…"
        )
    path = content / NAME
    try:
        known = read_kept(path)
    except RememberedError as error:
        place = f"{show(path)}:{error.line}" if error.line else show(path)
        raise ContentError(f"{place}: {error}") from error
    names = find_names(content)
    wanted = _wanted(names, known.keys(), options.episode, content, is_forced=options.force)
    with Progress() as progress:
        progress("Measuring")
        outcome = probe_all(names, known, wanted, progress)
    is_written = outcome.kept != known
    if is_written:
        write_whole(path, dump_memory(outcome.kept).encode())
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
    if options.json:
        print(json.dumps(describe(outcome, path, is_written=is_written), indent=2))
    else:
        print(render_report(outcome, path, is_written=is_written))
    return ContentError.exit_code if outcome.problems else 0


def _wanted(
    names: Names, known: Collection[str], episode: str | None, content: Path, *, is_forced: bool
) -> set[str]:
    """Return the addresses to ask for: what is new, and what is to be measured anew."""
    if episode:
        source = show(find_episode(episode, content))
        mine = {named.url for named in names.found if named.where == source}
        if not mine:
            raise ContentError(f"{source}: it names no audio on another host.")
        return mine
    return {named.url for named in names.found if is_forced or named.url not in known}


def _parser() -> Parser:
    parser = Parser("probe", __doc__)
    parser.add_argument(
        "--content", type=user_path, default=ROOT / "content", help="folder of the content"
    )
    parser.add_argument(
        "--episode", metavar="NAME", help="measure this episode's audio anew: its file's name"
    )
    parser.add_argument("--force", action="store_true", help="measure everything anew")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
