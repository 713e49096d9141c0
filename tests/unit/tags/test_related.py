import random
import time

from hypothesis import given
from hypothesis import strategies as st

from plugins.tags.related import relate, related_entries

TAGGED = st.dictionaries(st.sampled_from("abcdefgh"), st.frozensets(st.sampled_from("uvwxyz")))


def test_tags_are_related_by_the_entries_they_share() -> None:
    tagged = {
        "monday": frozenset({"calls", "trust", "lists"}),
        "tuesday": frozenset({"calls", "trust"}),
        "wednesday": frozenset({"calls"}),
        "thursday": frozenset({"alone"}),
    }

    related = relate(tagged, 5)

    assert related == {
        "alone": (),
        "calls": ("trust", "lists"),
        "lists": ("trust", "calls"),
        "trust": ("calls", "lists"),
    }


def test_no_more_tags_are_related_than_asked_for() -> None:
    assert relate({"a": frozenset("uvwxyz")}, 2)["u"] == ("v", "w")


def test_entries_are_related_by_rare_tags_before_common_ones() -> None:
    newest_first = [f"e{number}" for number in range(8)]
    tagged = {entry: frozenset({"common"}) for entry in newest_first}
    tagged |= {"e0": frozenset({"common", "rare"}), "e7": frozenset({"rare"})}

    related = related_entries(newest_first, tagged, 2)

    assert related["e0"] == ("e7", "e1")
    assert related["e7"] == ("e0",)


def test_a_rare_tag_is_not_lost_among_common_ones() -> None:
    newest_first = [f"e{number}" for number in range(900)]
    tagged = {entry: frozenset({f"common-{n % 8}"}) for n, entry in enumerate(newest_first)}
    tagged |= {"e899": frozenset({"rare"})}
    tagged |= {"e0": frozenset({"rare", *(f"common-{n}" for n in range(8))})}

    assert related_entries(newest_first, tagged, 1)["e0"] == ("e899",)


def test_of_equals_the_newest_entries_are_related() -> None:
    tagged = dict.fromkeys("abcd", frozenset({"calls"}))

    assert related_entries("dcba", tagged, 2) == {
        "d": ("c", "b"),
        "c": ("d", "b"),
        "b": ("d", "c"),
        "a": ("d", "c"),
    }


def test_an_entry_without_tags_is_related_to_none() -> None:
    assert related_entries(["a", "b"], {"a": frozenset(), "b": frozenset("x")}, 2) == {
        "a": (),
        "b": (),
    }


@given(TAGGED, st.integers(min_value=0, max_value=4))
def test_the_order_in_which_entries_come_changes_no_tag(
    tagged: dict[str, frozenset[str]], limit: int
) -> None:
    turned = dict(reversed(tagged.items()))

    assert list(relate(turned, limit).items()) == list(relate(tagged, limit).items())


@given(TAGGED, st.integers(min_value=0, max_value=4))
def test_related_entries_share_a_tag_and_are_others(
    tagged: dict[str, frozenset[str]], limit: int
) -> None:
    related = related_entries(sorted(tagged), tagged, limit)

    assert list(related) == sorted(tagged)
    for entry, others in related.items():
        assert entry not in others
        assert len(others) == len(set(others)) <= limit
        assert all(tagged[entry] & tagged[other] for other in others)


def test_ten_thousand_entries_are_related_in_time_that_grows_with_their_number() -> None:
    chance = random.Random(7)  # noqa: S311
    entries = [f"entry-{number:05}" for number in range(10_000)]
    tagged = {
        entry: frozenset(f"tag-{int(chance.paretovariate(0.6)) % 300}" for _ in range(5))
        for entry in entries
    }

    start = time.process_time()
    relate(tagged, 8)
    tags_done = time.process_time()
    related_entries(entries, tagged, 4)
    entries_done = time.process_time()

    assert tags_done - start < 1
    assert entries_done - tags_done < 5
