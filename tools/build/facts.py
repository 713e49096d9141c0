"""What a build says about itself when it is done: the file that it writes for the commands."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Where the ledger lies and what it would say from now on."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A media file that the site names and that is not on this machine."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Counts, addresses, the ledger to be and the warnings of one build.

    `redirects` lead from old site paths to those of today, `gone` are those of what was taken
    down; `shows` are the paths of the shows' feeds by key, `names` the keys of sources by guid;
    `broken_promises` what the ledger would refuse, in a build that only asks.
    """

    posts: int = 0
    episodes: int = 0
    pages: int = 0
    tags: int = 0
    feeds: tuple[tuple[str, str], ...] = ()
    site: str = ""
    ledger: Ledger | None = None
    redirects: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    absent: tuple[Absent, ...] = ()
    warnings: tuple[str, ...] = ()
    shows: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    broken_promises: tuple[str, ...] = ()

    @property
    def feed(self) -> str:
        """The address to hand out: the podcast's feed, else the first there is."""
        feeds = dict(self.feeds)
        return feeds.get("podcast") or next(iter(feeds.values()), "")


def read_facts(path: Path) -> Facts:
    """Read the facts of a build; a site without our plugins leaves none."""
    if not path.exists():
        return Facts()
    return parse_facts(path.read_text(encoding="utf-8"))


def parse_facts(text: str) -> Facts:
    """Return the facts that a build wrote as JSON."""
    found: dict[str, Any] = json.loads(text)
    ledger = found.get("ledger")
    return Facts(
        posts=found.get("posts", 0),
        episodes=found.get("episodes", 0),
        pages=found.get("pages", 0),
        tags=found.get("tags", 0),
        feeds=tuple((found.get("feeds") or {}).items()),
        site=found.get("site") or "",
        ledger=Ledger(path=Path(ledger["path"]), text=ledger["text"]) if ledger else None,
        redirects=tuple(sorted((found.get("redirects") or {}).items())),
        gone=tuple(found.get("gone", ())),
        absent=tuple(Absent(**item) for item in found.get("absent", ())),
        warnings=tuple(found.get("warnings", ())),
        shows=tuple((found.get("shows") or {}).items()),
        names=tuple((found.get("names") or {}).items()),
        broken_promises=tuple(found.get("broken_promises", ())),
    )
