"""The shape of a typing guard: a neutral question about what was typed, never a judgement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appointments.phrases import Phrase


class GuardKind(StrEnum):
    """What happens next."""

    HARD = "hard"  # cannot be kept: please check number and unit
    SOFT = "soft"  # please check; the person may keep it


@dataclass(frozen=True, kw_only=True)
class Guard:
    """A question about a number and its unit.

    Attributes:
        id: Stable identifier, for tests and for finding the field.
        kind: Whether the value can be kept.
        says: The sentence to show. It never calls a value high, low or dangerous.
        suggested_units: Ids of units that would fit the number better.
    """

    id: str
    kind: GuardKind
    says: Phrase
    suggested_units: tuple[str, ...] = ()
