"""The choices of a list: rows of a catalogue, in their groups, and what may be said instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext

from appointments.catalogue.entry import Entry, Group, shown
from appointments.choices import Has
from appointments.translation import spoken


def choice_of(entry: Entry) -> tuple[str, str]:
    """Return the choice for an entry, in plain words."""
    return entry.id, spoken(entry.wording)


def listed(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Return the choices for the entries that may be shown."""
    return [choice_of(entry) for entry in shown(entries)]


def grouped(
    groups: Iterable[Group],
    entries: Iterable[Any],
    choice: Callable[[Any], tuple[str, str]] = choice_of,
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the choices for the entries that may be shown, below the headings of their groups."""
    rows = shown(entries)
    return [
        (spoken(group.wording), [choice(row) for row in rows if row.group is group])
        for group in groups
    ]


def instead(none: str, *, private: bool = True) -> tuple[str, list[tuple[str, str]]]:
    """Return the last group of a pick list: what may be said instead of picking."""
    choices = [(Has.NONE.value, none), (Has.UNKNOWN.value, gettext("I don’t know"))]
    if private:
        choices.append((Has.PRIVATE.value, gettext("I prefer not to say")))
    return gettext("Or"), choices
