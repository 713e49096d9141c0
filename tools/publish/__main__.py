"""Build the site and publish it, all of it or nothing: `python -m tools.publish`.

`python -m tools.publish diff` only says what that would change for listeners.

Exit codes: 0 done, 1 the content has problems, 2 wrong use or environment,
3 the target is not ours to write to, or something would be downloaded again, re-dated,
re-identified or lost without the author's word.
Whatever it is but 0, the published site stays as it was.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence

from tools.build.report import print_notes
from tools.build.request import add_arguments, make_request
from tools.build.site import Site, build_site
from tools.publish import rebuild
from tools.publish.diff import command as diff_command
from tools.publish.diff.paint import coloured, plain
from tools.publish.diff.verdict import SiteDiff
from tools.publish.flow import publish
from tools.publish.report import describe_published, render_changes, render_report
from tools.publish.targets import parse_target
from tools.shared.command import Parser, run_command
from tools.shared.console import Progress, has_colour
from tools.shared.errors import ContentError, HarmError
from tools.shared.paths import ROOT

_NOTHING = "Nothing was published; what was published before stays as it was."


def main(arguments: Sequence[str]) -> int:
    """Publish once, or do what the first word asks for instead."""
    for word, command in (("diff", diff_command.main), ("ledger", rebuild.main)):
        if arguments[:1] == [word]:
            return command(arguments[1:])
    parser = Parser("publish", __doc__)
    add_arguments(parser, "publishconf.py")
    parser.add_argument("--target", default=str(ROOT / "public"), help="folder to publish to")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    options = parser.parse_args(arguments)
    target = parse_target(options.target)
    try:
        with Progress() as progress:
            say = _keep_quiet if options.json else _teller(progress)
            published = publish(make_request(options), target, build_site, progress, say)
    except (ContentError, HarmError) as error:
        raise type(error)(f"{error}\n{_NOTHING}") from None
    if options.json:
        print_notes(published.site)
        print(json.dumps(describe_published(published, target), indent=2))
    else:
        print(render_report(published, target))
    return 0


def _keep_quiet(_site: Site, _diff: SiteDiff) -> None:
    pass


def _teller(progress: Progress) -> Callable[[Site, SiteDiff], None]:
    paint = coloured if has_colour() else plain

    def say(site: Site, diff: SiteDiff) -> None:
        print_notes(site)
        progress.say(render_changes(site, diff, paint))

    return say


if __name__ == "__main__":
    sys.exit(run_command(main, sys.argv[1:]))
