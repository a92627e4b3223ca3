"""How often a clinic's link was used, told so that no number under five can be worked out.

Two rules (ADR 18). A day's number under five is not told, zero included. A month's sum is told only
if the part of it that the days do not tell is none, or is itself five or more and leaves open what
each of those days had. Only days and months that are over are told: watching a number grow would
tell its last step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext

from appointments.catalogue.countries import COUNTRIES_BY_ID
from appointments.models import Clinic, DailyCount

FEWEST_TOLD = 5
_MOST_UNTOLD = FEWEST_TOLD - 1


@dataclass(frozen=True, kw_only=True)
class Told:
    """A number as the owner reads it.

    Attributes:
        text: In words; for a number that is not told, how much may be said of it.
        number: The number itself, if it is told.
        least: What it is at least, if that is all that is told.
    """

    text: str
    number: int | None = None
    least: int | None = None


@dataclass(frozen=True, kw_only=True)
class Row:
    """A day or a month: opened, started, sheet made.

    Attributes:
        id: The day or month as ISO 8601 writes it.
        label: The day or month in words.
    """

    id: str
    label: str
    told: tuple[Told, Told, Told]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What is told about one clinic, the newest first."""

    months: tuple[Row, ...]
    days: tuple[Row, ...]


def tell_counts(clinic: Clinic) -> Counts:
    """Return what may be told about a clinic today."""
    # A day is over when it is over by both clocks, whichever counted it.
    today = min(datetime.now(UTC).date(), COUNTRIES_BY_ID[clinic.country].today())
    days = _every_day(clinic.counts.filter(day__lt=today).order_by("day"), until=today)
    months = [
        (month, [numbers for _day, numbers in group])
        for month, group in groupby(days, key=lambda row: row[0].replace(day=1))
        if month < today.replace(day=1)
    ]
    return Counts(
        months=tuple(
            Row(
                id=f"{month:%Y-%m}",
                label=date_format(month, "F Y"),
                told=_three(tell_sum(column) for column in zip(*numbers, strict=True)),
            )
            for month, numbers in reversed(months)
        ),
        days=tuple(
            Row(
                id=day.isoformat(),
                label=date_format(day, "F j, Y"),
                told=_three(tell(number) for number in numbers),
            )
            for day, numbers in reversed(days)
        ),
    )


def tell(number: int) -> Told:
    """Return the number of one day as it may be told."""
    if number < FEWEST_TOLD:
        return Told(text=gettext("fewer than 5"))
    return Told(text=str(number), number=number)


def tell_sum(numbers: Sequence[int]) -> Told:
    """Return the sum of a month's days, or what may be said of it.

    With the sum, anybody can work out what the untold days had together. That must not be a number
    under five, and not the most they can have: then each of them had four.
    """
    untold = [number for number in numbers if number < FEWEST_TOLD]
    rest, told = sum(untold), sum(numbers) - sum(untold)
    if not untold or FEWEST_TOLD <= rest < _MOST_UNTOLD * len(untold):
        return Told(text=str(told + rest), number=told + rest)
    if told:
        return Told(text=gettext("at least %(number)s") % {"number": told}, least=told)
    return Told(text=gettext("fewer than 5 a day"))


def _every_day(
    counts: Iterable[DailyCount], *, until: date
) -> list[tuple[date, tuple[int, int, int]]]:
    """Return every day from the first that counted; a day without a row looks like a quiet one."""
    counted = {count.day: (count.opened, count.started, count.sheets) for count in counts}
    if not counted:
        return []
    first = min(counted)
    days = (first + timedelta(days=number) for number in range((until - first).days))
    return [(day, counted.get(day, (0, 0, 0))) for day in days]


def _three(told: Iterable[Told]) -> tuple[Told, Told, Told]:
    opened, started, sheets = told
    return opened, started, sheets
