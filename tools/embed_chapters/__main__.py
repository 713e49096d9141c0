"""Write an episode's chapters into its audio: `python -m tools.embed_chapters --episode=NAME`.

Exit codes: 0 done, 1 the content has problems, 2 wrong use or environment,
3 the audio was published already. Whatever it is but 0, the audio stays as it was.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.build.request import parse_ledger, parse_names
from tools.embed_chapters.embed import Plan, Result, apply_embedding, plan_embedding
from tools.embed_chapters.episode import find_episode, read_episode, refuse_published
from tools.shared.command import Parser, run_command
from tools.shared.console import count, line
from tools.shared.errors import ToolError
from tools.shared.paths import ROOT, show, user_path


def main(arguments: Sequence[str]) -> int:
    """Embed once."""
    options = _parser().parse_args(arguments)
    if not options.episode:
        raise ToolError("No episode is named. Name one: make embed-chapters EPISODE=075-a-name")
    target = read_episode(find_episode(options.episode, options.content), options.content)
    plans = [plan_embedding(path, target.chapters, target.media) for path in target.files]
    if any(plan.result is Result.EMBEDDED for plan in plans):
        ledger = options.ledger if isinstance(options.ledger, Path) else None
        ledger = ledger or options.content / "ledger.json"
        refuse_published(target, options.content, ledger, options.accept)
        apply_embedding(plans)
    told = _describe(target.source, plans)
    print(json.dumps(told, indent=2) if options.json else "\n".join(map(_line, plans)))
    return 0


def _parser() -> Parser:
    parser = Parser("embed_chapters", __doc__)
    parser.add_argument("--episode", metavar="NAME", help="the episode's file without its ending")
    parser.add_argument(
        "--content", type=user_path, default=ROOT / "content", help="folder of the content"
    )
    parser.add_argument(
        "--ledger", metavar="PATH", type=parse_ledger, help="ledger to read, if it is elsewhere"
    )
    parser.add_argument(
        "--accept", metavar="NAMES", type=parse_names, default=(),
        help="published episodes whose audio may change, separated by commas",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="report as JSON")
    return parser


def _line(plan: Plan) -> str:
    path = show(plan.path)
    if plan.kind is None:
        return line("Left out", f"{path}: no app reads chapters in a file of this kind")
    return line(plan.result.capitalize(), f"{count(len(plan.marks), 'chapter')} in {path}")


def _describe(source: Path, plans: Sequence[Plan]) -> dict[str, object]:
    return {
        "episode": show(source),
        "files": [
            {"path": show(p.path), "result": p.result.value, "chapters": len(p.marks)}
            for p in plans
        ],
    }


if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
