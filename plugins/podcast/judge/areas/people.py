"""Persons and places, and what may be done with a show: licence, funding, trailers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.podcast.judge.checks import (
    at_most,
    every,
    matches,
    needs,
    needs_text,
    one_of,
    quoted,
    whole_number,
)
from plugins.podcast.judge.rule import Fault, error, warning
from plugins.podcast.judge.tree import Node, Place
from plugins.podcast.values.countries import find_country_remedy
from plugins.podcast.values.places import is_known_license
from plugins.podcast.values.taxonomy import GROUPS, ROLES
from plugins.shared.rules import Source

_GEO = re.compile(
    r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:;[\w-]+(?:=[^;]*)?)*",
    re.IGNORECASE,
)
_NORTH, _EAST = 90, 180


def _hosts(node: Node, place: Place) -> Iterator[Fault]:
    """Item persons replace those of the channel: hosts must be repeated beside guests."""
    mine, theirs = node.all("podcast:person"), place.feed.channel.all("podcast:person")
    if mine and _has_host(theirs) and not _has_host(mine):
        what = "its persons replace those of the show, and no host is among them."
        yield Fault(what=what, todo="Repeat the hosts beside the guests.", line=mine[0].line)


def _has_host(persons: tuple[Node, ...]) -> bool:
    return any("host" in (person.get("role") or "host").lower() for person in persons)


def _geo(node: Node, _: Place) -> Iterator[Fault]:
    text = node.get("geo")
    found = _GEO.fullmatch(text)
    if text and found is None:
        what = f"podcast:location geo is {quoted(text)}."
        yield Fault(what=what, todo="Write geo:latitude,longitude in degrees.")
    elif found and abs(float(found[1])) > _NORTH:
        swapped = abs(float(found[2])) <= _NORTH and abs(float(found[1])) <= _EAST
        todo = "Latitude and longitude are swapped." if swapped else "Correct it."
        yield Fault(what=f"the latitude {found[1]} is beyond the pole.", todo=todo)
    elif found and abs(float(found[2])) > _EAST:
        yield Fault(what=f"the longitude {found[2]} is beyond 180 degrees.", todo="Correct it.")


def _uncertainty(node: Node, _: Place) -> Iterator[Fault]:
    if ";u=" in node.get("geo"):
        what = "podcast:location geo holds ;u=, which some apps cannot read."
        yield Fault(what=what, todo="Leave it out.")


def _license(node: Node, _: Place) -> Iterator[Fault]:
    text = node.value
    lower = text.lower()
    if text != lower and is_known_license(lower):
        what = f"the license {quoted(text)} has capitals."
        yield Fault(what=what, todo=f"Write {lower}.")


def _license_url(node: Node, _: Place) -> Iterator[Fault]:
    if node.value and not node.get("url") and not is_known_license(node.value.lower()):
        what = f"the license {quoted(node.value)} is no known one, and has no url."
        yield Fault(what=what, todo="Add the address where it can be read.")


def _country(node: Node, _: Place) -> Iterator[Fault]:
    text = node.get("country")
    remedy = find_country_remedy(text) if text else ""
    if remedy:
        yield Fault(what=f"podcast:location country is {quoted(text)}.", todo=remedy)


_SHORT = at_most(128)
RULES = (
    error("person-name", Source.NAMESPACE, "A person has a name of at most 128 characters.",
          "podcast:person", every(needs_text, _SHORT)),
    warning("person-role", Source.NAMESPACE, "A role stands in the taxonomy.", "podcast:person",
            one_of(ROLES, "role", any_case=True)),
    warning("person-group", Source.NAMESPACE, "A group stands in the taxonomy.",
            "podcast:person", one_of(GROUPS, "group", any_case=True)),
    warning("person-hosts", Source.NAMESPACE, "Persons of an item include its hosts.", "item",
            _hosts),
    error("location-name", Source.NAMESPACE, "A place has a name of at most 128 characters.",
          "podcast:location", every(needs_text, _SHORT)),
    error("location-geo", Source.NAMESPACE, "geo is a latitude and a longitude.",
          "podcast:location", _geo),
    warning("location-uncertainty", Source.NAMESPACE, "geo has no uncertainty.",
            "podcast:location", _uncertainty),
    error("location-osm", Source.NAMESPACE, "osm is an object of OpenStreetMap.",
          "podcast:location",
          matches(r"[NWR]\d+(?:#\d+)?", "Write N, W or R and its number.", "osm")),
    error("location-rel", Source.NAMESPACE, "rel is subject or creator.", "podcast:location",
          one_of(("subject", "creator"), "rel")),
    error("location-country", Source.NAMESPACE, "A country has two letters.",
          "podcast:location",
          _country),
    error("license-case", Source.NAMESPACE, "A license is in small letters.", "podcast:license",
          _license),
    error("license-url", Source.NAMESPACE, "A license of one's own has a url.",
          "podcast:license", _license_url),
    error("license-text", Source.NAMESPACE, "A license has a name of at most 128 characters.",
          "podcast:license", every(needs_text, _SHORT)),
    error("funding-url", Source.NAMESPACE, "Funding has a url.", "podcast:funding",
          needs("url")),
    error("funding-text", Source.NAMESPACE, "Funding has words, at most 128 characters.",
          "podcast:funding", every(needs_text, _SHORT)),
    error("trailer-parts", Source.NAMESPACE, "A trailer has url and pubdate.",
          "podcast:trailer", needs("url", "pubdate")),
    error("trailer-text", Source.NAMESPACE, "A trailer has a title of at most 128 characters.",
          "podcast:trailer", every(needs_text, _SHORT)),
    warning("trailer-advice", Source.NAMESPACE, "A trailer has length and type.",
            "podcast:trailer", needs("length", "type")),
    error("trailer-length", Source.NAMESPACE, "A trailer's length is its bytes.",
          "podcast:trailer", whole_number("Write the bytes of the file.", "length", least=1)),
)  # fmt: skip
