"""All content gathered by Pelican, checked, its feeds judged, its sound measured."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

from plugins.shared.problems import Problem, Severity
from tools.build.pelican import Settings, pelican_command, run_pelican
from tools.build.request import Request
from tools.check.loudness import Recording, find_loudness
from tools.shared.paths import CACHE

# A preview of what is published holds drafts and what is scheduled, at addresses of their own.
PREVIEW: Settings = {
    "PREVIEW": True,
    "DRAFT_SAVE_AS": "drafts/blog/{slug}/index.html",
    "DRAFT_LANG_SAVE_AS": "drafts/{lang}/blog/{slug}/index.html",
    "DRAFT_PAGE_SAVE_AS": "drafts/{slug}/index.html",
    "DRAFT_PAGE_LANG_SAVE_AS": "drafts/{lang}/{slug}/index.html",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What one run of Pelican found."""

    problems: tuple[Problem, ...]
    audio: tuple[Recording, ...]
    unpublished: tuple[str, ...]
    sources: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """All findings, sorted by place, how many sources were read and how long it took."""

    problems: tuple[Problem, ...]
    sources: int
    seconds: float
    notes: tuple[str, ...] = ()


def check_content(request: Request, tell: Callable[[str], None]) -> Checked:
    """Check what would be published, and warn of what is wrong with drafts and the scheduled."""
    request.check()
    begun = time.monotonic()
    tell("Checking")
    with ThreadPoolExecutor(max_workers=2) as pool:
        later = pool.submit(gather, request, PREVIEW)
        public = gather(request)
        preview = later.result()
    audio = tuple(dict.fromkeys((*public.audio, *preview.audio)))
    loudness, notes = find_loudness(audio, CACHE, tell)
    found = merge((*public.problems, *loudness), (*preview.problems, *loudness), public.unpublished)
    said = (note for note in (public.said, *notes) if note)
    return Checked(
        problems=found,
        sources=preview.sources,
        seconds=time.monotonic() - begun,
        notes=tuple(said),
    )


def gather(request: Request, more: Settings | None = None) -> Gathered:
    """Run Pelican until all is gathered, and read what it found."""
    with tempfile.TemporaryDirectory(prefix="check-") as folder:
        answer = Path(folder, "check.json")
        settings: Settings = {"CHECK": str(answer), **(more or {})}
        output = Path(folder, "site")
        said = run_pelican(pelican_command(request, output, Path(folder, "facts.json"), settings))
        return parse_gathered(answer.read_text(encoding="utf-8"), said)


def parse_gathered(text: str, said: str = "") -> Gathered:
    """Return what a run wrote as JSON."""
    found: dict[str, Any] = json.loads(text)
    return Gathered(
        problems=tuple(
            Problem(**{**problem, "severity": Severity(problem["severity"])})
            for problem in found["problems"]
        ),
        audio=tuple(
            Recording(path=Path(recording["path"]), where=recording["where"])
            for recording in found["audio"]
        ),
        unpublished=tuple(found["unpublished"]),
        sources=found["sources"],
        said=said,
    )


def merge(
    public: Iterable[Problem], preview: Iterable[Problem], unpublished: Iterable[str]
) -> tuple[Problem, ...]:
    """Return the problems of what is public, and as warnings those of what is not yet."""
    stems = {normalize("NFC", str(Path(where).with_suffix(""))) for where in unpublished}
    found = dict.fromkeys(problem for problem in public if not _belongs(problem, stems))
    for problem in preview:
        if _belongs(problem, stems):
            found.setdefault(replace(problem, severity=Severity.WARNING))
    return tuple(sorted(found, key=lambda p: (p.where, p.line or 0, p.rule, p.what)))


def _belongs(problem: Problem, stems: set[str]) -> bool:
    """Say whether a problem is one of a source, or of a file beside it with the same stem."""
    path = Path(normalize("NFC", problem.where))
    names = (path.stem, path.name.partition(".")[0]) if path.name else ()
    return any(str(path.with_name(name)) in stems for name in names if name)
