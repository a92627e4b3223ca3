"""Results and ranges as reports print them, and whether a result certainly lies outside a range.

Nothing is said about a result unless it holds under every reading of what was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from appointments.catalogue.conversions import same_size
from appointments.catalogue.units import UNITS_BY_ID, find_unit
from appointments.comparators import COMPARATOR, Comparator, read_comparator
from appointments.numerals import NUMERAL, Number, Style, parse_number

Position = Literal["below", "inside", "above"]


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """A result as it was read.

    Attributes:
        comparator: What stands before the number.
        number: The number, with both readings if there are two.
        unit_id: The unit typed after the number, if there was one.
    """

    comparator: Comparator
    number: Number
    unit_id: str | None = None

    @property
    def value(self) -> Decimal:
        """The likelier reading: a point before decimals, commas between thousands."""
        return self.number.readings[0]

    @property
    def other_reading(self) -> Decimal | None:
        """The other reading, if there is one."""
        return self.number.readings[1] if len(self.number.readings) > 1 else None


@dataclass(frozen=True, kw_only=True)
class Limit:
    """One end of a range."""

    number: Number
    inclusive: bool


@dataclass(frozen=True, kw_only=True)
class ReferenceRange:
    """The lab's own range as it was read.

    Attributes:
        low: Its lower end, if it has one.
        high: Its upper end, if it has one.
        unit_id: The unit typed with it, if there was one.
        word: The word a lab expects instead of numbers, such as "Negative".
    """

    low: Limit | None
    high: Limit | None
    unit_id: str | None = None
    word: str = ""

    def fits(self, style: Style) -> bool:
        """Whether every end can be read in that style, and there is one."""
        ends = [limit.number.read(style) for limit in (self.low, self.high) if limit]
        return bool(ends) and None not in ends


# Longer texts than any report prints are left alone, so that reading one stays cheap.
_LONGEST_TEXT = 200

_ONE_NUMBER = re.compile(
    rf"(?P<comparator>{COMPARATOR})? ?(?P<number>{NUMERAL})(?P<rest>.*)", re.IGNORECASE
)

# Hyphens and dashes of all kinds: copied text has them, and they look alike.
_TO = r"[-‐‑‒–—−~]|\bto\b|\bthrough\b|\bthru\b|\.\."
_TWO_NUMBERS = re.compile(
    rf"(?P<low>{NUMERAL})(?P<low_rest>.*?) ?(?:{_TO}) ?(?P<high>{NUMERAL})(?P<rest>.*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"between (.+?) and (.+)", re.IGNORECASE)
_RANGE_LABEL = re.compile(
    r"^(?:(?:reference|ref\.?|normal|expected|lab)? ?(?:range|interval|limits|values?)"
    r"|reference|ref\.?|normal|expected|rr|nr|from)(?![a-z]) ?:? ?",
    re.IGNORECASE,
)

# What reports print behind a result they draw attention to. It is kept as typed, not read.
_MARKS = frozenset(
    {"h", "l", "hh", "ll", "*", "**", "(h)", "(l)", "low", "high", "abnormal"},
)

NEGATIVE_WORDS = frozenset(
    {
        *("negative", "neg", "absent", "none detected", "not detected", "undetected"),
        *("non-reactive", "nonreactive", "non reactive", "not reactive"),
    }
)
"""What labs print where nothing was found, and as the result that they expect."""


def parse_quantity(text: str) -> Quantity | None:
    """Return the number somebody typed, or None if it is a text result ("Negative")."""
    found = _ONE_NUMBER.fullmatch(_tidy(text))
    number = parse_number(found["number"]) if found else None
    read = read_comparator(found["comparator"], found["rest"]) if found else None
    if number is None or read is None:
        return None
    comparator, rest = read
    unit_id, understood = _unit_of(rest)
    if not understood:
        unit_id, understood = _unit_of(_without_mark(rest))
    if not understood:
        return None
    return Quantity(comparator=comparator, number=number, unit_id=unit_id)


def parse_range(text: str) -> ReferenceRange | None:
    """Return the lab's own range somebody typed, or None if it is not a range we can read."""
    tidy = " ".join(re.sub(r"[()\[\]]", " ", _tidy(text)).split()).rstrip(" .,;")
    tidy = _RANGE_LABEL.sub("", tidy)
    if tidy.casefold() in NEGATIVE_WORDS:
        return ReferenceRange(low=None, high=None, word=tidy)
    if two := _TWO_NUMBERS.fullmatch(_BETWEEN.sub(r"\1 to \2", tidy)):
        return _two_sided(two)
    if one := _ONE_NUMBER.fullmatch(tidy):
        return _one_sided(one)
    return None


def position(*, test_id: str, unit_id: str, value: str, lab_range: str) -> Position | None:
    """Return where a typed result certainly lies in the typed range; None if that is not certain.

    The two are compared as they stand, never converted (clinical brief, 0.2): if their units
    differ in size, nothing is said.
    """
    quantity, limits = parse_quantity(value), parse_range(lab_range)
    if quantity is None or limits is None:
        return None
    units = [unit for unit in (unit_id, quantity.unit_id) if unit in UNITS_BY_ID]
    if limits.unit_id is not None:
        if not units:
            return None
        units.append(limits.unit_id)
    if any(not same_size(test_id, unit, units[0]) for unit in units):
        return None
    return _position(quantity, limits)


