"""Tick lists: any number of entries, with room for a few words, and no page for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from appointments.answer_types import Model
from appointments.answers import Answers
from appointments.steps.picking import INSTEAD, has_from, picked_values


@dataclass(frozen=True, kw_only=True)
class TickList:
    """A part of the answers that holds what was ticked and a few words.

    Attributes:
        part: The attribute of Answers.
        make: The part's class, with `has`, `chosen` and a text.
        words: The part's attribute that holds the text; the form's field has the same name.
    """

    part: str
    make: Callable[..., Model]
    words: str

    def read(self, answers: Answers) -> dict[str, Any]:
        """Return the form's initial values."""
        part = getattr(answers, self.part)
        return {
            "picked": picked_values(part.has, part.chosen),
            self.words: getattr(part, self.words),
        }

    def write(self, answers: Answers, cleaned: Mapping[str, Any]) -> Answers:
        """Return the answers with this page's."""
        picked, words = cleaned["picked"], cleaned[self.words]
        part = self.make(
            has=has_from(picked, words),
            chosen=tuple(value for value in picked if value not in INSTEAD),
            **{self.words: words},
        )
        return answers.replace(**{self.part: part})
