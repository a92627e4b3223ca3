"""One axis of time for a picture: where a day stands on it, and which days are named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from appointments.dates import DateSpan
from appointments.phrases import Phrase, Text, _
from appointments.summary.wording import SHORT_MONTHS

_MONTHS_A_YEAR = 12

# A step in months, and how many labels find room side by side on a phone of 320 px: a year is
# half as long as a month and year. The first step that needs no more is used.
_STEPS = ((1, 3), (3, 3), (6, 3), (12, 6), (24, 6), (60, 6), (120, 6), (240, 6), (600, 6))


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A named day on the axis; `at` lies between 0 and 1."""

    at: float
    label: Text


@dataclass(frozen=True, kw_only=True)
class TimeAxis:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    def at(self, day: date) -> float:
        """Return where a day stands, from 0 (start) to 1 (end); days beyond stand at the end."""
        share = (day - self.start).days / (self.end - self.start).days
        return min(max(share, 0.0), 1.0)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Return a few named days: months or years; on a short axis its first and last day."""
        found = next(
            (ticks for step, most in _STEPS if len(ticks := self._every(step)) <= most), ()
        )
        if len(found) > 1:
            return found
        return tuple(
            Tick(at=self.at(day), label=day_in_short(day)) for day in (self.start, self.end)
        )

    def _every(self, step: int) -> tuple[Tick, ...]:
        first = self.start.year * _MONTHS_A_YEAR + self.start.month - 1
        last = self.end.year * _MONTHS_A_YEAR + self.end.month - 1
        months = range(-(-first // step) * step, last + 1, step)
        days = [date(*_year_and_month(month), 1) for month in months]
        return tuple(
            Tick(at=self.at(day), label=_label(day, step=step)) for day in days if day >= self.start
        )


def axis_over(spans: Iterable[DateSpan]) -> TimeAxis | None:
    """Return an axis that holds all spans, with a little room at both ends; None without spans."""
    kept = list(spans)
    if not kept:
        return None
    first, last = min(span.earliest for span in kept), max(span.latest for span in kept)
    room = timedelta(days=max((last - first).days // 25, 3))
    return TimeAxis(start=first - room, end=last + room)


def _year_and_month(months: int) -> tuple[int, int]:
    year, month = divmod(months, _MONTHS_A_YEAR)
    return year, month + 1


def _label(day: date, *, step: int) -> Text:
    year = str(day.year)
    if step % _MONTHS_A_YEAR == 0:
        return year
    return Phrase(_("%(month)s %(year)s"), {"month": SHORT_MONTHS[day.month - 1], "year": year})


def day_in_short(day: date) -> Phrase:
    """Return a day as nobody can misread it: "8 Oct 2026"."""
    values: dict[str, Text] = {
        "day": str(day.day),
        "month": SHORT_MONTHS[day.month - 1],
        "year": str(day.year),
    }
    return Phrase(_("%(day)s %(month)s %(year)s"), values)
