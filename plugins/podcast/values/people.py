"""Who made an episode, in the words of the Podcast Taxonomy Project, which the namespace uses."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.podcast.values.line import choice, parse_line, short, web_address

# Podcast namespace, taxonomy.json: groups and their roles.
ROLES: dict[str, tuple[str, ...]] = {
    "cast": (
        "host", "co-host", "guest host", "guest", "voice actor", "narrator", "announcer",
        "reporter",
    ),
    "creative direction": (
        "director", "assistant director", "executive producer", "senior producer", "producer",
        "associate producer", "development producer", "creative director",
    ),
    "writing": (
        "author", "editorial director", "co-writer", "writer", "songwriter", "guest writer",
        "story editor", "managing editor", "script editor", "script coordinator", "researcher",
        "editor", "fact checker", "translator", "transcriber", "logger",
    ),
    "audio production": (
        "studio coordinator", "technical director", "technical manager", "audio engineer",
        "remote recording engineer", "post production engineer",
    ),
    "audio post-production": (
        "audio editor", "sound designer", "foley artist", "composer", "theme music",
        "music production", "music contributor",
    ),
    "administration": (
        "production coordinator", "booking coordinator", "production assistant",
        "content manager", "marketing manager", "sales representative", "sales manager",
    ),
    "visuals": ("graphic designer", "cover art designer"),
    "community": ("social media manager",),
    "misc.": ("consultant", "intern"),
    "video production": (
        "camera operator", "lighting designer", "camera grip", "assistant camera",
    ),
    "video post-production": ("editor", "assistant editor"),
}  # fmt: skip


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
    group = choice(line.pair("group"), ROLES) if line.pair("group") else group_of(role)
    return Credit(
        name=short(line.words),
        role=choice(role, ROLES[group]),
        group=group,
        href=web_address(line.pair("href")) if line.pair("href") else "",
        img=web_address(line.pair("img")) if line.pair("img") else "",
    )


def group_of(role: str) -> str:
    """Return the first group that has a role.

    Raises:
        ValueError: if none has it.
    """
    known = [item for roles in ROLES.values() for item in roles]
    spelled = choice(role, dict.fromkeys(known))
    return next(group for group, roles in ROLES.items() if spelled in roles)
