"""A whole site held against its ledger: who every entry is, from now on and before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from plugins.entries.model import Entry, Kind
from plugins.frontmatter.document import Document
from plugins.podcast.assemble import Recording
from plugins.podcast.ledger import (
    Candidate,
    LedgerError,
    Promise,
    Sound,
    dump_ledger,
    fallback_guid,
    parse_ledger,
    reconcile,
)
from plugins.podcast.show_settings import ShowSettings
from plugins.shared.dates import iso_utc
from plugins.shared.files import sha256_of
from plugins.shared.media import media_path
from plugins.shared.problems import Severity, split_sentence
from plugins.shared.run import Run


class Content(Protocol):
    """What of an article is needed here."""

    entry: Entry
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The ledger's text after this build, the redirects, and what was promised of each source."""

    text: str
    redirects: dict[str, str]
    promises: dict[str, Promise]

    def guid(self, source: str) -> str:
        promise = self.promises.get(source)
        return promise.guid if promise else ""

    def sound_path(self, source: str) -> str:
        promise = self.promises.get(source)
        return promise.sound.path if promise and promise.sound else ""


def key_of(path: Path, content: Path) -> str:
    """Return a source's key in the ledger: its path in `content/` without ending."""
    return path.relative_to(content).with_suffix("").as_posix()


def identify(
    contents: list[Content],
    recordings: Mapping[str, Recording],
    shows: tuple[ShowSettings, ...],
    run: Run,
    *,
    site_guid: str,
    ledger_text: str,
    ledger_name: str,
    accepted: frozenset[str],
) -> Identity:
    """Settle the identity of every post and episode; in a preview or a diff nothing is refused."""
    ledger = _parsed(ledger_text, ledger_name, run)
    dated = [content for content in contents if content.entry.kind is not Kind.PAGE]
    candidates = {
        content.entry.source: _candidate(content, recordings, shows, run, site_guid)
        for content in dated
    }
    kept = frozenset(key_of(path, run.content) for path in run.scheduled | run.failed)
    folder = run.where(run.content)
    outcome = reconcile(candidates.values(), ledger, accepted=accepted, kept=kept, folder=folder)
    for problem in outcome.problems:
        severity = Severity.WARNING if run.is_preview else Severity.ERROR
        found = run.broken_promises if run.is_diff else run.problems
        found.add(replace(problem, severity=severity))
    return Identity(
        text=dump_ledger(outcome.promises),
        redirects=outcome.redirects,
        promises={source: outcome.promises[item.key] for source, item in candidates.items()},
    )


def _parsed(text: str, name: str, run: Run) -> dict[str, Promise]:
    try:
        return parse_ledger(text) if text else {}
    except LedgerError as error:
        what, todo = split_sentence(error)
        run.problems.error(name, what, todo)
        return {}


def _candidate(
    content: Content,
    recordings: Mapping[str, Recording],
    shows: tuple[ShowSettings, ...],
    run: Run,
    site_guid: str,
) -> Candidate:
    entry, document = content.entry, content.document
    recording = recordings.get(entry.source)
    show_key = getattr(content, "show_key", "")
    namespace = next((show.guid for show in shows if show.key == show_key), site_guid)
    return Candidate(
        key=key_of(document.path, run.content),
        name=document.path.stem,
        where=document.where,
        guid=document.text("guid"),
        fallback_guid=fallback_guid(namespace, _name_below(document.path, run.content)),
        published=iso_utc(entry.date),
        page=entry.path,
        source_sha256=sha256_of(document.path),
        sound=_sound(recording) if recording else None,
    )


def _name_below(path: Path, content: Path) -> str:
    """Return a source's stem, with the folders between it and its own if there are any."""
    return key_of(path, content).partition("/")[2]


def _sound(recording: Recording) -> Sound:
    measured, audio = recording.measured, recording.audio
    path = audio
    if isinstance(audio, Path):
        path = media_path(audio.stem, measured.sha256, audio.suffix)
    return Sound(
        path=str(path),
        bytes=measured.length_bytes,
        type=measured.type,
        sha256=measured.sha256,
        duration=measured.duration.total_seconds(),
    )
