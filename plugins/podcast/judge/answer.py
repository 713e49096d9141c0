"""What a server said when it was asked for a feed, or for a file that the feed names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer of HTTP: headers in small letters, and the statuses of redirects before it.

    `again` is the status when it was asked whether the feed had changed since, `head` that of a
    question for the headers alone; None where it was not asked.
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    redirects: tuple[int, ...] = ()
    again: int | None = None
    head: int | None = None

    @property
    def type(self) -> str:
        """The media type without parameters, in small letters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
