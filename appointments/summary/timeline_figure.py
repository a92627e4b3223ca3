"""The picture of everything on one time axis: what is drawn, and where, between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from appointments.phrases import Text


class Stroke(StrEnum):
    """How a stretch of time is drawn. Shapes only: it has to survive a photocopier."""

    MAYBE = "maybe"  # dotted: it began, ended or happened somewhere in here
    SYMPTOM = "symptom"  # a black bar
    COMES_AND_GOES = "comes-and-goes"  # a black bar with gaps
    B12 = "b12"  # a white bar
    MEDICINE = "medicine"  # a thin bar


class Shape(StrEnum):
    """A mark at one place of the axis."""

    DAY = "day"  # a full dot: on this day
    SOME_DAY = "some-day"  # a ring, in the middle of the dotted line it can lie on
    EDGE = "edge"  # an upright stroke: a bar begins or ends
    GOES_ON = "goes-on"  # an arrow head


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A stretch of the axis, from 0 (left) to 1."""

    start: float
    end: float
    stroke: Stroke

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A shape at one place of the axis, from 0 (left) to 1."""

    at: float
    shape: Shape


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One row: the words of the list, and its stretch of the axis.

    Attributes:
        when: The time, as typed.
        what: What it was, with `notes` beside it.
        notes: What kind of thing it is.
        title: What is drawn, in words, for those who cannot see it; empty if nothing is.
        stretches: What is drawn first.
        marks: What is drawn on top.
    """

    when: Text
    what: Text
    notes: tuple[Text, ...] = ()
    title: Text = ""
    stretches: tuple[Stretch, ...] = ()
    marks: tuple[Mark, ...] = ()

    def in_words(self, words: Callable[[Text], str]) -> Lane:
        """Return the lane with every text as `words` gives it."""
        return replace(
            self,
            when=words(self.when),
            what=words(self.what),
            notes=tuple(words(note) for note in self.notes),
            title=words(self.title),
        )


# A letter, as a share of the narrowest axis there is: 9 of 284 px, measured on a phone of 320 px.
_LETTER = 0.032


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A named day above the lanes, and the line that runs down from it; `at` as in a mark."""

    at: float
    label: Text = ""

    @property
    def label_at(self) -> float:
        """Where the middle of the label stands: further in where it would stick out."""
        half = self._width / 2
        return min(max(self.at, half), 1 - half)

    @property
    def is_shifted(self) -> bool:
        """Whether the label stands beside its line."""
        return self.label_at != self.at

    @property
    def label_ends(self) -> tuple[float, float]:
        """Where the label begins and ends, on the narrowest axis."""
        return self.label_at - self._width / 2, self.label_at + self._width / 2

    def collides_with(self, other: Scale) -> bool:
        """Tell whether the two labels run into each other."""
        start, end = self.label_ends
        other_start, other_end = other.label_ends
        return start < other_end and other_start < end

    @property
    def _width(self) -> float:
        return len(str(self.label)) * _LETTER


@dataclass(frozen=True, kw_only=True)
class TimelineFigure:
    """A row for each thing that has a time. Words are Text, until `in_words` makes them plain.

    Attributes:
        title: What the axis is, for those who cannot see it.
        description: How to read the lines.
        scales: The named days.
        today: Where today stands.
        lanes: The rows of the section, in its order, with what is drawn for each.
    """

    title: Text
    description: Text
    scales: tuple[Scale, ...]
    today: float
    lanes: tuple[Lane, ...]
    kind: Literal["timeline"] = "timeline"

    def in_words(self, words: Callable[[Text], str]) -> TimelineFigure:
        """Return the figure with every text as `words` gives it."""
        return replace(
            self,
            title=words(self.title),
            description=words(self.description),
            scales=tuple(replace(scale, label=words(scale.label)) for scale in self.scales),
            lanes=tuple(lane.in_words(words) for lane in self.lanes),
        )
