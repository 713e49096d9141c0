"""A part of a show with a feed of its own: a tag, a series, a season, a person."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.entries.collections import Collection
from plugins.podcast.art.parts import part_cover
from plugins.podcast.feed import Part
from plugins.podcast.mixed import set_apart
from plugins.podcast.model import Episode, Show
from plugins.shared.run import Run


def make_part(
    collection: Collection, shows: Iterable[Show], guid: str, run: Run
) -> tuple[Show, list[Episode], Part]:
    """Return the show that lends a part's feed its channel, its episodes, and the part."""
    episodes = [entry.episode for entry in collection.episodes if entry.episode]
    # The newest episode decides nothing: its show may be another one tomorrow.
    keys = {episode.show.key for episode in episodes}
    show = next(item for item in shows if item.key in keys)
    part = Part(
        title=collection.title,
        description=collection.summary,
        path=collection.path,
        feed_path=collection.podcast_path,
        image=part_cover(collection.image, show, collection.title, run),
        is_open=collection.is_open,
        guid=guid,
    )
    channel, items = set_apart(show, episodes)
    return channel, items, part
