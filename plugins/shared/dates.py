"""Dates as authors type them, never guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from dateutil import parser

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b")
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
    if not 1 < value.year < 9999:  # noqa: PLR2004 else it may have no instant in UTC
        raise ValueError(f"{text!r} is not a date.")
    return value if value.tzinfo else value.replace(tzinfo=zone)


def _parse_words(text: str) -> datetime:
    numeric = _NUMERIC.search(text)
    if numeric and max(int(numeric[1]), int(numeric[2])) <= 12 and numeric[1] != numeric[2]:  # noqa: PLR2004 months
        raise ValueError(f"{text!r} can be read as two different days.")
    try:
        first, second = (
            parser.parse(text, default=default, tzinfos=_zone_of) for default in _DEFAULTS
        )
    except LookupError as error:
        raise ValueError(f"{text!r} names a time zone that is not known.") from error
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is not a date.") from error
    # A year of two digits would be read by the clock of the machine.
    if first.date() != second.date() or f"{first.year:04}" not in text:
        raise ValueError(f"{text!r} is not a whole date.")
    return first


def _zone_of(name: str | None, offset: int | None) -> tzinfo | None:
    """Return the zone of a text; names such as CET would be read by the zone of the machine."""
    if name and offset is None:
        raise LookupError(name)
    return None if offset is None else timezone(timedelta(seconds=offset))


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
