"""What a piece of a line can be: a number, a unit, a range, a mark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appointments.choices import ReportFlag
from appointments.report_text.printed_units import PrintedUnit


class Kind(StrEnum):
    """What a piece is."""

    NUMBER = "number"
    BOUNDED = "bounded"  # a number with a comparator
    TITER = "titer"
    WORD = "word"
    RANGE = "range"
    UNIT = "unit"
    FLAG = "flag"
    SIGN = "sign"  # a plus or minus
    TAKEN = "taken"  # the date of the sample
    DATE = "date"  # another date
    SILENT = "silent"


@dataclass(frozen=True, kw_only=True)
class Token:
    """One piece.

    Attributes:
        kind: What it is.
        text: What it says, without label and brackets.
        start: Where it begins, label and brackets included.
        end: Where it ends.
        unit: The unit it is, or the unit inside a range.
        flag: The mark it is.
        is_closed: Whether a label or brackets say where it begins and ends.
    """

    kind: Kind
    text: str
    start: int
    end: int
    unit: PrintedUnit | None = None
    flag: ReportFlag | None = None
    is_closed: bool = False
