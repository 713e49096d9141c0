from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.shared.dates import day, iso_utc, month_name, parse_date

BERLIN = ZoneInfo("Europe/Berlin")
YEARS = st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 12, 31))  # noqa: DTZ001 zones follow
ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-05", "2026-02-05T00:00:00+01:00"),
        ("2026-02-05 07:30", "2026-02-05T07:30:00+01:00"),
        ("  2026-02-05T07:30  ", "2026-02-05T07:30:00+01:00"),
        ("2026-07-05 07:30", "2026-07-05T07:30:00+02:00"),
        ("2026-02-05T07:30Z", "2026-02-05T07:30:00+00:00"),
        ("2026-02-05 07:30 UTC", "2026-02-05T07:30:00+00:00"),
        ("2026-02-05 07:30-05:00", "2026-02-05T07:30:00-05:00"),
        ("5 Feb 2026 07:30 +0200", "2026-02-05T07:30:00+02:00"),
        ("2026-2-5", "2026-02-05T00:00:00+01:00"),
        ("20260205", "2026-02-05T00:00:00+01:00"),
        ("2026/04/03", "2026-04-03T00:00:00+02:00"),
        ("13/04/2026", "2026-04-13T00:00:00+02:00"),
        ("04/04/2026", "2026-04-04T00:00:00+02:00"),
        ("5 February 2026", "2026-02-05T00:00:00+01:00"),
        ("Feb 5, 2026 at 7:30pm", "2026-02-05T19:30:00+01:00"),
        ("Thu, 05 Feb 2026 07:30:00 GMT", "2026-02-05T07:30:00+00:00"),
    ],
)
def test_a_whole_date_is_read_in_the_zone_it_says_or_that_of_the_site(
    text: str, expected: str
) -> None:
    assert parse_date(text, BERLIN).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is not a date."),
        ("soon", "'soon' is not a date."),
        ("2026-02-30", "'2026-02-30' is not a date."),
        ("2026-13-01", "'2026-13-01' is not a date."),
        ("2026-02-05 25:00", "'2026-02-05 25:00' is not a date."),
        ("99999999999999999999", "'99999999999999999999' is not a date."),
        ("2026", "'2026' is not a whole date."),
        ("Feb 2026", "'Feb 2026' is not a whole date."),
        ("5 February", "'5 February' is not a whole date."),
        ("Thursday", "'Thursday' is not a whole date."),
        ("07:30", "'07:30' is not a whole date."),
        ("03/04/2026", "'03/04/2026' can be read as two different days."),
        ("03.04.2026 07:30", "'03.04.2026 07:30' can be read as two different days."),
    ],
)
def test_what_is_no_whole_date_is_refused_in_a_sentence(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as caught:
        parse_date(text, BERLIN)

    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["Thu 03/04/2026", "7:30 03/04/2026", "on 3-4-2026"])
def test_an_ambiguous_date_is_found_wherever_it_stands_in_the_text(text: str) -> None:
    with pytest.raises(ValueError, match="can be read as two different days"):
        parse_date(text, BERLIN)


@pytest.mark.parametrize("text", ["5 Feb 26", "5 Feb 76", "26-02-05", "13/04/26"])
def test_a_year_of_two_digits_is_not_guessed_by_the_clock(text: str) -> None:
    with pytest.raises(ValueError, match="is not a whole date"):
        parse_date(text, BERLIN)


@pytest.mark.parametrize("zone", ["CET", "EST", "MST"])
def test_the_name_of_a_zone_is_not_guessed_by_the_machine(zone: str) -> None:
    with pytest.raises(ValueError, match="names a time zone") as caught:
        parse_date(f"5 Feb 2026 07:30 {zone}", BERLIN)

    assert str(caught.value) == f"'5 Feb 2026 07:30 {zone}' names a time zone that is not known."


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31T23:59-12:00"])
def test_a_date_at_the_end_of_time_has_no_instant_everywhere(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        parse_date(text, BERLIN)


@given(st.text(max_size=30))
def test_any_text_is_a_date_with_a_zone_or_refused(text: str) -> None:
    try:
        found = parse_date(text, UTC)
    except ValueError:
        return

    assert iso_utc(found)


@given(YEARS, ZONES)
def test_what_is_written_in_iso_is_read_as_the_same_instant(naive: datetime, zone: tzinfo) -> None:
    instant = naive.replace(tzinfo=zone)

    assert parse_date(instant.isoformat(), BERLIN) == instant


@given(YEARS, ZONES, ZONES)
def test_an_instant_has_one_text_whatever_its_zone(
    naive: datetime, first: tzinfo, second: tzinfo
) -> None:
    instant = naive.replace(tzinfo=first)

    assert iso_utc(instant.astimezone(second)) == iso_utc(instant)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "12 March 2026"), ("es", "12 de marzo de 2026"), ("es-MX", "12 de marzo de 2026")],
)
def test_a_day_is_said_in_its_language_whatever_the_locale(language: str, expected: str) -> None:
    assert day(date(2026, 3, 12), language) == expected


def test_a_month_of_a_language_that_is_not_known_is_english() -> None:
    assert [month_name(number, "fi") for number in (1, 12)] == ["January", "December"]
