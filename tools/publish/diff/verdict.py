"""What a whole publish changes for listeners, and what of it lacks its author's word."""

from __future__ import annotations

from dataclasses import dataclass

from tools.publish.diff.compare import Changed
from tools.publish.diff.kinds import Change
from tools.publish.feeds.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Something that changes, and whether its author named it in `ACCEPT`."""

    changes: tuple[Change, ...]
    is_accepted: bool

    @property
    def harms(self) -> tuple[str, ...]:
        """What nobody wanted of the thing itself; empty if it harms nobody."""
        found = (change.kind.harm for change in self.changes if change.kind.harm)
        return () if self.is_accepted else tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeDiff(Judged):
    """An episode that changes; `name` is what `ACCEPT` calls it."""

    row: Row
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDiff(Judged):
    """A show: its episodes that change, newest first, and what changes in the show itself.

    `first` is the number of its episodes if it was never published here, else None.
    """

    key: str
    title: str
    path: str
    first: int | None
    episodes: tuple[EpisodeDiff, ...]

    @property
    def is_changed(self) -> bool:
        return self.first is not None or bool(self.episodes or self.changes)

    @property
    def is_dangerous(self) -> bool:
        return bool(self.harms) or any(episode.harms for episode in self.episodes)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDiff(Judged):
    """The podcast of a tag, a season, a series or a person, as its own subscribers meet it.

    `name` is the path of its page, by which `ACCEPT` calls it; `first` as of a show. What harms
    an episode is told of its show; here only the feed itself can be harmed.
    """

    name: str
    first: int | None
    episodes: tuple[Changed, ...]

    @property
    def is_changed(self) -> bool:
        return self.first is not None or bool(self.episodes or self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDiff:
    """All shows, the other podcasts that change, and the promises of the ledger that break."""

    shows: tuple[ShowDiff, ...] = ()
    parts: tuple[PartDiff, ...] = ()
    broken_promises: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        return bool(self.parts) or any(show.is_changed for show in self.shows)

    @property
    def is_dangerous(self) -> bool:
        harmed = (*(show.is_dangerous for show in self.shows), *(part.harms for part in self.parts))
        return bool(self.broken_promises) or any(harmed)

    @property
    def to_accept(self) -> tuple[str, ...]:
        """The names to give to `ACCEPT` for what changes in the feeds."""
        names = [show.key for show in self.shows if show.harms]
        for show in self.shows:
            names += [episode.name for episode in show.episodes if episode.harms]
        names += [part.name for part in self.parts if part.harms]
        return tuple(dict.fromkeys(names))
