from __future__ import annotations

import pytest

from plugins.entries.model import Label
from plugins.people.directory import Directory
from tests.unit.builders import make_label

DAVE = Label(name="Dave Jones", slug="dave", path="/people/dave/")
KNOWN = Directory({"Dave Jones": DAVE, "dave": DAVE, "D. J.": DAVE})


@pytest.mark.parametrize(
    "name", ["Dave Jones", "dave jones", "DAVE  JONES", " Dave-Jones ", "dave", "Dave", "d.j."]
)
def test_a_known_person_is_meant_by_every_name_in_any_case(name: str) -> None:
    assert KNOWN.label(name) == DAVE


@pytest.mark.parametrize(
    ("name", "slug"),
    [("The desk", "the-desk"), ("Zoë Ürgüp", "zoe-urgup"), ("Dave Jones Jr.", "dave-jones-jr")],
)
def test_whoever_is_not_known_keeps_the_name_that_was_written(name: str, slug: str) -> None:
    assert KNOWN.label(name) == Label(name=name, slug=slug, path=f"/people/{slug}/")


def test_nobody_needs_to_be_known() -> None:
    assert Directory().label("Mary Major") == make_label("Mary Major")
