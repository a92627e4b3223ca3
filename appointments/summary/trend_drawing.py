"""Puts the results of one test on two axes: days from left to right, one unit from below.

No line joins the results. What lay between two samples is not known, two labs measure with
different methods, and of two uncertain dates it is not even certain which came first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil, floor

from appointments.comparators import Comparator
from appointments.phrases import Phrase, Text, _
from appointments.summary.time_axis import TimeAxis, axis_over
from appointments.summary.trend_figure import (
    Mark,
    RangeBar,
    Shape,
    TimeTick,
    TrendFigure,
    ValueTick,
)
from appointments.summary.trend_key import key_of
from appointments.summary.trend_points import Limits, Point, SeriesUnit, is_converted

# In shares of the width. On a phone of 320 pixels the plot is 194 wide.
_TOO_CLOSE = 0.07  # two marks would touch
_ROOM_FOR_A_YEAR, _ROOM_FOR_MORE = 0.18, 0.42  # "2026", "Nov 2026"
_NEAR_THE_EDGE = 0.93

_APART, _FARTHEST = 14, 42  # pixels between marks moved aside, and over all of them

_MOST_VALUES = 5
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))

# The axis starts at zero if the lowest thing drawn is not far from it; else the differences, which
# are what the picture is for, would be squeezed together.
_FAR_FROM_ZERO = Decimal("0.3")
# The whole height is never less than a tenth of the highest value, so that a trifle stays one.
_LEAST_HEIGHT = Decimal("0.1")
_ROOM = Decimal("0.1")  # above and below everything

_SHAPES = {
    Comparator.NONE: (Shape.DOT, Shape.DIAMOND),
    Comparator.LESS: (Shape.BELOW, Shape.BELOW_CONVERTED),
    Comparator.AT_MOST: (Shape.BELOW, Shape.BELOW_CONVERTED),
    Comparator.MORE: (Shape.ABOVE, Shape.ABOVE_CONVERTED),
    Comparator.AT_LEAST: (Shape.ABOVE, Shape.ABOVE_CONVERTED),
}


@dataclass(frozen=True, kw_only=True)
class ValueAxis:
    """The values from `bottom` to `top`."""

    bottom: Decimal
    top: Decimal

    def at(self, value: Decimal) -> float:
        """Return where a value stands, from 0 (top) to 1 (bottom)."""
        share = float((self.top - value) / (self.top - self.bottom))
        return min(max(share, 0.0), 1.0)

    @property
    def ticks(self) -> tuple[ValueTick, ...]:
        """Return a few round values; the room below zero is too small for one."""
        size = Decimal(1).scaleb(((self.top - self.bottom) / _MOST_VALUES).adjusted())
        steps = (step * size for step in _STEPS)
        values = next(values for step in steps if len(values := self._every(step)) <= _MOST_VALUES)
        return tuple(
            ValueTick(at=self.at(value), label=f"{value.normalize():f}") for value in values
        )

    def _every(self, step: Decimal) -> list[Decimal]:
        first, last = ceil(self.bottom / step), floor(self.top / step)
        return [number * step for number in range(first, last + 1)]


def draw(points: Sequence[Point], unit: SeriesUnit, *, title: Text) -> TrendFigure:
    """Return the picture of some results.

    Args:
        points: At least one; each has a place on an axis in that unit.
        unit: The unit of the axis.
        title: What the picture is called.
    """
    times = axis_over(point.when for point in points)
    if times is None:
        raise ValueError("A picture needs a point")
    values = value_axis(points, unit)
    marks = _moved_aside([_mark(point, unit, times, values) for point in points])
    return TrendFigure(
        title=title,
        description=_description(len(marks), unit),
        unit=unit.shown,
        marks=marks,
        values=values.ticks,
        times=_names(times),
        key=key_of(marks, unit),
    )


def value_axis(points: Sequence[Point], unit: SeriesUnit) -> ValueAxis:
    """Return an axis that holds all results and the ends of all ranges, with a little room."""
    ends = [end for point in points for end in _ends(point, unit)]
    low, high = min(ends), max(ends)
    if low <= high * _FAR_FROM_ZERO:
        low = Decimal(0)
    least = high * _LEAST_HEIGHT or Decimal(1)
    if high - low < least:
        low = max((low + high - least) / 2, Decimal(0))
        high = low + least
    room = (high - low) * _ROOM
    return ValueAxis(bottom=low - room, top=high + room)


def _ends(point: Point, unit: SeriesUnit) -> Iterator[Decimal]:
    """Yield what an axis has to hold: "<370" and a range without a lower end reach down to zero."""
    value, limits = point.value_in(unit), point.limits_in(unit)
    if value is not None:
        yield value
        if point.quantity.comparator in (Comparator.LESS, Comparator.AT_MOST):
            yield Decimal(0)
    if limits:
        yield limits.low or Decimal(0)
        yield from () if limits.high is None else (limits.high,)


def _mark(point: Point, unit: SeriesUnit, times: TimeAxis, values: ValueAxis) -> Mark:
    left, right = times.at(point.when.earliest), times.at(point.when.latest)
    value, limits = point.value_in(unit), point.limits_in(unit)
    if value is None:
        raise ValueError("Every point has a place on the axis")
    converted = is_converted(point, unit)
    shape = _SHAPES[point.quantity.comparator][converted]
    if left < right and not point.quantity.comparator:
        shape = Shape.SPAN_CONVERTED if converted else Shape.SPAN
    return Mark(
        x=(left + right) / 2,
        left=left,
        right=right,
        y=values.at(value),
        shape=shape,
        aside=0,
        lab_range=_bar(limits, values, converted=converted) if limits else None,
    )


def _bar(limits: Limits, values: ValueAxis, *, converted: bool) -> RangeBar:
    return RangeBar(
        top=0.0 if limits.high is None else values.at(limits.high),
        # Nothing lies below zero, where the axis leaves a little room.
        bottom=values.at(Decimal(0) if limits.low is None else limits.low),
        open_top=limits.high is None,
        open_bottom=limits.low is None,
        shape=Shape.RANGE_CONVERTED if converted else Shape.RANGE,
    )


def _moved_aside(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks from left to right; those of almost the same day stand side by side."""
    groups: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.x, mark.left)):
        if groups and mark.x - groups[-1][-1].x < _TOO_CLOSE:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return tuple(
        replace(mark, aside=_aside(place, len(group)))
        for group in groups
        for place, mark in enumerate(group)
    )


