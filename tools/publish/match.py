"""What is served, brought together with its sources: by facts, one to one, never guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from pathlib import Path

from plugins.frontmatter.document import Document, read_document
from plugins.frontmatter.keys import Folder
from plugins.identity.promises import fallback_guid
from plugins.identity.site import key_of
from plugins.podcast.audio.probe import MAIN_ENDINGS
from plugins.podcast.recording.found import sounds_beside
from plugins.shared.files import is_file, sha256_of
from tools.publish.served import Row
from tools.shared.paths import show

_ENDINGS = {".md", ".markdown", ".mkd", ".mdown"}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of the content and all that one may know it by; `audio` is the recording beside it."""

    key: str
    document: Document
    source_sha256: str
    audio: Path | None
    shows: tuple[str, ...]

    @property
    def folder(self) -> str:
        return self.document.folder.value

    def guids(self) -> Iterable[str]:
        """Return the guid that its author gave, or those that the shows would have made."""
        given = self.document.text("guid")
        name = self.key.partition("/")[2]
        return [given] if given else [fallback_guid(show, name) for show in self.shows]

    def pages(self) -> Iterable[str]:
        language = self.document.text("lang").lower()
        return [f"{self.folder}:{language}:{self.document.slug}"]

    def sounds(self) -> Iterable[str]:
        return [sha256_of(self.audio)[:8]] if self.audio else []

    def titles(self) -> Iterable[str]:
        """Return the title with the day, and its neighbours: the time zone is not known here."""
        when = self.document.date
        if when is None:
            return []
        return [_titled(self.document.title, when.date() + days * _DAY) for days in (-1, 0, 1)]


def read_sources(content: Path, shows: Iterable[str]) -> list[Source]:
    """Read all posts and episodes, whatever is wrong with them."""
    found = []
    for folder in (Folder.POSTS, Folder.EPISODES):
        for path in sorted((content / folder.value).rglob("*")):
            if path.suffix in _ENDINGS and is_file(path) and not path.name.startswith("."):
                document = read_document(path, folder, show(path), zone=UTC)
                found.append(Source(
                    key=key_of(path, content), document=document, source_sha256=sha256_of(path),
                    audio=_audio(path), shows=tuple(sorted(shows)),
                ))  # fmt: skip
    return found


def _audio(path: Path) -> Path | None:
    return next(sounds_beside(path, MAIN_ENDINGS), None)


def match_rows(rows: Iterable[Row], sources: Iterable[Source]) -> dict[str, Source]:
    """Return the source of each row by its guid, where exactly one has exactly one."""
    left, free = {row.guid: row for row in rows}, {source.key: source for source in sources}
    found: dict[str, Source] = {}
    for of_row, of_source in _FEATURES:
        counts = Counter(of_row(row) for row in left.values())
        owners: dict[str, list[Source]] = {}
        for source in free.values():
            for feature in set(of_source(source)):
                owners.setdefault(feature, []).append(source)
        for row in list(left.values()):
            feature = of_row(row)
            candidates = owners.get(feature, ())
            if feature and counts[feature] == 1 and len(candidates) == 1:
                (source,) = candidates
                if source.key in free:
                    found[row.guid] = free.pop(source.key)
                    del left[row.guid]
    return found


def _page_of(row: Row) -> str:
    # An address of three parts begins with its language.
    parts = row.page.strip("/").split("/")
    language = parts[0] if len(parts) == 3 else ""  # noqa: PLR2004
    return f"{row.folder}:{language}:{row.slug}"


def _sound_of(row: Row) -> str:
    stem = Path(row.sound.path).stem if row.sound else ""
    return row.sound.sha256[:8] if row.sound and row.sound.sha256 else stem[-8:]


def _titled(title: str, day: date) -> str:
    return f"{day}: {title.casefold()}"


_FEATURES: tuple[tuple[Callable[[Row], str], Callable[[Source], Iterable[str]]], ...] = (
    (lambda row: row.guid, Source.guids),
    (_page_of, Source.pages),
    (_sound_of, Source.sounds),
    (lambda row: _titled(row.title, date.fromisoformat(row.published[:10])), Source.titles),
)
