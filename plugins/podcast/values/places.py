"""Where, and under which terms: `podcast:location`, `podcast:license`."""

from __future__ import annotations

import re

from plugins.podcast.model import License, Location
from plugins.podcast.values.countries import find_country_remedy
from plugins.podcast.values.line import choice, parse_line, short, web_address

_GEO = re.compile(
    r"(?:geo:)?(?P<lat>-?\d+(?:\.\d+)?),(?P<lon>-?\d+(?:\.\d+)?)(?:,(?P<alt>-?\d+(?:\.\d+)?))?"
)
_OSM = re.compile(r"[NWR]\d+(?:#\d+)?")
# Podcast namespace, license: its own two, those of Creative Commons, and what SPDX has like them.
_KNOWN = re.compile(
    r"arr|cc0-1\.0|cc-by(?:-nc)?(?:-nd|-sa)?-[1-4]\.0|pod-v4v-1\.0|[a-z0-9]+(?:-[a-z0-9.]+)*-\d"
    r"(?:\.\d+)*(?:-only|-or-later)?|public-domain|unlicense|mit|isc|wtfpl"
)


def read_location(text: str) -> Location:
    """Return a place: `London geo=51.5,-0.12 osm=R65606 country=GB rel=creator`."""
    line = parse_line(text, ("rel", "geo", "osm", "country"))
    osm, country = line.pair("osm").upper(), line.pair("country").upper()
    if osm and not _OSM.fullmatch(osm):
        raise ValueError(f"osm={line.pair('osm')} is no OpenStreetMap object. Write e.g. R65606.")
    remedy = find_country_remedy(country) if country else ""
    if remedy:
        raise ValueError(f"country={line.pair('country')} is not a country's code. {remedy}")
    return Location(
        name=short(line.words),
        rel=choice(line.pair("rel"), ("subject", "creator")) if line.pair("rel") else "",
        geo=_geo(line.pair("geo")),
        osm=osm,
        country=country,
    )


def _geo(text: str) -> str:
    """Return a geo URI: latitude first, and without an uncertainty, which clients misread."""
    if not text:
        return ""
    match = _GEO.fullmatch(text)
    if match is None:
        raise ValueError(f"geo={text} is no position. Write latitude,longitude: geo=51.5,-0.12.")
    latitude, longitude = float(match["lat"]), float(match["lon"])
    if abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004 degrees
        raise ValueError(f"geo={text} is not on Earth. Write the latitude first, then longitude.")
    return f"geo:{text.removeprefix('geo:')}"


def is_known_license(text: str) -> bool:
    """Say whether a text is an identifier that needs no address to be understood."""
    return _KNOWN.fullmatch(text) is not None


def read_license(text: str) -> License:
    """Return terms: an identifier such as `cc-by-4.0`, or a name and the address of its text."""
    words = parse_line(text, ()).words
    name, _, address = words.rpartition(" ")
    if not address.startswith(("https://", "http://")):
        name, address = words, ""
    if not address and not is_known_license(name):
        raise ValueError(
            f"the license {name!r} needs an address. Write it behind, or an identifier in lower "
            "case such as 'cc-by-4.0'."
        )
    return License(name=short(name), url=web_address(address) if address else "")
