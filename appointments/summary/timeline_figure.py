"""The picture of everything on one time axis: what is drawn, and where, between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from appointments.phrases import Text


@dataclass(frozen=True, kw_only=True)
class TimelineFigure:
    """A row for each thing that has a time. Words are Text, until `in_words` makes them plain."""

    title: Text
    description: Text
    kind: Literal["timeline"] = "timeline"

    def in_words(self, words: Callable[[Text], str]) -> TimelineFigure:
        """Return the figure with every text as `words` gives it."""
        raise NotImplementedError