def _aside(place: int, count: int) -> int:
    if count == 1:
        return 0
    apart = min(_APART, _FARTHEST / (count - 1))
    return round((place - (count - 1) / 2) * apart)


def _names(times: TimeAxis) -> tuple[TimeTick, ...]:
    named: list[TimeTick] = []
    last_at = -1.0
    for tick in times.ticks:
        is_year = isinstance(tick.label, str)
        roomy = tick.at - last_at < (_ROOM_FOR_A_YEAR if is_year else _ROOM_FOR_MORE)
        last_at = last_at if roomy else tick.at
        named.append(
            TimeTick(at=tick.at, label=tick.label, roomy=roomy, last=tick.at > _NEAR_THE_EDGE)
        )
    return tuple(named)


def _description(count: int, unit: SeriesUnit) -> Phrase:
    says = (
        _(
            "A chart of %(count)s results in %(unit)s, from left to right by date, each with its "
            "own lab’s range, where there is one. The same results are in the table of lab "
            "results, exactly as typed."
        )
        if unit.shown
        else _(
            "A chart of %(count)s results without a unit, from left to right by date, each with "
            "its own lab’s range, where there is one. The same results are in the table of lab "
            "results, exactly as typed."
        )
    )
    return Phrase(says, {"count": str(count), "unit": unit.shown})
