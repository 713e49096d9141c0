from __future__ import annotations

from datetime import timedelta

import pytest

from plugins.podcast.model import EpisodeType
from tests.unit.builders import make_enclosure, make_episode, make_show


@pytest.mark.parametrize(
    ("kind", "number", "label", "heading"),
    [
        (EpisodeType.FULL, 75, "#075", "The Daily Dave #075"),
        (EpisodeType.FULL, 1075, "#1075", "The Daily Dave #1075"),
        (EpisodeType.FULL, None, "", "The Daily Dave"),
        (EpisodeType.TRAILER, None, "Trailer", "The Daily Dave Trailer"),
        (EpisodeType.BONUS, 3, "Bonus", "The Daily Dave Bonus"),
    ],
)
def test_an_episode_is_called_as_a_person_calls_it(
    kind: EpisodeType, number: int | None, label: str, heading: str
) -> None:
    episode = make_episode(type=kind, number=number)

    assert (episode.label, episode.heading) == (label, heading)


@pytest.mark.parametrize(("time", "seconds"), [(0.2, 1), (65.4, 65), (65.6, 66)])
def test_a_duration_is_whole_seconds_and_never_none(time: float, seconds: int) -> None:
    assert make_enclosure(duration=timedelta(seconds=time)).seconds == seconds


def test_a_show_lives_under_its_key() -> None:
    show = make_show(key="talks")

    assert (show.path, show.feed_path) == ("/talks/", "/talks/feed.xml")
