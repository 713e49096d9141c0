"""Build the site into a folder: `python -m tools.build`.

Exit codes: 0 done, 1 the content has problems, 2 wrong use or environment,
3 the output folder is not ours to write to.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from tools.build.output import build_output
from tools.build.report import describe_built, print_notes, render_report
from tools.build.request import add_arguments, make_request
from tools.shared.command import Parser, run_command
from tools.shared.console import Progress
from tools.shared.paths import ROOT, user_path


def main(arguments: Sequence[str]) -> int:
    """Build once, or with `--watch` until stopped."""
    parser = Parser("build", __doc__)
    add_arguments(parser, "pelicanconf.py")
    parser.add_argument("--output", type=user_path, default=ROOT / "output", metavar="DIR")
    parser.add_argument("--watch", action="store_true", help="build again on every change")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    options = parser.parse_args(arguments)
    if options.watch:
        from tools.build.watch import watch_site  # noqa: PLC0415  (only watching needs watchfiles)

        watch_site(make_request(options), options.output, print)
        return 0
    with Progress() as progress:
        progress("Building")
        built = build_output(make_request(options), options.output)
    print_notes(built.site)
    print(json.dumps(describe_built(built), indent=2) if options.json else render_report(built))
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
