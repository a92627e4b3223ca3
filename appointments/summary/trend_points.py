"""Which results of one test can be drawn, in which unit, and why the others cannot.

Converted numbers are for drawing only: no result is compared with anything here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from appointments.answer_parts import LabResult
from appointments.answer_types import NO_UNIT, OTHER
from appointments.catalogue.conversions import convert, same_size
from appointments.catalogue.units import UNITS_BY_ID, find_unit
from appointments.dates import DateSpan, parse_in_life, parse_when
from appointments.numerals import Style
from appointments.phrases import Phrase, _
from appointments.quantities import Quantity, parse_quantity, parse_range
from appointments.shown_conversions import in_unit

# Each is a whole sentence but for the results it is about.
NO_DATE = Phrase(_("Not in the picture, because the date is missing or cannot be placed"))
STILL_TO_COME = Phrase(_("Not in the picture, because the date is still to come"))
BEFORE_BIRTH = Phrase(_("Not in the picture, because the date is before birth"))
NOT_HERE_YET = Phrase(_("Not in the picture, because the result is not here yet"))
NO_NUMBER = Phrase(_("Not in the picture, because the result is not one number"))
TWO_READINGS = Phrase(_("Not in the picture, because the number can be read in two ways"))
NOT_TYPED = Phrase(_("Not in the picture, because no unit was typed in"))
TWO_UNITS = Phrase(_("Not in the picture, because two different units were typed in"))
NO_PLACE = Phrase(_("Not in the picture, because the number is too large or too small to draw"))

# Beyond these, no label fits beside the axis, and no lab prints such a number.
_SMALLEST, _LARGEST = Decimal("0.001"), Decimal(10_000_000)


@dataclass(frozen=True, kw_only=True)
class SeriesUnit:
    """The unit of a result: one of the catalogue, or one in the person's own words.

    Attributes:
        id: Of the catalogue, or the words themselves, in small letters.
        shown: As it is printed.
    """

    id: str
    shown: str


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The ends of a lab's own range, in the unit of its result; None where it is open."""

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Point:
    """A result that can be drawn.

    Attributes:
        entry: What was typed.
        when: The days on which it can have been.
        quantity: The number and what stands before it, in the unit it was typed in.
        unit: That unit.
        limits: The lab's own range in it; None if there is none, or it cannot be drawn.
    """

    entry: LabResult
    when: DateSpan
    quantity: Quantity
    unit: SeriesUnit
    limits: Limits | None

    def value_in(self, unit: SeriesUnit) -> Decimal | None:
        """Return the number for an axis in another unit; None if it has no place there."""
        return _drawable(convert(self.entry.test, self.quantity.value, self.unit.id, unit.id))

    def limits_in(self, unit: SeriesUnit) -> Limits | None:
        """Return the range for an axis in another unit; None if it has no place there."""
        if self.limits is None:
            return None
        ends = {
            name: _drawable(convert(self.entry.test, end, self.unit.id, unit.id))
            for name, end in (("low", self.limits.low), ("high", self.limits.high))
            if end is not None
        }
        if None in ends.values():
            return None
        return Limits(low=ends.get("low"), high=ends.get("high"))


def read_point(entry: LabResult, life: DateSpan) -> Point | Phrase:
    """Return what can be drawn of a result, or why nothing can.

    Args:
        entry: The result as typed.
        life: The days of the person's life, up to the day on which the sheet is made.
    """
    quantity = _number(entry)
    if isinstance(quantity, Phrase):
        return quantity
    unit = _unit_of(entry, quantity)
    if isinstance(unit, Phrase):
        return unit
    when = parse_in_life(entry.taken_on, life)
    if when is None:
        return _why_not_placed(entry.taken_on, life)
    return Point(
        entry=entry,
        when=when,
        quantity=quantity,
        unit=unit,
        limits=_limits(entry, quantity, unit),
    )


def _why_not_placed(taken_on: str, life: DateSpan) -> Phrase:
    span = parse_when(taken_on, life.latest)
    if span is None:
        return NO_DATE
    return STILL_TO_COME if span.earliest > life.latest else BEFORE_BIRTH


def can_join(test_id: str, one: SeriesUnit, other: SeriesUnit) -> bool:
    """Whether results in the two units can safely stand on one axis."""
    return convert(test_id, Decimal(1), one.id, other.id) is not None


def is_converted(point: Point, unit: SeriesUnit) -> bool:
    """Whether the number on an axis in that unit differs from the number typed."""
    return not same_size(point.entry.test, point.unit.id, unit.id)


def said_in(point: Point, unit: SeriesUnit) -> Phrase | None:
    """Return the result in another unit, in words; None if the number stays the same."""
    if not is_converted(point, unit):
        return None
    return in_unit(
        test_id=point.entry.test,
        quantity=point.quantity,
        unit_id=point.unit.id,
        other_id=unit.id,
    )


def _number(entry: LabResult) -> Quantity | Phrase:
    """Return the one number of a result, or why it has none."""
    quantity = parse_quantity(entry.value)
    if quantity is None:
        return NOT_HERE_YET if entry.waiting and not entry.value else NO_NUMBER
    if quantity.other_reading is not None:
        return TWO_READINGS
    return quantity if _drawable(quantity.value) is not None else NO_PLACE


def _unit_of(entry: LabResult, quantity: Quantity) -> SeriesUnit | Phrase:
    """Return the one unit of a result, or why it has none; "142 pg/mL" names it in the value."""
    printed = find_unit(entry.unit_as_printed) if entry.unit == OTHER else None
    chosen = printed.id if printed else entry.unit
    if quantity.unit_id:
        if chosen in UNITS_BY_ID and not same_size(entry.test, chosen, quantity.unit_id):
            return TWO_UNITS
        if chosen == OTHER and entry.unit_as_printed:
            return TWO_UNITS
        chosen = chosen if chosen in UNITS_BY_ID else quantity.unit_id
    if chosen in UNITS_BY_ID:
        return SeriesUnit(id=chosen, shown=UNITS_BY_ID[chosen].shown)
    if chosen == OTHER and entry.unit_as_printed:
        words = " ".join(entry.unit_as_printed.split())
        # Not in one case: G/L and g/L are worlds apart.
        return SeriesUnit(id=f"own {words}", shown=words)
    if chosen == NO_UNIT:
        return SeriesUnit(id=NO_UNIT, shown="")
    return NOT_TYPED


def _limits(entry: LabResult, quantity: Quantity, unit: SeriesUnit) -> Limits | None:
    """Return the ends of the lab's range, if its unit and its numbers are certain."""
    found = parse_range(entry.lab_range)
    if found is None or not (found.low or found.high):
        return None
    if found.unit_id and not same_size(entry.test, found.unit_id, unit.id):
        return None  # never converted to stand beside a result in another unit
    # Result and range stand in one report, so they are written in one style.
    styles = [style for style in Style if quantity.number.read(style) is not None]
    ends = {
        (
            found.low.number.read(style) if found.low else None,
            found.high.number.read(style) if found.high else None,
        )
        for style in styles
        if found.fits(style)
    }
    if len(ends) != 1:
        return None
    low, high = ends.pop()
    if any(end is not None and _drawable(end) is None for end in (low, high)):
        return None
    return Limits(low=low, high=high)


def _drawable(value: Decimal | None) -> Decimal | None:
    """Return the number if it has a place on an axis."""
    if value is None or (value and not _SMALLEST <= value < _LARGEST):
        return None
    return value
