"""The show notes of an episode as apps get them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Two texts in HTML, clean, well-formed, with whole addresses.

    `description` is the short one, of at most 4,000 bytes; `content` holds everything.
    """

    description: str = ""
    content: str = ""
