"""A published episode whose recording is not on this machine: what was promised stands for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from plugins.frontmatter.document import Document
from plugins.frontmatter.named import named_file
from plugins.identity.promises import Ledger, Promise, Sound
from plugins.identity.site import key_of
from plugins.podcast.audio.probe import MAIN_ENDINGS
from plugins.podcast.recording.found import sounds_beside
from plugins.podcast.remote.address import is_remote
from plugins.shared.files import is_file, is_inside, sha256_of
from plugins.shared.run import Run

# What Git LFS leaves in place of a large file: github.com/git-lfs/git-lfs, docs/spec.md.
_POINTER_BEGINS = b"version https://git-lfs.github.com/spec/"
_POINTED_AT = re.compile(rb"^oid sha256:([0-9a-f]{64})$", re.MULTILINE)
_LONGEST_POINTER = 1024


def find_away(document: Document, run: Run, ledger: Ledger) -> tuple[Sound, ...]:
    """Return what was promised of an episode's sound, if that is not at hand; it is told.

    The main recording stands first, then the same in other formats.
    """
    if is_remote(document.text("audio")):
        return ()
    digests = {_pointed_at(path) for path in _files(document, run)}
    if "" in digests:
        return ()
    promise = _promised(document, run, ledger)
    sound = promise.sound if promise else None
    if promise is None or sound is None or is_remote(sound.path) or digests - {sound.sha256}:
        return ()
    run.problems.warning(
        document.where,
        "its audio is not on this machine; the ledger says what was published.",
        "Nothing is to be done, unless you want to publish other audio.",
        rule="identity-away",
    )
    return sound, *promise.others


def _files(document: Document, run: Run) -> Iterable[Path]:
    given = document.text("audio")
    if given:
        file = named_file(given, document, run.content)
        # What leads out of the content is told, not read.
        return filter(is_file, [file if is_inside(file, run.content) else document.path])
    return sounds_beside(document.path, MAIN_ENDINGS)


def _pointed_at(path: Path) -> str:
    """Return the digest of the file that Git left on its server, or nothing for a file itself."""
    try:
        if path.stat().st_size > _LONGEST_POINTER:
            return ""
        content = path.read_bytes()
    except OSError:
        return ""
    match = _POINTED_AT.search(content) if content.startswith(_POINTER_BEGINS) else None
    return match[1].decode() if match else ""


def _promised(document: Document, run: Run, ledger: Ledger) -> Promise | None:
    here = {key_of(path, run.content) for path in (run.content / "episodes").rglob("*.*")}
    key, digest = key_of(document.path, run.content), sha256_of(document.path)
    return ledger.find_entry(key, document.text("guid"), digest, here)
