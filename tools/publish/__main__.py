"""Build the site and publish it, all of it or nothing: `python -m tools.publish`.

Exit codes: 0 done, 1 the content has problems, 2 wrong use or environment,
3 the target is not ours to write to. Whatever it is but 0, the published site stays as it was.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from tools.build.report import print_notes
from tools.build.request import add_arguments, make_request
from tools.build.site import build_site
from tools.publish import rebuild
from tools.publish.flow import publish
from tools.publish.report import describe_published, render_report
from tools.publish.targets import parse_target
from tools.shared.command import Parser, run_command
from tools.shared.console import Progress
from tools.shared.errors import ContentError
from tools.shared.paths import ROOT

_NOTHING = "Nothing was published; what was published before stays as it was."


def main(arguments: Sequence[str]) -> int:
    """Publish once, or do what the first word says."""
    if arguments[:1] == ["ledger"]:
        return rebuild.main(arguments[1:])
    parser = Parser("publish", __doc__)
    add_arguments(parser, "publishconf.py")
    parser.add_argument("--target", default=str(ROOT / "public"), help="folder to publish to")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    options = parser.parse_args(arguments)
    target = parse_target(options.target)
    try:
        with Progress() as progress:
            published = publish(make_request(options), target, build_site, progress)
    except ContentError as error:
        raise ContentError(f"{error}\n{_NOTHING}") from None
    print_notes(published.site)
    if options.json:
        print(json.dumps(describe_published(published, target), indent=2))
    else:
        print(render_report(published, target))
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
