"""What a publish tells its user, as lines or as JSON."""

from __future__ import annotations

from tools.build.report import built_line, describe_site
from tools.build.site import Site
from tools.publish.diff.describe import describe_diff
from tools.publish.diff.paint import Paint, plain
from tools.publish.diff.verdict import SiteDiff
from tools.publish.diff.words import render_diff
from tools.publish.flow import Published
from tools.publish.targets import Target
from tools.shared.console import line
from tools.shared.paths import show


def render_changes(site: Site, diff: SiteDiff, paint: Paint = plain) -> str:
    """Return the lines before a publish: what was built, and what it changes for listeners."""
    if not diff.shows:
        return built_line(site)
    first, *others = render_diff(diff, paint)
    return "\n".join([built_line(site), line("Changes", first), *(line("", o) for o in others)])


def render_report(published: Published, target: Target) -> str:
    """Return the lines after a publish."""
    facts = published.site.facts
    address = f"  ({facts.site})" if facts.site else ""
    label = "Published" if published.is_new else "Unchanged"
    lines = [line(label, target.describe(published.name) + address)]
    if facts.feed:
        lines.append(line("Feed", facts.feed))
    if published.ledger:
        lines.append(line("Ledger", f"has new promises: commit {show(published.ledger)}"))
    return "\n".join([*lines, line("Next", target.next_step())])


def describe_published(published: Published, target: Target) -> dict[str, object]:
    """Return what programs want to know of a publish."""
    return describe_site(published.site) | {
        "release": published.name,
        "target": target.describe(published.name),
        "is_new": published.is_new,
        "commit": show(published.ledger) if published.ledger else None,
        "diff": describe_diff(published.diff),
    }
