"""What would make a show's feed wrong: a table of checks over its settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from uuid import UUID

from plugins.podcast.categories import parse_category
from plugins.podcast.settings.show import ShowSettings
from plugins.podcast.values.countries import find_country_remedy
from plugins.podcast.values.languages import language_fault
from plugins.podcast.values.line import web_address
from plugins.podcast.values.money import read_funding, read_value
from plugins.podcast.values.others import (
    MEDIUMS,
    read_chat,
    read_publisher,
    read_remote_item,
    read_social,
    read_text,
    read_topic,
    read_update_frequency,
)
from plugins.podcast.values.people import read_credit
from plugins.podcast.values.places import read_license, read_location
from plugins.shared.nearest import did_you_mean
from plugins.shared.slugs import is_slug

_DESCRIPTION_LIMIT = 4000  # bytes; Apple and PSP-1
_SMALLEST_PAGE, _SMALLEST_BUDGET = 10, 50_000
# The site's own first parts of addresses.
RESERVED_KEYS = frozenset(
    [
        "blog",
        "tags",
        "series",
        "people",
        "archive",
        "search",
        "subscribe",
        "media",
        "assets",
        "drafts",
    ]
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-zA-Z0-9]{2,8})*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CONTACT = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+( \([^()]+\))?")
_SERVICE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Settings that say nothing without another one.
_NEEDED = {"owner_name": "owner_email", "license_url": "license", "value_method": "value"}


# What each line of these keys is read by; a reader raises ValueError with a whole sentence.
READERS: dict[str, Callable[[str], object]] = {
    "categories": parse_category,
    "credits": read_credit,
    "topics": read_topic,
    "hubs": web_address,
    "locations": read_location,
    "texts": read_text,
    "podroll": read_remote_item,
    "publisher": read_publisher,
    "update_frequency": read_update_frequency,
    "chat": read_chat,
    "social": read_social,
    "new_feed_url": web_address,
}


def find_faults(show: ShowSettings) -> list[str]:
    """Return a sentence for each value that would make a feed wrong."""
    return [
        *(sentence for is_wrong, sentence in _checks(show) if is_wrong),
        *_unreadable(show),
    ]


def _checks(show: ShowSettings) -> Iterator[tuple[bool, str]]:
    yield (
        show.key in RESERVED_KEYS,
        f"the key {show.key!r} is reserved: the site has pages there. Choose another.",
    )
    yield (
        not is_slug(show.key),
        f"the key {show.key!r} cannot be an address. Use a-z and hyphens.",
    )
    yield (
        not _LANGUAGE.fullmatch(show.language) or bool(language_fault(show.language)),
        f"{show.language!r} is not a language. Write 'en' or 'en-GB'.",
    )
    yield not _is_uuid(show.guid), f"the guid {show.guid!r} is not a UUID. See docs/settings.md."
    yield (
        show.type not in {"episodic", "serial"},
        f"the type {show.type!r} is not known. Write 'episodic' or 'serial'.",
    )
    yield (
        show.medium not in MEDIUMS,
        f"the medium {show.medium!r} is not known. "
        + (did_you_mean(show.medium, MEDIUMS) or "Write 'podcast'."),
    )
    yield (
        bool(show.owner_email) and not _EMAIL.fullmatch(show.owner_email),
        f"{show.owner_email!r} is not an e-mail address. Correct it.",
    )
    for contact in (show.managing_editor, show.web_master):
        yield (
            bool(contact) and not _CONTACT.fullmatch(contact),
            f"{contact!r} does not begin with an address. Write 'dave@example.org (Dave)'.",
        )
    yield (
        len(show.description.encode()) > _DESCRIPTION_LIMIT,
        f"the description is longer than {_DESCRIPTION_LIMIT} bytes. Cut it.",
    )
    for code in show.country_of_origin.split():
        remedy = find_country_remedy(code)
        yield bool(remedy), f"country_of_origin: {code!r} is not a country's code. {remedy}"
    for number in (*show.seasons, *show.open_seasons):
        yield number < 1, f"the season {number} is below 1. Correct it."
    for name, needed in _NEEDED.items():
        yield (
            bool(getattr(show, name)) and not getattr(show, needed),
            f"{name} says nothing without {needed}. Add it, or take {name} away.",
        )
    for service in show.block_services:
        yield (
            not _SERVICE.fullmatch(service),
            f"block_services: {service!r} is not a service's short name. Write e.g. 'apple'.",
        )
    yield (
        bool(show.page_size) and show.page_size < _SMALLEST_PAGE,
        f"a page_size of {show.page_size} is too small. Write {_SMALLEST_PAGE} or more.",
    )
    yield (
        bool(show.byte_budget) and show.byte_budget < _SMALLEST_BUDGET,
        f"a byte_budget of {show.byte_budget} is too small. Write {_SMALLEST_BUDGET} or more.",
    )
    yield (
        bool(show.page_size and show.byte_budget),
        "there are a page_size and a byte_budget. Keep one of them.",
    )


def _unreadable(show: ShowSettings) -> Iterator[str]:
    for name, read in READERS.items():
        given = getattr(show, name)
        for line in (given,) if isinstance(given, str) else given:
            if line:
                yield from _told(name, lambda read=read, line=line: read(line))  # type: ignore[misc]
    for url, text in show.funding.items():
        yield from _told("funding", lambda url=url, text=text: _read_gift(url, text))  # type: ignore[misc]
    yield from _told("value", lambda: read_value(show.value, (), show.value_method))
    if show.license:
        yield from _told("license", lambda: read_license(f"{show.license} {show.license_url}"))


def _read_gift(url: str, text: str) -> None:
    """Read an address and its words, which are not told apart by a space here."""
    web_address(url)
    read_funding(f"{url} {text}")


def _told(name: str, read: Callable[[], object]) -> Iterator[str]:
    try:
        read()
    except ValueError as error:
        yield str(error) if name == "categories" else f"{name}: {error}"


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
