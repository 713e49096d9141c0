from __future__ import annotations

import pytest

from plugins.people.directory import Directory
from tests.unit.builders import make_label

DAVE = make_label("Dave")


@pytest.mark.parametrize("name", ["Dave", "dave", " DAVE ", "David", "Dávid"])
def test_a_person_is_known_by_every_name_whatever_its_case(name: str) -> None:
    directory = Directory(names={"Dave": DAVE, "David": DAVE})

    assert directory.label(name) == DAVE


def test_somebody_unknown_has_a_label_too() -> None:
    label = Directory(names={"Dave": DAVE}).label("The desk")

    assert (label.name, label.slug, label.path) == ("The desk", "the-desk", "/people/the-desk/")
