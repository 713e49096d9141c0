"""What a build tells its user, as lines or as JSON."""

from __future__ import annotations

import sys

from tools.build.facts import Facts
from tools.build.output import Built
from tools.build.site import Site
from tools.shared.console import count, dump_size, line
from tools.shared.manifest import total_bytes
from tools.shared.paths import show_folder


def built_line(site: Site) -> str:
    """Return what was built and how fast; a kind that the site has none of is left out."""
    facts = site.facts
    counts = (
        (facts.posts, "post"),
        (facts.episodes, "episode"),
        (facts.pages, "page"),
        (facts.tags, "tag"),
    )
    what = ", ".join(count(number, noun) for number, noun in counts if number) or "the site"
    files, size = count(len(site.manifest), "file"), dump_size(total_bytes(site.manifest))
    return line("Built", f"{what} ({files}, {size}) in {site.seconds:.1f} s")


def render_report(built: Built, *, is_watched: bool = False) -> str:
    """Return the lines after a build into an output folder, which may be built again by itself."""
    next_step = "make devserver   shows it and builds again while you write"
    if is_watched:
        next_step = "save a file, and it is built again"
    folder, changes = show_folder(built.output), built.changes
    written, removed = count(len(changes.write), "file"), count(len(changes.remove), "file")
    lines = (
        built_line(built.site),
        line("Output", f"{folder} ({written} written, {removed} removed)"),
        line("Next", next_step),
    )
    return "\n".join(lines)


def describe_site(site: Site) -> dict[str, object]:
    """Return what programs want to know of a build."""
    facts: Facts = site.facts
    return {
        "posts": facts.posts,
        "episodes": facts.episodes,
        "pages": facts.pages,
        "tags": facts.tags,
        "files": len(site.manifest),
        "bytes": total_bytes(site.manifest),
        "seconds": round(site.seconds, 3),
        "site": facts.site,
        "feeds": dict(facts.feeds),
        "warnings": list(facts.warnings),
    }


def describe_built(built: Built) -> dict[str, object]:
    """Return what programs want to know of a build into an output folder."""
    return describe_site(built.site) | {
        "output": str(built.output),
        "written": list(built.changes.write),
        "removed": list(built.changes.remove),
    }


def print_notes(site: Site) -> None:
    """Print what an author must see after a good build."""
    for note in site.notes:
        print(note, file=sys.stderr)
