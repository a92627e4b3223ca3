"""The shape that every catalogue shares: a row that can be picked, with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from appointments.phrases import Phrase


class Evidence(StrEnum):
    """How well a row is founded (clinical brief, 0.1)."""

    READ = "V1"  # read in the primary or official source
    SECONDARY = "V2"  # read in a secondary copy or summary of the primary source
    COMPUTED = "C"  # computed from constants that were read
    MEMORY = "M"  # from memory: not shown to users until a person has verified it
    ENGINEERING = "E"  # our own proposal (wording, input guard), not a clinical fact


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One row of a catalogue.

    Attributes:
        id: Stable identifier, kept in saved answers; never renamed.
        wording: What people see, in lay words.
        evidence: How well the row is founded.
        sources: Ids in `content/sources.toml`.
    """

    id: str
    wording: Phrase
    evidence: Evidence
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Group:
    """A heading above some entries, so that a tired eye finds its place."""

    wording: Phrase


AnyEntry = TypeVar("AnyEntry", bound=Entry)


def shown(entries: Iterable[AnyEntry]) -> tuple[AnyEntry, ...]:
    """Return the entries that may be shown to users: all but those from memory."""
    return tuple(entry for entry in entries if entry.evidence is not Evidence.MEMORY)


def by_id(entries: Iterable[AnyEntry]) -> dict[str, AnyEntry]:
    """Return the entries by their id.

    Raises:
        ValueError: Two entries share an id.
    """
    table: dict[str, AnyEntry] = {}
    for entry in entries:
        if entry.id in table:
            raise ValueError(f"Two entries are called {entry.id!r}")
        table[entry.id] = entry
    return table
