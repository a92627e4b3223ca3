"""The picture of one test's results over time: what is drawn, and where, between 0 and 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from appointments.phrases import Text


@dataclass(frozen=True, kw_only=True)
class TrendFigure:
    """A small chart. All words in it are Text, until `in_words` makes them plain."""

    title: Text
    description: Text
    kind: Literal["trend"] = "trend"

    def in_words(self, words: Callable[[Text], str]) -> TrendFigure:
        """Return the figure with every text as `words` gives it."""
        raise NotImplementedError
