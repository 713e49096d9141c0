"""Who is heard."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.shared.images import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is heard or helped, with a role and a group of the podcast taxonomy.

    `path` and `image` are those of the site; `href` and `img` stand in where it has none.
    """

    name: str
    role: str = "host"
    path: str = ""
    image: Image | None = None
    group: str = "cast"
    href: str = ""
    img: str = ""
