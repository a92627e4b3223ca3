"""The shape of a typing guard: a neutral question about what was typed, never a judgement."""

from __future__ import annotations

from dataclasses import dataclass

from appointments.phrases import Phrase


@dataclass(frozen=True, kw_only=True)
class Guard:
    """A question about a number and its unit. Whoever typed it may keep it.

    Attributes:
        id: Stable identifier, for tests.
        says: The sentence to show. It never calls a value high, low or dangerous.
    """

    id: str
    says: Phrase
