"""Check all content without building pages: `python -m tools.check`.

`python -m tools.check feed FILE-OR-URL` judges any podcast feed by the same rules, and
`python -m tools.check rules` prints them all, as docs/rules.md has them.
Exit codes: 0 fine, 1 there are errors, 2 wrong use or environment, or nothing to be reached.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tools.build.request import add_arguments, make_request
from tools.check.content import check_content
from tools.check.feed import check_feed
from tools.check.report import print_report
from tools.check.table import render_rules
from tools.shared.command import Parser, run_command
from tools.shared.console import Progress, count


def main(arguments: Sequence[str]) -> int:
    """Check the content, or what the first word says."""
    if arguments[:1] == ["feed"]:
        return check_feed(arguments[1:])
    if arguments[:1] == ["rules"]:
        print(render_rules(), end="")
        return 0
    parser = Parser("check", __doc__)
    add_arguments(parser, "publishconf.py")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    options = parser.parse_args(arguments)
    with Progress() as progress:
        checked = check_content(make_request(options), progress)
    what = f"{count(checked.sources, 'source')} in {checked.seconds:.1f} s"
    return print_report(
        checked.problems, what, is_strict=options.strict, as_json=options.json, notes=checked.notes
    )


if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
