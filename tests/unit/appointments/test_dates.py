"""Dates as people write them become spans that certainly hold the day meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.dates import DateSpan, age_on, life_until, parse_in_life, parse_when

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("since 2019", "2019-01-01", "2019-12-31"),
        ("early 2022", "2022-01-01", "2022-12-31"),
        ("March 2024", "2024-03-01", "2024-03-31"),
        ("in march, 2024", "2024-03-01", "2024-03-31"),
        ("Feb 2024", "2024-02-01", "2024-02-29"),
        ("Sept. 2020", "2020-09-01", "2020-09-30"),
        ("03/2024", "2024-03-01", "2024-03-31"),
        ("3.2024", "2024-03-01", "2024-03-31"),
        ("2024-03", "2024-03-01", "2024-03-31"),
        ("12 Nov 2026", "2026-11-12", "2026-11-12"),
        ("12th of November 2026", "2026-11-12", "2026-11-12"),
        ("Nov 12, 2026", "2026-11-12", "2026-11-12"),
        ("2026-11-12", "2026-11-12", "2026-11-12"),
        ("13/11/2026", "2026-11-13", "2026-11-13"),
        ("11/13/2026", "2026-11-13", "2026-11-13"),
        ("12/11/2026", "2026-11-12", "2026-12-11"),
        ("11/11/2026", "2026-11-11", "2026-11-11"),
        ("3 years ago", "2022-11-23", "2023-11-22"),
        ("3 years", "2022-11-23", "2023-11-22"),
        ("for three years", "2022-11-23", "2023-11-22"),
        ("about 3 years ago", "2022-11-23", "2024-11-22"),
        ("about a year ago", "2024-11-23", "2026-11-22"),
        ("5 weeks ago", "2026-10-12", "2026-10-18"),
        ("3 days ago", "2026-11-19", "2026-11-19"),
        ("two months", "2026-08-23", "2026-09-22"),
        ("today", "2026-11-22", "2026-11-22"),
        ("yesterday", "2026-11-21", "2026-11-21"),
        ("last week", "2026-11-09", "2026-11-21"),
        ("this week", "2026-11-16", "2026-11-22"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("this month", "2026-11-01", "2026-11-22"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("this year", "2026-01-01", "2026-11-22"),
        ("spring 2022", "2022-03-01", "2022-11-30"),
        ("Fall 2022", "2022-03-01", "2022-11-30"),
        ("winter 2021", "2020-12-01", "2022-02-28"),
        ("summer of 2021", "2020-12-01", "2022-02-28"),
        ("early spring 2022", "2022-03-01", "2022-11-30"),
        ("at the end of 2023", "2023-01-01", "2023-12-31"),
        ("beginning of March 2024", "2024-03-01", "2024-03-31"),
        ("Christmas 2023", "2023-12-01", "2024-01-07"),
        ("3 yrs", "2022-11-23", "2023-11-22"),
        ("3yrs.", "2022-11-23", "2023-11-22"),
        ("6 wks", "2026-10-05", "2026-10-11"),
        ("18 mths", "2025-04-23", "2025-05-22"),
        ("about 18 months", "2025-04-23", "2025-06-22"),
        ("eighteen months", "2025-04-23", "2025-05-22"),
        ("~3 years", "2022-11-23", "2024-11-22"),
        ("ca. 3 years", "2022-11-23", "2024-11-22"),
        ("3 years or so", "2022-11-23", "2024-11-22"),
        ("3 years now", "2022-11-23", "2023-11-22"),
        ("for the last 3 years", "2022-11-23", "2023-11-22"),
        ("2-3 years ago", "2022-11-23", "2024-11-22"),
        ("2 to 3 years", "2022-11-23", "2024-11-22"),
        ("two or three years", "2022-11-23", "2024-11-22"),
        ("3–2 yrs", "2022-11-23", "2024-11-22"),
        ("1.5 years", "2024-11-23", "2025-11-22"),
        ("1½ years ago", "2024-11-23", "2025-11-22"),
        ("one and a half years", "2024-11-23", "2025-11-22"),
        ("a year and a half", "2024-11-23", "2025-11-22"),
        ("last spring", "2024-11-22", "2026-11-22"),
        ("this summer", "2025-11-22", "2026-11-22"),
    ],
)
def test_texts(text: str, earliest: str, latest: str) -> None:
    expected = DateSpan(earliest=date.fromisoformat(earliest), latest=date.fromisoformat(latest))
    assert parse_when(text, TODAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a while ago",
        "when I was young",
        "March",
        "10/12",
        "12/11/26",
        "2019?",
        "2019 or 2020",
        "0000",
        "1899",
        "9999",
        "30 February 2024",
        "31/02/2024",
        "2024-13",
        "13/2024",
        "99/99/2024",
        "over 10 years",
        "since childhood",
        "in the last 3 months",
        "in the last year",
        "in 3 weeks",
        "in about 3 weeks",
        "at 3 years",
        "a few years ago",
        "2-3 years or months",
        "1.7 years",
        "around March 2024",
        "Christmas",
        "since about 2015",
        "999 years ago" * 20,
        "٢٠١٩",
        "\x00",
    ],
)
def test_what_is_not_certain_is_nothing(text: str) -> None:
    assert parse_when(text, TODAY) is None


def test_months_ago_end_on_a_day_that_exists() -> None:
    found = parse_when("1 month ago", date(2026, 3, 31))
    assert found is not None
    assert found.latest == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("born", "today", "age"),
    [
        ("2010-11-22", "2026-11-22", 16),
        ("2010-11-23", "2026-11-22", 15),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2026-11-22", "2026-11-22", 0),
        ("2026-11-23", "2026-11-22", -1),
    ],
)
def test_age_on(born: str, today: str, age: int) -> None:
    assert age_on(date.fromisoformat(born), date.fromisoformat(today)) == age


DATE_LIKE = st.text(alphabet="0123456789/-. agosincedyewkmrthlutf,\x00", max_size=30)


@given(text=st.one_of(st.text(), DATE_LIKE), today=st.dates())
def test_no_text_breaks_it(text: str, today: date) -> None:
    found = parse_when(text, today)
    assert found is None or found.earliest <= found.latest


@given(count=st.integers(0, 999), unit=st.sampled_from(["day", "week", "month", "year"]))
@pytest.mark.parametrize("today", [date.min, date.max, date(2024, 2, 29)])
def test_long_ago_never_breaks_it(today: date, count: int, unit: str) -> None:
    found = parse_when(f"about {count} {unit}s ago", today)
    assert found is None or found.earliest <= found.latest <= today


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_written_day_is_in_its_span(day: date) -> None:
    for text in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}", f"{day:%m/%Y}"):
        found = parse_when(text, TODAY)
        assert found is not None
        assert found.earliest <= day <= found.latest


LIFE = DateSpan(earliest=date(1961, 4, 2), latest=TODAY)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1961", ("1961-04-02", "1961-12-31")),
        ("2 April 1961", ("1961-04-02", "1961-04-02")),
        ("1 April 1961", None),
        ("2000", ("2000-01-01", "2000-12-31")),
        (f"{TODAY.year}", (f"{TODAY.year}-01-01", TODAY.isoformat())),
        ("today", (TODAY.isoformat(), TODAY.isoformat())),
        ((TODAY + timedelta(days=1)).isoformat(), None),
        ("some day", None),
    ],
)
def test_only_days_of_a_life_count(text: str, days: tuple[str, str] | None) -> None:
    found = parse_in_life(text, LIFE)
    assert (found and (found.earliest.isoformat(), found.latest.isoformat())) == days


def test_a_life_without_a_birth_is_as_long_as_any() -> None:
    assert life_until(TODAY, date(1961, 4, 2)) == LIFE
    longest = DateSpan(earliest=date(1900, 1, 1), latest=TODAY)
    assert life_until(TODAY, None) == longest
    assert life_until(TODAY, TODAY + timedelta(days=1)) == longest
