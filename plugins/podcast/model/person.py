"""Who is heard."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.shared.images import Image


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is heard, with a `podcast:person` role."""

    name: str
    role: str = "host"
    path: str = ""
    image: Image | None = None
