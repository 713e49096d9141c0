"""Who is heard in an episode."""

from __future__ import annotations

from collections.abc import Callable

from plugins.frontmatter.document import Document
from plugins.podcast.compose import written_of
from plugins.podcast.model import Person, Show
from plugins.podcast.shows import credited
from plugins.podcast.values.people import read_credit
from plugins.shared.run import Run


def find_cast(
    document: Document, show: Show, person: Callable[[str, str], Person], run: Run
) -> tuple[Person, ...]:
    """Return the episode's hosts, else the show's, its guests and helpers.

    Whoever the channel names is repeated, because an item's persons replace the channel's.
    `person` finds somebody by name and role.
    """
    hosts = tuple(person(name, "host") for name in document.names("hosts"))
    guests = tuple(person(name, "guest") for name in document.names("guests"))
    found = written_of(document, run).all("credits", read_credit)
    helpers = tuple(credited(item, lambda name: person(name, "host")) for item in found)
    return (hosts or show.hosts) + guests + helpers + show.credits