def _tidy(text: str) -> str:
    """Return the text with single plain blanks; "" if it is too long to be a result."""
    return " ".join(text.split()) if len(text) <= _LONGEST_TEXT else ""


def _without_mark(text: str) -> str:
    """Return what stands behind a number without the mark at its end, if it has one."""
    rest, _, last = text.rpartition(" ")
    return rest if last.casefold() in _MARKS else text


def _unit_of(*texts: str) -> tuple[str | None, bool]:
    """Return the unit that the texts name, and whether they say nothing else."""
    units = [find_unit(text) for text in texts if text.strip()]
    ids = {unit.id for unit in units if unit is not None}
    if None in units or len(ids) > 1:
        return None, False
    return next(iter(ids), None), True


def _two_sided(found: re.Match[str]) -> ReferenceRange | None:
    low, high = parse_number(found["low"]), parse_number(found["high"])
    unit_id, understood = _unit_of(found["low_rest"], found["rest"])
    if low is None or high is None or not understood:
        return None
    # Both ends are written in the same way, and the lower one comes first.
    point = low.point is not None and high.point is not None and low.point <= high.point
    comma = low.comma is not None and high.comma is not None and low.comma <= high.comma
    if not point and not comma:
        return None

    def limit(number: Number) -> Limit:
        kept = Number(point=number.point if point else None, comma=number.comma if comma else None)
        return Limit(number=kept, inclusive=True)

    return ReferenceRange(low=limit(low), high=limit(high), unit_id=unit_id)


def _one_sided(found: re.Match[str]) -> ReferenceRange | None:
    number = parse_number(found["number"])
    read = read_comparator(found["comparator"], found["rest"])
    if number is None or read is None:
        return None
    comparator, rest = read
    unit_id, understood = _unit_of(rest)
    if comparator is Comparator.NONE or not understood:
        return None
    limit = Limit(number=number, inclusive=comparator in (Comparator.AT_MOST, Comparator.AT_LEAST))
    if comparator in (Comparator.LESS, Comparator.AT_MOST):
        return ReferenceRange(low=None, high=limit, unit_id=unit_id)
    return ReferenceRange(low=limit, high=None, unit_id=unit_id)


def _position(quantity: Quantity, lab_range: ReferenceRange) -> Position | None:
    """Return the one position that all readings agree on."""
    of_value = [style for style in Style if quantity.number.read(style) is not None]
    of_range = [style for style in Style if lab_range.fits(style)]
    # Both stand in one report, so they are written in the same style if they can be.
    pairs = [(style, style) for style in of_value if style in of_range]
    pairs = pairs or [(one, other) for one in of_value for other in of_range]
    found = {_position_in(quantity, lab_range, one, other) for one, other in pairs}
    return found.pop() if len(found) == 1 else None


def _position_in(
    quantity: Quantity, lab_range: ReferenceRange, style: Style, range_style: Style
) -> Position | None:
    """Return where all values that the result can stand for lie, in one reading."""
    value = quantity.number.read(style)
    if value is None:
        return None
    below = above = False
    inside = True
    if lab_range.low:
        below, inside = _against_low(quantity.comparator, value, lab_range.low, range_style)
    if lab_range.high:
        above, inside_high = _against_high(quantity.comparator, value, lab_range.high, range_style)
        inside = inside and inside_high
    if below:
        return "below"
    if above:
        return "above"
    return "inside" if inside else None


def _against_low(
    comparator: Comparator, value: Decimal, low: Limit, style: Style
) -> tuple[bool, bool]:
    """Return whether a result is certainly below a lower end, and certainly not."""
    end = low.number.read(style)
    if end is None:
        return False, False
    at_end_is_below = not low.inclusive
    below = value < end or (value == end and (at_end_is_below or comparator is Comparator.LESS))
    not_below = value > end or (value == end and (low.inclusive or comparator is Comparator.MORE))
    if comparator in (Comparator.LESS, Comparator.AT_MOST):
        # It can be anything down to zero.
        return below, end < 0 or (end == 0 and low.inclusive)
    if comparator in (Comparator.MORE, Comparator.AT_LEAST):
        return False, not_below
    return below, not_below


def _against_high(
    comparator: Comparator, value: Decimal, high: Limit, style: Style
) -> tuple[bool, bool]:
    """Return whether a result is certainly above an upper end, and certainly not."""
    end = high.number.read(style)
    if end is None:
        return False, False
    above = value > end or (value == end and (not high.inclusive or comparator is Comparator.MORE))
    not_above = value < end or (value == end and (high.inclusive or comparator is Comparator.LESS))
    if comparator in (Comparator.MORE, Comparator.AT_LEAST):
        return above, False
    if comparator in (Comparator.LESS, Comparator.AT_MOST):
        return False, not_above
    return above, not_above
