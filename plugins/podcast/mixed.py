"""A podcast of several shows' episodes: what a show says for its own may not be said of others.

An item without persons, terms or recipients of money has those of its channel, so that the
channel of such a podcast says none, and each item those of its own show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from plugins.podcast.model import Episode, Extras, Show


def set_apart(show: Show, episodes: Sequence[Episode]) -> tuple[Show, list[Episode]]:
    """Return the show that lends a podcast its channel, and its episodes, fit for one feed."""
    if all(episode.show.key == show.key for episode in episodes):
        return show, list(episodes)
    return _silent(show), [_whole(episode) for episode in episodes]


def _silent(show: Show) -> Show:
    return replace(show, hosts=(), credits=(), extras=Extras())


def _whole(episode: Episode) -> Episode:
    """Return an episode that says itself what else its show says for it."""
    show = episode.show
    return replace(
        episode,
        show=replace(show, hosts=(), credits=()),
        extras=_inherited(episode.extras, show.extras),
    )


def _inherited(own: Extras, shows: Extras) -> Extras:
    """Return an episode's extras, with its show's where it has none."""
    found = {
        field.name: getattr(own, field.name) or getattr(shows, field.name)
        for field in fields(Extras)
        # Proofs of ownership are the channel's alone.
        if field.name != "texts"
    }
    return replace(own, **found)
