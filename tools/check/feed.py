"""Judge any podcast feed: `python -m tools.check feed FILE-OR-URL`.

Exit codes: 0 fine, 1 there are errors, 2 wrong use, or nothing to be read there.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from plugins.podcast.judge.building import build_feed
from plugins.podcast.judge.judging import judge_feed
from plugins.podcast.judge.tree import Feed
from plugins.shared.problems import Problem
from tools.check.fetch import fetch_feed, fetch_heads, is_web
from tools.check.report import print_report
from tools.shared.command import Parser
from tools.shared.console import Progress, count
from tools.shared.errors import ToolError
from tools.shared.paths import show, user_path

_NEWEST = 20


def check_feed(arguments: Sequence[str]) -> int:
    """Judge one feed."""
    parser = Parser("check feed", __doc__)
    parser.add_argument("place", metavar="FILE-OR-URL", help="a file, or an address of the web")
    parser.add_argument("--now", type=parse_now, metavar="TIME", help="judge as of this ISO time")
    parser.add_argument("--url", default="", help="address of a feed that is given as a file")
    parser.add_argument(
        "--online", action="store_true", help="ask for the art and the newest audio, too"
    )
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    options = parser.parse_args(arguments)
    with Progress() as progress:
        progress("Reading")
        name, feed = read_feed(options.place, options.url, options.now or datetime.now(UTC))
        if options.online:
            progress("Asking for its files")
            feed = replace(feed, files=fetch_heads(files_of(feed)))
        progress("Judging")
        problems = judge_problems(feed, name)
    what = f"{options.place}, {count(len(feed.items), 'item')}"
    return print_report(problems, what, is_strict=options.strict, as_json=options.json)


def parse_now(text: str) -> datetime:
    """Return an instant; one without zone is of UTC."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no time. Write it as 2026-03-01 or 2026-03-01T08:30:00+01:00."
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def read_feed(place: str, url: str, now: datetime) -> tuple[str, Feed]:
    """Return the feed at a place, and how its findings call it."""
    if is_web(place):
        fetched = fetch_feed(place)
        # Where it was redirected for ever, that is its address.
        feed = build_feed(fetched.content, url=url or fetched.answer.url, now=now)
        return place, replace(feed, answer=fetched.answer)
    if "://" in place:
        raise ToolError(f"{place}: it is no address of the web. Write it with https://.")
    path = user_path(place)
    try:
        content = path.read_bytes()
    except OSError as error:
        what = f"it cannot be read ({error.strerror})."
        raise ToolError(f"{show(path)}: {what} Name the file of a feed.") from error
    return show(path), build_feed(content, url=url, now=now)


def files_of(feed: Feed) -> list[str]:
    """Return the addresses of all art and of the newest audio."""
    items = feed.items[:_NEWEST]
    art = [
        image.get("href") for node in (feed.channel, *items) for image in node.all("itunes:image")
    ]
    return art + [enclosure.get("url") for item in items for enclosure in item.all("enclosure")]


def judge_problems(feed: Feed, name: str) -> list[Problem]:
    """Return the findings as problems of a file or an address."""
    return [finding.problem(name) for finding in judge_feed(feed)]
