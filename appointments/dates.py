"""Dates as people write them: "March 2024", "about 3 years ago", "spring 2022".

A text becomes a span that certainly holds the day meant, or nothing. No guess is made between
day/month and month/day: the span then covers both.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, kw_only=True)
class DateSpan:
    """Days in a row, such as those that a text can mean; both ends are included."""

    earliest: date
    latest: date


_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LONGEST_TEXT = 100
_MONTHS_A_YEAR = 12

# Written out, because the calendar module's names follow the server's locale.
_MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTHS = {
    name: number for number, full in enumerate(_MONTH_NAMES, start=1) for name in (full, full[:3])
} | {"sept": 9}

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_NUMBER_WORDS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
}

_UNITS = {
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), "week"),
    **dict.fromkeys(("month", "months", "mth", "mths", "mo", "mos"), "month"),
    **dict.fromkeys(("year", "years", "yr", "yrs"), "year"),
}

# First and last month, counted from January of the year (0 and 13 are its neighbors). North and
# south have opposite seasons, and winter there is summer here: each span covers both.
_SEASONS = {
    "spring": (3, 11),
    "autumn": (3, 11),
    "fall": (3, 11),
    "summer": (0, 14),
    "winter": (0, 14),
}


def age_on(born: date, today: date) -> int:
    """Return the age in whole years; below zero for somebody not born yet."""
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (0 if had_birthday else 1)


def parse_when(text: str, today: date) -> DateSpan | None:
    """Return the days that a text can mean, or None if that is not certain."""
    if len(text) > _LONGEST_TEXT:
        return None
    tidy = " ".join(text.replace(",", " ").casefold().split()).strip(" .")
    tidy = _LEADING.sub("", tidy)
    for pattern, read in _FORMS:
        if found := pattern.fullmatch(tidy):
            try:
                return read(found, today)
            except (ValueError, OverflowError):
                # Shaped like a date, but there is no such day (30 February).
                return None
    return None


def life_until(today: date, born: date | None) -> DateSpan:
    """Return the days on which something can have happened to a person.

    A birth still to come is a slip of the pen, and counts as none.
    """
    first = born if born and born <= today else date(_FIRST_YEAR, 1, 1)
    return DateSpan(earliest=first, latest=today)


def parse_in_life(text: str, life: DateSpan) -> DateSpan | None:
    """Return the days of a life that a text can mean, or None if that is not certain.

    Args:
        text: A time as typed.
        life: The days of a life, up to today.
    """
    span = parse_when(text, life.latest)
    if span is None or span.latest < life.earliest or span.earliest > life.latest:
        return None
    return DateSpan(
        earliest=max(span.earliest, life.earliest), latest=min(span.latest, life.latest)
    )


def _months(first_year: int, first: int, last: int) -> DateSpan:
    """Return whole months; a month number may lie in the year before (0) or after (13)."""
    start = _first_of(first_year, first)
    end = _first_of(first_year, last + 1) - timedelta(days=1)
    return DateSpan(earliest=start, latest=end)


def _first_of(year: int, month: int) -> date:
    years, months = divmod(month - 1, _MONTHS_A_YEAR)
    return date(year + years, months + 1, 1)


def _year(text: str) -> int:
    year = int(text)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"{year} is no year of a living person")
    return year


def _whole_year(found: re.Match[str], today: date) -> DateSpan:
    del today
    return _months(_year(found["year"]), 1, _MONTHS_A_YEAR)


def _season(found: re.Match[str], today: date) -> DateSpan:
    del today
    return _months(_year(found["year"]), *_SEASONS[found["season"]])


def _named_month(found: re.Match[str], today: date) -> DateSpan:
    del today
    month = _MONTHS[found["month"]]
    return _months(_year(found["year"]), month, month)


def _numbered_month(found: re.Match[str], today: date) -> DateSpan:
    del today
    month = int(found["month"])
    if not 1 <= month <= _MONTHS_A_YEAR:
        raise ValueError(f"There is no month {month}")
    return _months(_year(found["year"]), month, month)


def _one_day(found: re.Match[str], today: date) -> DateSpan:
    del today
    month = found["month"]
    number = _MONTHS.get(month) or int(month)
    day = date(_year(found["year"]), number, int(found["day"]))
    return DateSpan(earliest=day, latest=day)


def _day_in_either_order(found: re.Match[str], today: date) -> DateSpan | None:
    del today
    year, one, other = _year(found["year"]), int(found["one"]), int(found["other"])
    # Where dates are written with dots, the day comes first (03.09.2025 is in September).
    orders = ((one, other),) if found["sign"] == "." else ((one, other), (other, one))
    days = []
    for day, month in orders:
        if 1 <= month <= _MONTHS_A_YEAR and 1 <= day <= calendar.monthrange(year, month)[1]:
            days.append(date(year, month, day))
    return DateSpan(earliest=min(days), latest=max(days)) if days else None


def _ago(found: re.Match[str], today: date) -> DateSpan:
    """Return the span of "3 years ago": from just under 4 years ago to 3; "about" adds one more."""
    least = most = _count(found["count"])
    if found["most"]:
        least, most = sorted((least, _count(found["most"])))
    if found["about"] or found["or_so"]:
        least = max(least - 1, 0)
    step = _UNITS[found["unit"]]
    earliest = _back(today, most + 1, step) + timedelta(days=1)
    return DateSpan(earliest=earliest, latest=_back(today, least, step))


def _count(text: str) -> int:
    return _NUMBER_WORDS.get(text) or int(text)


def _half_years_ago(found: re.Match[str], today: date) -> DateSpan:
    """Return the span of "1.5 years ago": nobody counts half years to the month."""
    years = _count(found["count"])
    earliest = _back(today, years + 1, "year") + timedelta(days=1)
    return DateSpan(earliest=earliest, latest=_back(today, years, "year"))


def _near_season(found: re.Match[str], today: date) -> DateSpan:
    """Return the span of "last spring": some mean the one just over, some that of last year."""
    months = 2 * _MONTHS_A_YEAR if found["which"] == "last" else _MONTHS_A_YEAR
    return DateSpan(earliest=_back(today, months, "month"), latest=today)


def _christmas(found: re.Match[str], today: date) -> DateSpan:
    """Return the days around it: churches that count by the old calendar keep it on 7 January."""
    del today
    year = _year(found["year"])
    return DateSpan(earliest=date(year, 12, 1), latest=date(year + 1, 1, 7))


def _back(today: date, count: int, step: str) -> date:
    if step == "day":
        return today - timedelta(days=count)
    if step == "week":
        return today - timedelta(weeks=count)
    months = count * (_MONTHS_A_YEAR if step == "year" else 1)
    first = _first_of(today.year, today.month - months)
    last_day = calendar.monthrange(first.year, first.month)[1]
    return first.replace(day=min(today.day, last_day))


def _near(found: re.Match[str], today: date) -> DateSpan:
    """Return the span of "yesterday", "last week", "this year" and the like."""
    which, step = found["which"], found["step"]
    if step == "year":
        year = today.year - (which == "last")
        span = _months(year, 1, _MONTHS_A_YEAR)
    elif step == "month":
        month = today.month - (which == "last")
        span = _months(today.year, month, month)
    elif which == "last":
        # Weeks begin on Saturday, Sunday or Monday, depending on where one lives.
        span = DateSpan(earliest=today - timedelta(days=13), latest=today - timedelta(days=1))
    else:
        span = DateSpan(earliest=today - timedelta(days=6), latest=today)
    return DateSpan(earliest=span.earliest, latest=min(span.latest, today))


def _days_back(days: int) -> Callable[[re.Match[str], date], DateSpan]:
    def read(found: re.Match[str], today: date) -> DateSpan:
        del found
        day = today - timedelta(days=days)
        return DateSpan(earliest=day, latest=day)

    return read


# "In 3 weeks" is still to come, and "in the last year" is no day: only a date may follow "in".
_LEADING = re.compile(
    r"^(?:since|from|for(?: the (?:last|past))?|"
    rf"(?:in|on|at)(?!.*(?:{'|'.join(_UNITS)})\b))(?: the)? "
)
_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_ABOUT = (
    r"(?P<about>(?:about|around|approximately|approx\.?|roughly|nearly|almost|circa|ca\.?) |~ ?)?"
)
_PART = r"(?:(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)[ -])?"
_COUNT = rf"[0-9]{{1,3}}|{'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))}"

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], DateSpan | None]], ...] = (
    (re.compile(rf"{_PART}{_YEAR}"), _whole_year),
    (re.compile(rf"{_PART}(?P<season>{'|'.join(_SEASONS)})(?: of)? {_YEAR}"), _season),
    (re.compile(rf"(?:christmas|xmas)(?: of)? {_YEAR}"), _christmas),
    (re.compile(rf"{_PART}(?P<month>{_MONTH})\.?(?: of)? {_YEAR}"), _named_month),
    (re.compile(rf"{_YEAR} (?P<month>{_MONTH})\.?"), _named_month),
    (re.compile(rf"(?P<month>[0-9]{{1,2}})[/.-]{_YEAR}"), _numbered_month),
    (re.compile(rf"{_YEAR}[/.-](?P<month>[0-9]{{1,2}})"), _numbered_month),
    (re.compile(rf"{_YEAR}[/.-](?P<month>[0-9]{{1,2}})[/.-](?P<day>[0-9]{{1,2}})"), _one_day),
    (re.compile(rf"{_DAY}(?: of)?[ -](?P<month>{_MONTH})\.?[ -]{_YEAR}"), _one_day),
    (re.compile(rf"(?P<month>{_MONTH})\.? {_DAY} {_YEAR}"), _one_day),
    (
        re.compile(rf"(?P<one>[0-9]{{1,2}})(?P<sign>[/.-])(?P<other>[0-9]{{1,2}})(?P=sign){_YEAR}"),
        _day_in_either_order,
    ),
    (
        re.compile(
            rf"{_ABOUT}(?P<count>{_COUNT})(?: ?(?:-|–|to|or) ?(?P<most>{_COUNT}))? ?"
            rf"(?P<unit>{'|'.join(_UNITS)})\.?(?: ago| now)?(?P<or_so> or so)?(?: ago)?"
        ),
        _ago,
    ),
    (
        re.compile(
            rf"{_ABOUT}(?P<count>{_COUNT})(?:\.5| ?½| and a half) ?(?:years?|yrs?)(?: ago| now)?"
        ),
        _half_years_ago,
    ),
    (re.compile(rf"{_ABOUT}(?P<count>{_COUNT}) years? and a half(?: ago| now)?"), _half_years_ago),
    (re.compile(rf"(?P<which>last|this) (?P<season>{'|'.join(_SEASONS)})"), _near_season),
    (re.compile(r"(?P<which>last|this) (?P<step>week|month|year)"), _near),
    (re.compile(r"yesterday"), _days_back(1)),
    (re.compile(r"today"), _days_back(0)),
)
