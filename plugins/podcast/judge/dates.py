"""Dates of feeds: what RFC 2822 wants, and what is written instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# RFC 822, whose names of zones are obsolete; the letters of the military mean nothing certain.
_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")
_DATE = re.compile(
    r"(?:(?P<weekday>[^\W\d]+)\.?,\s*)?(?P<day>\d{1,2})\s+(?P<month>[^\W\d]+)\.?\s+(?P<year>\d+)"
    r"\s+(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:\s*(?P<zone>\S+))?"
)
TODO = "Write it as Wed, 13 May 2026 06:30:00 +0100."


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDate:
    """A date as it was read: the instant, if there is one, and its faults by kind."""

    instant: datetime | None = None
    faults: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=4096)
def read_date(text: str) -> FeedDate:
    """Read a date and say what is wrong with it."""
    found = _DATE.fullmatch(text)
    if found is None:
        return _other(text)
    faults: dict[str, str] = {}
    month = _month(found["month"], faults)
    if len(found["year"]) != 4:  # noqa: PLR2004
        faults["year"] = f"the year {found['year']} has not four digits."
    if len(found["day"]) == 1 or len(found["hour"]) == 1 or not found["second"]:
        faults["short"] = "it has a digit less than others, or no seconds."
    offset = _offset(found["zone"] or "", faults)
    if month is None or offset is None or "year" in faults:
        return FeedDate(faults=faults)
    return _dated(found, month, offset, faults)


def _other(text: str) -> FeedDate:
    if _ISO.fullmatch(text):
        faults = {"iso": "it is written as in ISO 8601."}
        try:
            instant = datetime.fromisoformat(text)
        except ValueError:
            return FeedDate(faults=faults)
        instant = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
        return FeedDate(instant=instant, faults=faults)
    return FeedDate(faults={"form": "it has not the form of RFC 2822."})


def _month(name: str, faults: dict[str, str]) -> int | None:
    if name in _MONTHS:
        return _MONTHS.index(name) + 1
    faults["language"] = f"{name!r} is no short English name of a month."
    return None


def _offset(zone: str, faults: dict[str, str]) -> timedelta | None:
    numeric = re.fullmatch(r"([+-])(\d\d)(\d\d)", zone)
    if numeric and int(numeric[2]) < 24 and int(numeric[3]) < 60:  # noqa: PLR2004 hours, minutes
        size = timedelta(hours=int(numeric[2]), minutes=int(numeric[3]))
        return -size if numeric[1] == "-" else size
    if zone in {"GMT", "UT"}:
        return timedelta()
    if zone in _ZONES or zone == "Z" or zone == "UTC":  # noqa: PLR1714
        faults["zone"] = f"the zone {zone} is obsolete."
        return timedelta(hours=_ZONES.get(zone, 0))
    faults["form"] = f"the zone {zone!r} says nothing certain." if zone else "it has no zone."
    return None


def _dated(found: re.Match[str], month: int, offset: timedelta, faults: dict[str, str]) -> FeedDate:
    day, hour, minute = int(found["day"]), int(found["hour"]), int(found["minute"])
    second = min(int(found["second"] or 0), 59)
    try:
        zone = timezone(offset)
        instant = datetime(int(found["year"]), month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return FeedDate(faults={**faults, "real": "there is no such day or time."})
    weekday = found["weekday"]
    right = _DAYS[instant.weekday()]
    if weekday and weekday not in _DAYS:
        faults["language"] = f"{weekday!r} is no short English name of a day."
    elif weekday and weekday != right:
        faults["weekday"] = f"that day is a {right}, not a {weekday}."
    return FeedDate(instant=instant, faults=faults)
