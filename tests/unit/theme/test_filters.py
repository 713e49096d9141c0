from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from plugins.theme.filters import filters, page_path, seconds, size
from tests.unit.builders import make_site


@pytest.mark.parametrize(
    ("length_bytes", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (412_345, "412 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (12_345_678, "12.3 MB"),
    ],
)
def test_a_size_is_told_in_decimal_units(length_bytes: int, words: str) -> None:
    assert size(length_bytes) == words


@pytest.mark.parametrize(
    ("time", "whole"),
    [
        (timedelta(0), 0),
        (timedelta(seconds=65.9), 65),
        (timedelta(hours=25, milliseconds=999), 90_000),
    ],
)
def test_a_player_starts_at_a_whole_second_never_too_late(time: timedelta, whole: int) -> None:
    assert seconds(time) == whole


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("index.html", "/"),
        ("404.html", "/404.html"),
        ("blog/x/index.html", "/blog/x/"),
        ("blog/index.html.html", "/blog/index.html.html"),
        ("blog/feed.xml", "/blog/feed.xml"),
    ],
)
def test_a_file_is_met_at_its_path(file: str, path: str) -> None:
    assert page_path(file) == path


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("link", "/blog/", "/sub/blog/"),
        ("absolute", "/blog/", "https://example.org/sub/blog/"),
        ("media", "/media/x.mp3", "https://cdn.example/media/x.mp3"),
        ("page_path", "blog/index.html", "/blog/"),
        ("duration", timedelta(seconds=65), "1:05"),
        ("spoken_duration", timedelta(seconds=65), "1 min 5 s"),
        ("isoduration", timedelta(seconds=65), "PT1M5S"),
        ("seconds", timedelta(seconds=65), 65),
        ("size", 900, "900 bytes"),
        ("day", date(2026, 3, 12), "12 March 2026"),
        ("iso", datetime(2026, 3, 12, 7, 30, 1, 5, tzinfo=UTC), "2026-03-12T07:30:01+00:00"),
    ],
)
def test_a_template_has_a_filter_for_every_kind_of_value(
    name: str, value: Any, words: object
) -> None:
    site = make_site(address="https://example.org/sub", media_address="https://cdn.example")

    assert filters(site)[name](value) == words
