"""The months of a clinic as bars: drawn here, so that the page needs no script and no style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from appointments.owner.counts import Row, Told

MOST_MONTHS = 12
WIDTH, HEIGHT = 720, 160
_STUB = 6  # the height of a bar whose number is not told


class Look(StrEnum):
    """What the height of a bar says."""

    EXACT = "exact"
    LEAST = "least"  # this many or more
    UNTOLD = "untold"  # nothing


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One number of one month; lengths in the picture's units, from its top left.

    Attributes:
        kind: Which number: 0 opened, 1 started, 2 sheet made.
    """

    kind: int
    look: Look
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> int:
        """Half way from its left to its right."""
        return self.x + self.width // 2


@dataclass(frozen=True, kw_only=True)
class Month:
    """The bars of one month, and where its name stands."""

    name: str
    middle: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The picture.

    Attributes:
        highest: The number, told or told as the least, that fills the height; 0 if there is none.
    """

    months: tuple[Month, ...]
    highest: int


def draw_months(rows: Sequence[Row]) -> Chart | None:
    """Return the chart of the last months, the oldest first; None while there is no month."""
    if not rows:
        return None
    shown = list(reversed(rows[:MOST_MONTHS]))
    highest = max(_drawn(told) or 0 for row in shown for told in row.told)
    room = WIDTH // MOST_MONTHS
    return Chart(
        months=tuple(
            _month(row, left=place * room, room=room, highest=highest)
            for place, row in enumerate(shown)
        ),
        highest=highest,
    )


def _month(row: Row, *, left: int, room: int, highest: int) -> Month:
    width = room // 4
    bars = []
    for kind, told in enumerate(row.told):
        drawn = _drawn(told)
        height = _STUB if drawn is None else max(1, round(drawn / highest * HEIGHT))
        x = left + width // 2 + kind * width
        bars.append(Bar(
            kind=kind, look=_look(told), x=x, y=HEIGHT - height, width=width - 2,
            height=height,
        ))  # fmt: skip
    return Month(name=row.id, middle=left + room // 2, bars=tuple(bars))


def _drawn(told: Told) -> int | None:
    """Return the number that a bar is as high as."""
    return told.least if told.number is None else told.number


def _look(told: Told) -> Look:
    if told.number is not None:
        return Look.EXACT
    return Look.UNTOLD if told.least is None else Look.LEAST
