"""The entries of a whole site held against its ledger: who every one is, from now on and before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol
from unicodedata import normalize

from plugins.entries.model import Entry, Kind
from plugins.frontmatter.document import Document
from plugins.identity.promises import Ledger, Promise, Sound, fallback_guid
from plugins.identity.recognise import Candidate
from plugins.identity.reconcile import Outcome, reconcile
from plugins.identity.text import RESTORE, LedgerError, parse_ledger
from plugins.shared.dates import iso_utc
from plugins.shared.files import sha256_of
from plugins.shared.problems import Problem, Severity, split_sentence
from plugins.shared.run import Run


class Content(Protocol):
    """What of an article is needed here."""

    entry: Entry
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What was settled of the entries, and the promise of each by its source.

    A build is whole if no entry is left out: what is faulty or scheduled may be all that a page
    is missing.
    """

    outcome: Outcome
    is_whole: bool = True
    promises: Mapping[str, Promise] = field(default_factory=dict)

    def guid(self, source: str) -> str:
        promise = self.promises.get(source)
        return promise.guid if promise else ""

    def sound_paths(self, source: str) -> dict[str, str]:
        """Return the promised path of each recording by its digest."""
        promise = self.promises.get(source)
        if promise is None or promise.sound is None:
            return {}
        return {
            sound.sha256: sound.path for sound in (promise.sound, *promise.others) if sound.sha256
        }


def key_of(path: Path, content: Path) -> str:
    """Return a source's key in the ledger: its path in `content/` without ending.

    A Mac may spell a name with combining marks that is one letter elsewhere: the key is the same.
    """
    return normalize("NFC", path.relative_to(content).with_suffix("").as_posix())


def read_ledger(path: Path, run: Run) -> Ledger:
    """Read the ledger's file; what cannot be read is told, and promises nothing."""
    if not path.is_file():
        return Ledger()
    try:
        return parse_ledger(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        error = LedgerError(f"it is not UTF-8. {RESTORE}")
    except OSError as found:
        error = LedgerError(f"it cannot be read ({found.strerror}). Look at its permissions.")
    except LedgerError as found:
        error = found
    what, todo = split_sentence(error)
    run.problems.error(run.where(path), what, todo, rule="identity-ledger")
    return Ledger()


def kept_keys(run: Run) -> frozenset[str]:
    """Return the keys of sources that exist but are not part of this build."""
    return frozenset(key_of(path, run.content) for path in run.scheduled | run.failed)


def tell(problems: Iterable[Problem], run: Run) -> None:
    """Tell what is wrong; in a preview or a diff nothing is refused."""
    for problem in problems:
        severity = Severity.WARNING if run.is_preview else problem.severity
        is_promise = run.is_diff and severity is Severity.ERROR
        found = run.broken_promises if is_promise else run.problems
        found.add(replace(problem, severity=severity))


def identify(
    contents: Iterable[Content],
    sounds: Mapping[str, Sequence[Sound]],
    namespaces: Mapping[str, str],
    run: Run,
    ledger: Ledger,
    *,
    accepted: frozenset[str] = frozenset(),
) -> Identity:
    """Settle the identity of every post and episode.

    `sounds` are those of each episode by source, the main one first; `namespaces` the guids of the
    shows by key, that of the site under an empty one.
    """
    candidates = {
        content.entry.source: _candidate(content, sounds, namespaces, run)
        for content in contents
        if content.entry.kind is not Kind.PAGE
    }
    kept = kept_keys(run)
    is_whole = not run.problems.errors and not kept & ledger.entries.keys()
    outcome = reconcile(
        candidates.values(),
        ledger.entries,
        accepted=accepted,
        kept=kept,
        drafts=frozenset(key_of(path, run.content) for path in run.unpublished) - kept,
        folder=run.where(run.content),
    )
    tell(outcome.problems, run)
    promises = {source: outcome.promises[item.key] for source, item in candidates.items()}
    return Identity(outcome=outcome, is_whole=is_whole, promises=promises)


def _candidate(
    content: Content, sounds: Mapping[str, Sequence[Sound]], namespaces: Mapping[str, str], run: Run
) -> Candidate:
    entry, document = content.entry, content.document
    key = key_of(document.path, run.content)
    sound, *others = sounds.get(entry.source) or (None,)
    show = namespaces.get(getattr(content, "show_key", ""), "")
    namespace = show or namespaces[""]
    return Candidate(
        key=key,
        name=key.rpartition("/")[2],
        where=document.where,
        guid=document.text("guid"),
        # The stem, with the folders between it and its own if there are any.
        fallback_guid=fallback_guid(namespace, key.partition("/")[2]),
        published=iso_utc(entry.date),
        page=entry.path,
        source_sha256=sha256_of(document.path),
        show=show if entry.kind is Kind.EPISODE else "",
        sound=sound,
        others=tuple(others),
    )
