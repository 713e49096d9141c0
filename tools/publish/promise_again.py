"""From what is served to the ledger that promised it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from plugins.identity.promises import Ledger, PagePromise, Promise, Sound
from plugins.podcast.audio.probe import probe
from plugins.podcast.remote.address import is_remote
from plugins.shared.files import is_file
from tools.publish.match import Source, match_rows, read_sources
from tools.publish.served import Row, Served, as_measured


def promise_again(served: Served, content: Path) -> tuple[Ledger, list[str]]:
    """Return the ledger of what is served, and what could not be told for sure."""
    sources = match_rows(served.rows.values(), read_sources(content, served.shows))
    formers: dict[str, list[str]] = {}
    for old, new in served.redirects.items():
        formers.setdefault(new, []).append(old)
    entries: dict[str, Promise] = {}
    notes = []
    for row in sorted(served.rows.values(), key=lambda row: row.page):
        source = sources.get(row.guid)
        promise, note = _promise(row, source, formers)
        # A promise without its source is missed by the next build, which says what to do.
        key = source.key if source else f"{row.folder}/{row.slug}"
        entries[key if key not in entries else f"{key}@{row.guid}"] = promise
        if source is None:
            notes.append(f"{row.page} ({row.guid}) is like no source; it is kept as {key}")
        notes.extend([note] if note else [])
    pages = {
        path: _page(path, page, served.moved & set(formers.get(path, ())), content)
        for path, page in served.pages.items()
    }
    return Ledger(entries=entries, pages=pages), notes


def _promise(
    row: Row, source: Source | None, formers: Mapping[str, list[str]]
) -> tuple[Promise, str]:
    sound = _known_sound(row.sound, source) if row.sound else None
    note = f"{row.sound.path}: its digest cannot be read here" if row.sound and not sound else ""
    promise = Promise(
        guid=row.guid,
        published=row.published,
        page=row.page,
        source_sha256=source.source_sha256 if source else "",
        show=row.show,
        sound=sound,
        former=tuple(sorted(formers.get(row.page, ()))),
    )
    return promise, note


def _known_sound(sound: Sound, source: Source | None) -> Sound | None:
    """Return a sound with its digest: that of the served file, or of the same one at hand."""
    if sound.sha256 or is_remote(sound.path):
        return sound
    if source is None or source.audio is None:
        return None
    try:
        measured = probe(source.audio)
    except ValueError:
        return None
    if f"-{measured.sha256[:8]}." not in sound.path or measured.length_bytes != sound.bytes:
        return None
    return as_measured(sound, measured)


def _page(path: str, page: PagePromise, moved: Collection[str], content: Path) -> PagePromise:
    name = path.strip("/")
    source = page.source or (name if is_file(content / f"{name}.md") else "")
    return replace(page, source=source, former=tuple(sorted(moved)))
