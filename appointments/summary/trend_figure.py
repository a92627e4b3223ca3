"""The picture of one test's results over time: what is drawn, and where, between 0 and 1.

A place is counted from the left and from the top of the plot, as SVG does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from appointments.phrases import Text


class Shape(StrEnum):
    """What a mark looks like; none of them depends on color."""

    DOT = "dot"  # a result, as typed
    DIAMOND = "diamond"  # a result that was converted
    BELOW = "below"  # "<150": an arrow that leads down from the number
    ABOVE = "above"  # ">2000": an arrow that leads up from it
    BELOW_CONVERTED = "below-converted"
    ABOVE_CONVERTED = "above-converted"
    SPAN = "span"  # not a point: it can have been on any of these days
    SPAN_CONVERTED = "span-converted"
    RANGE = "range"  # the range of the lab that measured this result
    RANGE_CONVERTED = "range-converted"
    RANGE_OPEN = "range-open"  # one that has no lower, or no upper end


@dataclass(frozen=True, kw_only=True)
class RangeBar:
    """One lab's own range; an open end has no limit, and is drawn without a line."""

    top: float
    bottom: float
    open_top: bool
    open_bottom: bool
    shape: Shape

    @property
    def is_open(self) -> bool:
        """Whether it lacks an end."""
        return self.open_top or self.open_bottom


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One result.

    Attributes:
        x: Where it stands; the middle, if its date is uncertain.
        left: Where the days begin on which it can have been.
        right: Where they end.
        y: Its value.
        shape: How it is drawn.
        aside: How far it is moved to the side, in pixels, because another one is very close.
        lab_range: The range beside it.
    """

    x: float
    left: float
    right: float
    y: float
    shape: Shape
    aside: int
    lab_range: RangeBar | None

    @property
    def uncertain(self) -> bool:
        """Whether its date is more than one day."""
        return self.left < self.right


@dataclass(frozen=True, kw_only=True)
class ValueTick:
    """A labeled value; `at` lies between 0 (top) and 1."""

    at: float
    label: str


@dataclass(frozen=True, kw_only=True)
class TimeTick:
    """A named day; `roomy` ones are named only where there is room for all."""

    at: float
    label: Text
    roomy: bool
    last: bool  # so close to the right edge that its name has to end there


@dataclass(frozen=True, kw_only=True)
class KeyEntry:
    """What a shape means."""

    shape: Shape
    name: Text  # of the shape, for people who do not see it
    meaning: Text


@dataclass(frozen=True, kw_only=True)
class TrendFigure:
    """A small chart. All words in it are Text, until `in_words` makes them plain."""

    title: Text
    description: Text
    unit: Text
    marks: tuple[Mark, ...]
    values: tuple[ValueTick, ...]
    times: tuple[TimeTick, ...]
    key: tuple[KeyEntry, ...]
    kind: Literal["trend"] = "trend"

    def in_words(self, words: Callable[[Text], str]) -> TrendFigure:
        """Return the figure with every text as `words` gives it."""
        return replace(
            self,
            title=words(self.title),
            description=words(self.description),
            unit=words(self.unit),
            times=tuple(replace(tick, label=words(tick.label)) for tick in self.times),
            key=tuple(
                replace(entry, name=words(entry.name), meaning=words(entry.meaning))
                for entry in self.key
            ),
        )
