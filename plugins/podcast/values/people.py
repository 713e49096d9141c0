"""Who made an episode, in the words of the Podcast Taxonomy Project, which the namespace uses."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.podcast.values.line import choice, parse_line, short, web_address
from plugins.podcast.values.taxonomy import GROUPS


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A name and what that person did; `href` and `img` only where the site has no page."""

    name: str
    role: str
    group: str
    href: str = ""
    img: str = ""


def read_credit(text: str) -> Credit:
    """Return a credit: `Dave role="audio editor"`."""
    line = parse_line(text, ("role", "group", "href", "img"))
    role = line.pair("role")
    if not role:
        raise ValueError("a credit needs role=. Write e.g. 'Dave role=\"audio editor\"'.")
    group = choice(line.pair("group"), GROUPS) if line.pair("group") else group_of(role)
    return Credit(
        name=short(line.words),
        role=choice(role, GROUPS[group]),
        group=group,
        href=web_address(line.pair("href")) if line.pair("href") else "",
        img=web_address(line.pair("img")) if line.pair("img") else "",
    )


def group_of(role: str) -> str:
    """Return the first group that has a role.

    Raises:
        ValueError: if none has it.
    """
    known = [item for roles in GROUPS.values() for item in roles]
    spelled = choice(role, dict.fromkeys(known))
    return next(group for group, roles in GROUPS.items() if spelled in roles)
