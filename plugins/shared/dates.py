"""Dates as authors type them, never guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo

from dateutil import parser

_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b")
# A text that says the whole date reads the same whatever stands in for missing parts.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001 only compared


def parse_date(text: str, zone: tzinfo) -> datetime:
    """Read a date with or without time, `2026-02-05 07:30` or in words; `zone` where none is given.

    Raises:
        ValueError: with a whole sentence, if it is no date, incomplete, or can be read two ways.
    """
    text = text.strip()
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        value = _parse_words(text)
    return value if value.tzinfo else value.replace(tzinfo=zone)


def _parse_words(text: str) -> datetime:
    numeric = _NUMERIC.match(text)
    if numeric and max(int(numeric[1]), int(numeric[2])) <= 12 and numeric[1] != numeric[2]:  # noqa: PLR2004 months
        raise ValueError(f"{text!r} can be read as two different days.")
    try:
        first, second = (parser.parse(text, default=default) for default in _DEFAULTS)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is not a date.") from error
    if first.date() != second.date():
        raise ValueError(f"{text!r} is not a whole date.")
    return first


def iso_utc(instant: datetime) -> str:
    """Return `2026-02-05T06:30:00Z`: the same text for the same instant, whatever its zone."""
    return instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
    ),
}  # fmt: skip


def month_name(month: int, language: str = "en") -> str:
    """Return a month's name, 1 to 12, without asking the machine's locale."""
    return _MONTHS.get(language[:2], _MONTHS["en"])[month - 1]


def day(value: date, language: str = "en") -> str:
    """Return `12 March 2026`, or `12 de marzo de 2026`."""
    joint = " de " if language[:2] == "es" else " "
    return joint.join((str(value.day), month_name(value.month, language), str(value.year)))
