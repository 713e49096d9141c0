"""The pages of a site that are no entries, as they are held against the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from plugins.entries.collections import Collection
from plugins.entries.model import Kind
from plugins.frontmatter.document import Document
from plugins.identity.pages import PageCandidate
from plugins.identity.site import Content, key_of
from plugins.podcast.model import Show
from plugins.shared.addresses import alias_path
from plugins.shared.files import sha256_of
from plugins.shared.run import Run

# Servers and hosts look for this very name.
_FIXED = "/404.html"


def find_pages(contents: Iterable[Content], run: Run) -> Iterator[PageCandidate]:
    """Yield what the author wrote as pages."""
    for content in contents:
        entry, document = content.entry, content.document
        if entry.kind is Kind.PAGE and entry.path != _FIXED:
            yield PageCandidate(
                path=entry.path,
                name=entry.slug,
                where=document.where,
                source=key_of(document.path, run.content),
                source_sha256=sha256_of(document.path),
                aliases=alias_paths(document),
            )


def alias_paths(document: Document) -> tuple[str, ...]:
    """Return the old addresses that a source names; what leads away is told elsewhere."""
    return tuple(filter(None, map(alias_path, document.names("aliases"))))


def find_shows(shows: Iterable[Show]) -> Iterator[PageCandidate]:
    """Yield the shows, which are what their guids say, wherever they are."""
    for show in shows:
        yield PageCandidate(
            path=show.path, name=show.key, where="pelicanconf.py", source=show.guid, guid=show.guid
        )


def find_collections(
    collections: Iterable[Collection], files: Mapping[str, Path], shows: Sequence[Show], run: Run
) -> Iterator[PageCandidate]:
    """Yield tags, series, people and seasons; `files` introduce them, by the path of the page."""
    homes = {show.path: show.guid for show in shows}
    for collection in collections:
        file = files.get(collection.path)
        if collection.kind == "season":
            home = homes.get(collection.path.partition("season/")[0], "")
            source = f"{home}/season/{collection.slug}"
        else:
            source = key_of(file, run.content) if file else ""
        # Without a `Slug:` its address was the name of its file.
        named = (f"/{key_of(file, run.content)}/",) if file else ()
        yield PageCandidate(
            path=collection.path,
            name=collection.slug,
            where=collection.source,
            source=source,
            source_sha256=sha256_of(file) if file else "",
            aliases=(*collection.aliases, *named),
            namespace=_namespace(collection, shows),
        )


def _namespace(collection: Collection, shows: Sequence[Show]) -> str:
    """Return the guid that a collection's podcast feed has its own from, if it has episodes.

    The newest episode decides nothing: its show may be another one tomorrow.
    """
    guids = [entry.episode.show.guid for entry in collection.episodes if entry.episode]
    if not guids:
        return ""
    return guids[0] if collection.kind == "season" else shows[0].guid
