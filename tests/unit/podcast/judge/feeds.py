"""The feeds of the corpus: one without a fault, and changes that put one fault into it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from plugins.podcast.judge.judging import judge

CORPUS = Path(__file__).parents[3] / "corpus" / "feeds"
BASE = (CORPUS / "base.xml").read_text(encoding="utf-8")
URL = "https://show.example.org/podcast/feed.xml"
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Case:
    """A mistake, the rule that it breaks, how it is made, and all that is told of it."""

    mistake: str
    rule: str
    changes: tuple[tuple[str, str], ...]
    told: tuple[str, ...]

    def feed(self) -> bytes:
        text = BASE
        for old, new in self.changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        return text.encode()


def read_cases() -> dict[str, Case]:
    """Return all cases of the corpus by rule and mistake."""
    found: dict[str, Case] = {}
    for path in sorted(CORPUS.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            changes = tuple((old, new) for old, new in row["changes"])
            name = f"{row['rule']}: {row['mistake']}"
            assert name not in found, name
            found[name] = Case(row["mistake"], row["rule"], changes, tuple(row["told"]))
    return found


def told_of(raw: bytes, url: str = URL) -> list[str]:
    """Return what the judge says of a feed, a line each."""
    problems = [finding.problem("feed.xml") for finding in judge(raw, url=url, now=NOW)]
    return [f"{p.line}: {p.severity} {p.rule}: {p.what} {p.todo}" for p in problems]
