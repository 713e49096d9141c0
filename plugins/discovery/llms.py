"""llms.txt: where to read the site's words without its pages, for language models (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.discovery.head import Feed
from plugins.discovery.markdown_text import escape_text, link
from plugins.discovery.twins import twin_path
from plugins.discovery.wording import count_entries
from plugins.entries.collections import Collection
from plugins.entries.model import Entry, Kind, newest_first
from plugins.shared.site import Site

LIMIT = 200


def render_llms(
    site: Site,
    *,
    entries: tuple[Entry, ...],
    collections: tuple[Collection, ...],
    feeds: Iterable[Feed],
    limit: int = LIMIT,
) -> str:
    """Return the file's text: what is listed, newest first, at most `limit` lines in a section."""
    posts, episodes, pages = (_of_kind(entries, kind) for kind in (*_DATED, Kind.PAGE))
    series = sorted((c for c in collections if c.kind == "series"), key=lambda c: c.title)
    tags = sorted((c for c in collections if c.kind == "tag"), key=_most_used)
    sections = (
        ("Posts", [_entry(entry, site) for entry in posts], "/archive/"),
        ("Episodes", [_entry(entry, site) for entry in episodes], "/archive/"),
        ("Series", [_collection(item, site) for item in series], "/series/"),
        ("Tags", [_collection(item, site) for item in tags], "/tags/"),
        ("Pages", [_entry(entry, site) for entry in pages], ""),
        ("Feeds", [f"- {link(feed.title, site.absolute(feed.path))}" for feed in feeds], ""),
    )
    parts = [f"# {escape_text(site.name)}", f"> {escape_text(site.tagline)}" * bool(site.tagline)]
    for title, lines, index in sections:
        parts += _section(title, lines, site.absolute(index) if index else "", limit)
    return "\n\n".join(part for part in parts if part) + "\n"


_DATED = (Kind.POST, Kind.EPISODE)


def _of_kind(entries: tuple[Entry, ...], kind: Kind) -> tuple[Entry, ...]:
    return newest_first(
        tuple(e for e in entries if e.kind is kind and e.is_listed and twin_path(e.path))
    )


def _most_used(collection: Collection) -> tuple[int, str]:
    return -len(collection.entries), collection.title


def _section(title: str, lines: list[str], index: str, limit: int) -> Iterator[str]:
    if not lines:
        return
    shown = lines[:limit]
    if index and len(lines) > limit:
        shown.append(f"- {link(f'All {len(lines)}', index)}")
    yield f"## {title}"
    yield "\n".join(shown)


def _entry(entry: Entry, site: Site) -> str:
    title = f"{entry.episode.heading}: {entry.title}" if entry.episode else entry.title
    return _line(title, site.absolute(twin_path(entry.path)), entry.summary)


def _collection(collection: Collection, site: Site) -> str:
    words = (count_entries(collection), collection.summary)
    return _line(
        collection.title, site.absolute(collection.path), ". ".join(word for word in words if word)
    )


def _line(title: str, address: str, note: str) -> str:
    return f"- {link(title, address)}" + (f": {escape_text(note)}" if note else "")
