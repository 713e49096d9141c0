from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from plugins.entries.model import Visibility, newest_first
from tests.unit.builders import DATE, make_entry, make_numbered


@given(st.permutations([make_entry(path="/b/"), make_entry(path="/a/"), make_numbered(1)]))
def test_the_newest_is_first_and_the_path_decides_between_equals(entries: list[object]) -> None:
    found = newest_first(tuple(entries))  # type: ignore[arg-type]  # permutations of entries

    assert [entry.path for entry in found] == ["/blog/001/", "/a/", "/b/"]


def test_an_entry_changed_when_it_says_or_when_it_was_published() -> None:
    later = DATE + timedelta(days=1)

    assert make_entry().changed == DATE
    assert make_entry(modified=later).changed == later


def test_only_what_everybody_may_meet_is_listed() -> None:
    listed = [v for v in Visibility if make_entry(visibility=v).is_listed]

    assert listed == [Visibility.LISTED]
