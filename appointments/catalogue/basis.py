"""Short ways to write down how well a row is founded, so that tables stay readable."""

from __future__ import annotations

from typing import TypedDict

from appointments.catalogue.entry import Evidence


class Basis(TypedDict):
    """The evidence label and sources of a row, ready for `Entry(..., **basis)`."""

    evidence: Evidence
    sources: tuple[str, ...]


def read(*sources: str) -> Basis:
    """V1: read in the primary or official source."""
    return Basis(evidence=Evidence.READ, sources=sources)


def secondary(*sources: str) -> Basis:
    """V2: read in a secondary copy; no source means that the copy has no address."""
    return Basis(evidence=Evidence.SECONDARY, sources=sources)


def memory(*sources: str) -> Basis:
    """M: from memory; `entry.shown` leaves it out until a person has verified it."""
    return Basis(evidence=Evidence.MEMORY, sources=sources)


def ours(*sources: str) -> Basis:
    """E: our own choice to offer; it states nothing medical."""
    return Basis(evidence=Evidence.ENGINEERING, sources=sources)
