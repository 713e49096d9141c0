"""One build in a place of its own: the files, what it says of itself and how long it took."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.build.facts import Facts, read_facts
from tools.build.pelican import pelican_command, run_pelican
from tools.build.request import Request
from tools.shared.manifest import Manifest, read_manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A finished build, still in the place where it was built."""

    folder: Path
    manifest: Manifest
    facts: Facts
    notes: tuple[str, ...]
    seconds: float


def build_site(request: Request, place: Path) -> Site:
    """Build a request into an empty place."""
    request.check()
    begun = time.monotonic()
    folder, facts_path = place / "site", place / "facts.json"
    folder.mkdir()
    said = run_pelican(pelican_command(request, folder, facts_path))
    facts = read_facts(facts_path)
    return Site(
        folder=folder,
        manifest=read_manifest(folder),
        facts=facts,
        notes=collect_notes(said, facts.warnings),
        seconds=time.monotonic() - begun,
    )


def collect_notes(said: str, warnings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines an author must see after a good build: what was said, each warning once."""
    lines = tuple(said.splitlines())
    return lines + tuple(warning for warning in warnings if warning not in lines)


@contextmanager
def workplace(folder: Path, prefix: str) -> Iterator[Path]:
    """Make a new folder to build in and remove it afterwards.

    No two runs share a name, so a killed run's orphaned build cannot write into ours.
    """
    place = folder / f"{prefix}{os.getpid()}-{secrets.token_hex(4)}"
    place.mkdir(parents=True)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def clean_workplaces(folder: Path, prefix: str) -> None:
    """Remove what killed runs left; to be called by the one who holds the lock."""
    if folder.is_dir():
        for place in sorted(folder.iterdir()):
            if place.name.startswith(prefix):
                shutil.rmtree(place, ignore_errors=True)
