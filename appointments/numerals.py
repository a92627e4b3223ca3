"""Numbers as people write them: "1,250" is over a thousand here, and little over one elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

NUMERAL = r"[0-9.](?:(?:[0-9.,'’]| (?=[0-9]{3}(?![0-9/])))*[0-9])?"
"""What can be a number, as a part of a regular expression.

A blank stands only before a group of three digits: "11 10*9/L" and "250 103/uL" end at the blank.
"""

# Longer than any number on a report, so that reading and arithmetic stay cheap.
_LONGEST = 24

# Digits, or groups of three that all have the same sign between them; then the decimals.
_POINT = re.compile(
    r"(?:[0-9]+|[1-9][0-9]{0,2}(?P<sign>[,'’ ])[0-9]{3}(?:(?P=sign)[0-9]{3})*)?(?:\.[0-9]+)?"
)
_COMMA = re.compile(
    r"(?:[0-9]+|[1-9][0-9]{0,2}(?P<sign>[.'’ ])[0-9]{3}(?:(?P=sign)[0-9]{3})*)?(?:,[0-9]+)?"
)


class Style(StrEnum):
    """The two ways to write a number."""

    POINT = "point"  # 1,250.5
    COMMA = "comma"  # 1.250,5


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number in each style; None where it cannot be read so. At least one can be read."""

    point: Decimal | None
    comma: Decimal | None

    def read(self, style: Style) -> Decimal | None:
        """Return the number as that style reads it."""
        return self.point if style is Style.POINT else self.comma

    @property
    def readings(self) -> tuple[Decimal, ...]:
        """Return the different readings; that with a decimal point comes first."""
        both = (self.point, self.comma)
        return tuple(dict.fromkeys(value for value in both if value is not None))


def parse_number(text: str) -> Number | None:
    """Return both readings of a number, or None if it has none."""
    if len(text) > _LONGEST:
        return None
    bare = re.sub(r"['’ ]", "", text)
    point = Decimal(bare.replace(",", "")) if _POINT.fullmatch(text) else None
    comma = Decimal(bare.replace(".", "").replace(",", ".")) if _COMMA.fullmatch(text) else None
    if point is None and comma is None:
        return None
    return Number(point=point, comma=comma)
