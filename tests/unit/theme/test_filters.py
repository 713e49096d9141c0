from __future__ import annotations

from datetime import timedelta

import pytest

from plugins.theme.filters import filters, page_path, seconds, size
from tests.unit.builders import DATE, make_site


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (999_499, "999 kB"),
        (999_999, "1.0 MB"),
        (12_345_678, "12.3 MB"),
    ],
)
def test_a_size_is_said_in_decimal_units(length: int, expected: str) -> None:
    assert size(length) == expected


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("index.html", "/"),
        ("blog/x/index.html", "/blog/x/"),
        ("blog/myindex.html", "/blog/myindex.html"),
        ("404.html", "/404.html"),
        ("blog/feed.xml", "/blog/feed.xml"),
    ],
)
def test_a_page_is_known_by_the_path_that_readers_see(file: str, path: str) -> None:
    assert page_path(file) == path


def test_a_moment_is_never_later_than_it_was() -> None:
    assert seconds(timedelta(seconds=65.9)) == 65


def test_templates_get_links_of_the_site_and_times_in_iso() -> None:
    found = filters(make_site(address="https://example.org/sub"))

    assert found["link"]("/x/") == "/sub/x/"
    assert found["absolute"]("/x/") == "https://example.org/sub/x/"
    assert found["iso"](DATE) == "2026-03-12T07:30:00+00:00"
