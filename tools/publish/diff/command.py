"""Say what a publish would change for listeners: `python -m tools.publish diff`.

It builds the site aside and changes nothing at the target.

Exit codes: 0 nothing that harms anybody, 1 the content has problems, 2 wrong use or environment,
3 something would be downloaded again, re-dated, re-identified or lost without the author's word,
or the target is not ours to write to.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from tools.build.report import print_notes
from tools.build.request import Request, add_arguments, make_request
from tools.build.site import Site, build_site, clean_workplaces, workplace
from tools.publish.diff.candidate import compare_build
from tools.publish.diff.describe import describe_diff
from tools.publish.diff.paint import Paint, coloured, plain
from tools.publish.diff.verdict import SiteDiff
from tools.publish.diff.words import render_diff, render_remedy
from tools.publish.targets import Target, parse_target
from tools.shared.command import Parser
from tools.shared.console import Progress, has_colour
from tools.shared.errors import HarmError
from tools.shared.locks import locked
from tools.shared.paths import CACHE, ROOT

_WORK = "diff-"


def main(arguments: Sequence[str]) -> int:
    """Build aside, compare, tell."""
    parser = Parser("publish diff", __doc__)
    add_arguments(parser, "publishconf.py")
    parser.add_argument("--target", default=str(ROOT / "public"), help="folder to compare with")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    options = parser.parse_args(arguments)
    with Progress() as progress:
        site, diff = build_diff(make_request(options), parse_target(options.target), progress)
    print_notes(site)
    if options.json:
        print(json.dumps(describe_diff(diff), indent=2))
    else:
        print("\n".join(render_answer(diff, coloured if has_colour() else plain)))
    return HarmError.exit_code if diff.is_dangerous else 0


def build_diff(request: Request, target: Target, tell: Progress) -> tuple[Site, SiteDiff]:
    """Build in the cache and compare with the target, which is only read."""
    target.check(request.content)
    folder = CACHE / "diff"
    with locked(folder):
        clean_workplaces(folder, _WORK)
        with workplace(folder, _WORK) as place:
            tell("Building")
            site = build_site(replace(request, is_diff=True), place)
            tell("Comparing")
            return site, compare_build(site, target, request.accept)


def render_answer(diff: SiteDiff, paint: Paint = plain) -> list[str]:
    """Return the diff's lines, then what the ledger and the author have to say to it."""
    remedy = render_remedy(diff)
    return [*render_diff(diff, paint), *diff.broken_promises, *([remedy] if remedy else [])]
