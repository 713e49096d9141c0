"""What `make probe` says: what is new, what changed for listeners, what is to be committed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from plugins.podcast.remote.facts import Facts
from plugins.shared.durations import clock
from tools.probe.named import Named
from tools.probe.probing import Outcome
from tools.shared.console import count, line
from tools.shared.paths import show


def render_report(outcome: Outcome, path: Path, *, is_written: bool) -> str:
    """Return the lines for people."""
    return "\n".join(_lines(outcome, path, is_written=is_written))


def _lines(outcome: Outcome, path: Path, *, is_written: bool) -> Iterator[str]:
    yield line("Measured", f"{count(len(outcome.measured), 'recording')} for the first time")
    if outcome.same:
        yield line("Unchanged", count(len(outcome.same), "recording"))
    for named, before in outcome.changed:
        yield from _changed(named, before, outcome.kept[named.url])
    for url in outcome.forgotten:
        yield line("Forgotten", f"{url}: no episode names it any more")
    if outcome.problems:
        yield line("Failed", f"{count(len(outcome.problems), 'recording')}, told above")
    if is_written:
        yield line("Remote", f"commit {show(path)}")
    else:
        yield line("Remote", f"{show(path)} stays as it is" if path.exists() else "nothing to keep")


def _changed(named: Named, before: Facts, now: Facts) -> Iterator[str]:
    told = ", ".join(f"{what} {old} → {new}" for what, old, new in differences(before, now))
    yield line("Changed", f"{named.url}: {told}")
    if before.measured.length_bytes != now.measured.length_bytes:
        again = "apps that have it may download it again; if that is meant, publish with"
        yield line("", f"{again} ACCEPT={named.name}")


def differences(before: Facts, now: Facts) -> Iterator[tuple[str, str, str]]:
    """Yield what is different, as it was and as it is."""
    for what, old, new in zip(_NAMES, _values(before), _values(now), strict=True):
        if old != new:
            yield what, old or "none", new or "none"


_NAMES = (
    "bytes", "plays", "type", "bitrate", "codec", "chapters", "served as", "ETag", "Last-Modified",
    "HEAD",
)  # fmt: skip


def _values(facts: Facts) -> tuple[str, ...]:
    measured = facts.measured
    return (
        f"{measured.length_bytes:,}",
        f"{measured.duration.total_seconds():.3f} s",
        measured.type,
        f"{measured.bitrate:,}" if measured.bitrate else "",
        measured.codecs,
        "; ".join(f"{clock(chapter.start)} {chapter.title}" for chapter in measured.chapters),
        facts.served,
        facts.etag,
        facts.last_modified,
        "answered" if facts.answers_head else "not answered",
    )


def describe(outcome: Outcome, path: Path, *, is_written: bool) -> dict[str, object]:
    """Return what programs want to know."""
    return {
        "path": show(path),
        "is_written": is_written,
        "measured": list(outcome.measured),
        "unchanged": list(outcome.same),
        "changed": [
            {
                "url": named.url,
                "episode": named.name,
                "is_downloaded_again": _is_other(before, outcome.kept[named.url]),
                "differences": [
                    {"what": what, "before": old, "now": new}
                    for what, old, new in differences(before, outcome.kept[named.url])
                ],
            }
            for named, before in outcome.changed
        ],
        "forgotten": list(outcome.forgotten),
        "problems": [asdict(problem) for problem in outcome.problems],
    }


def _is_other(before: Facts, now: Facts) -> bool:
    return before.measured.length_bytes != now.measured.length_bytes
