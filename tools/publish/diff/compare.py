"""What changes between two feeds of a show, episode by episode. Pure: rows in, changes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from tools.publish.diff import kinds
from tools.publish.diff.hosts import Hosts, find_hosts, sound_of
from tools.publish.diff.kinds import Change, Kind
from tools.publish.diff.pairs import Pair, pair_rows
from tools.publish.feeds.rows import Channel, Feed, Row

_OTHER = "other "


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One episode and what changes in it; `row` is the new one, or the old one if it is gone."""

    row: Row
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changes in a show: its episodes, newest first, and the show itself."""

    episodes: tuple[Changed, ...]
    show: tuple[Change, ...]


def compare_feeds(old: Feed | None, new: Feed | None) -> Comparison:
    """Compare what is served with a candidate; either may be missing."""
    feeds = [feed for feed in (old, new) if feed]
    hosts = find_hosts(feeds)
    found = [_changed(pair, hosts) for pair in pair_rows(old, new)]
    first = {row.guid: row for row in new.rows} if new else {}
    for row in new.doubles if new else ():
        double = Change(kind=kinds.DOUBLE, now=first[row.guid].heading)
        found.append(Changed(row=row, changes=(double,)))
    return Comparison(
        episodes=tuple(sorted((item for item in found if item.changes), key=_newest_first)),
        show=tuple(_show_changes(old, new, hosts)) if old and new else (),
    )


def _changed(pair: Pair, hosts: Hosts) -> Changed:
    if pair.old is None:
        assert pair.new  # noqa: S101  (a pair has one side at least)
        return Changed(row=pair.new, changes=(Change(kind=kinds.NEW),))
    if pair.new is None:
        return Changed(row=pair.old, changes=(Change(kind=kinds.GONE),))
    found = list(_row_changes(pair.old, pair.new, hosts))
    order = kinds.EPISODE_KINDS.index
    return Changed(row=pair.new, changes=tuple(sorted(found, key=lambda c: order(c.kind))))


def _row_changes(old: Row, new: Row, hosts: Hosts) -> Iterator[Change]:
    if old == new:
        return
    if old.guid != new.guid:
        yield Change(kind=kinds.IDENTIFIED, was=old.guid, now=new.guid)
    if old.published != new.published:
        yield Change(kind=kinds.DATED, was=dump_date(old), now=dump_date(new))
    if sound_of(old) != sound_of(new):
        yield Change(kind=kinds.AGAIN, was=old.url, now=new.url)
    elif old.url != new.url:
        yield Change(kind=kinds.HOST, was=old.url, now=new.url)
    if old.type != new.type:
        yield Change(kind=kinds.TYPE, was=old.type, now=new.type)
    if _titles(old) != _titles(new):
        yield Change(kind=kinds.TITLED, was=old.title, now=new.title)
    if hosts.strip(old.link) != hosts.strip(new.link):
        yield Change(kind=kinds.PAGE, was=old.link, now=new.link)
    yield from _moves(old, new)
    yield from _facet_changes(_said(old, hosts), _said(new, hosts), kinds.EPISODE_FACETS)


def _titles(said: Row | Channel) -> tuple[str, str]:
    """Return the title with all that is said of it, since Apple has an element of its own."""
    return said.title, said.facets.get("title", "")


def _moves(old: Row, new: Row) -> Iterator[Change]:
    if old.page != new.page:
        kind = kinds.ARCHIVED if new.page else kinds.FETCHED
        yield Change(kind=kind, was=str(old.page), now=str(new.page))


def _said(row: Row, hosts: Hosts) -> dict[str, str]:
    """Return a row's facets without hosts, and without the address of its own page."""
    page = hosts.strip(row.link)
    said = {facet: hosts.strip(text) for facet, text in row.facets.items()}
    if page and "notes" in said:
        said["notes"] = said["notes"].replace(page, "…")
    return said


def _facet_changes(
    old: Mapping[str, str], new: Mapping[str, str], table: Mapping[str, Kind]
) -> Iterator[Change]:
    names = {*old, *new}
    changed = sorted(name for name in names if old.get(name) != new.get(name))
    yield from (Change(kind=kind) for facet, kind in table.items() if facet in changed)
    others = [name.removeprefix(_OTHER) for name in changed if name.startswith(_OTHER)]
    if others:
        yield Change(kind=kinds.OTHER, now=", ".join(others))


def _show_changes(old: Feed, new: Feed, hosts: Hosts) -> Iterator[Change]:
    was, now = old.channel, new.channel
    if was.guid != now.guid:
        yield Change(kind=kinds.SHOW_GUID, was=was.guid, now=now.guid)
    if old.path != new.path:
        yield Change(kind=kinds.FEED_MOVED, was=f"/{old.path}", now=f"/{new.path}")
    elif was.feed_url != now.feed_url:
        yield Change(kind=kinds.ADDRESS, was=was.feed_url, now=now.feed_url)
    if _titles(was) != _titles(now):
        yield Change(kind=kinds.RENAMED, was=was.title, now=now.title)
    yield from _facet_changes(_shown(was, hosts), _shown(now, hosts), kinds.SHOW_FACETS)


def _shown(channel: Channel, hosts: Hosts) -> dict[str, str]:
    """Return a channel's facets without hosts; its title and page stand in its picture again."""
    shown = {facet: hosts.strip(text) for facet, text in channel.facets.items()}
    if "art" in shown:
        page = shown.get("link", "").removeprefix("<link>")
        for told in filter(None, (channel.title, page)):
            shown["art"] = shown["art"].replace(f">{told}", ">…")
    return shown


def dump_date(row: Row) -> str:
    """Return a date for people and programs alike: `2026-01-02T07:00:00Z`."""
    if isinstance(row.published, str):
        return row.published or "none"
    return row.published.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _newest_first(item: Changed) -> tuple[float, str]:
    published = item.row.published
    return (-published.timestamp() if isinstance(published, datetime) else 0.0), item.row.guid
