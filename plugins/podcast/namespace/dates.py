"""Dates as RSS wants them."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime


def rfc_2822(instant: datetime) -> str:
    """Return a date in GMT, English whatever the locale (RFC 2822, 3.3).

    >>> rfc_2822(datetime(2026, 3, 2, 7, 30, tzinfo=UTC))
    'Mon, 02 Mar 2026 07:30:00 GMT'
    """
    return format_datetime(instant.astimezone(UTC), usegmt=True)
