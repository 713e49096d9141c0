"""What the world was promised: of each entry who it is, of each other page where it is.

Paths only, never hosts. The ledger is all promises together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """The enclosure that was promised; `duration` in seconds, `bitrate` in bit/s.

    On another host `path` is its URL, and the digest is not known.
    """

    path: str
    bytes: int
    type: str
    sha256: str
    duration: float
    bitrate: int = 0
    codecs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What was promised of one entry. `guid` is a post's id in its feeds, too.

    `published` is an instant in UTC; `source_sha256` is that of the Markdown file; `show` is the
    guid of an episode's show; `others` are its sound in other formats; `former` are page paths,
    and `former_guids` guids, that it had before; `is_gone` keeps the guid from being used again.
    """

    guid: str
    published: str
    page: str
    source_sha256: str
    show: str = ""
    sound: Sound | None = None
    others: tuple[Sound, ...] = ()
    former: tuple[str, ...] = ()
    former_guids: tuple[str, ...] = ()
    is_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePromise:
    """What was promised of a page that is no entry: a tag, series, person, season, show, page.

    `source` is what it is made from, a file or else its name; `guid` is that of its podcast feed.
    """

    source: str = ""
    source_sha256: str = ""
    guid: str = ""
    former: tuple[str, ...] = ()
    is_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All promises: of entries by their source, of other pages by their path."""

    entries: Mapping[str, Promise] = field(default_factory=dict)
    pages: Mapping[str, PagePromise] = field(default_factory=dict)

    def published_audio(self) -> frozenset[str]:
        """Return the digests of the recordings that the world has got already."""
        entries = (promise for promise in self.entries.values() if promise.sound)
        sounds = (sound for one in entries for sound in (one.sound, *one.others))
        return frozenset(sound.sha256 for sound in sounds if sound and sound.sha256)

    def find_entry(
        self, key: str, guid: str, source_sha256: str, here: Collection[str]
    ) -> Promise | None:
        """Return the promise of a source whose sound is not at hand to know it by.

        One that was renamed is known by its text; `here` are the keys of all sources that exist.
        """
        live = {name: promise for name, promise in self.entries.items() if not promise.is_gone}
        if guid:
            return next((promise for promise in live.values() if promise.guid == guid), None)
        if key in live:
            return live[key]
        left = (live[name] for name in sorted(live.keys() - set(here)))
        return next((one for one in left if one.source_sha256 == source_sha256), None)


def fallback_guid(namespace: str, name: str) -> str:
    """Return the guid of what has none of its own: UUIDv5 of its show's guid and its name.

    An entry's name is its source's stem, a part's the path of its page.

    >>> fallback_guid("4742f4c2-f9ef-519e-9f1f-105bbb16369c", "075-unwanted-callers")
    '774e8ac0-a96b-533f-8584-d4233eb2e562'
    """
    return str(uuid5(UUID(namespace), name))
