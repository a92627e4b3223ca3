"""What nobody answered, so that a gap on the sheet is not read as "no"."""

from __future__ import annotations

from collections.abc import Sequence

from appointments.phrases import Joined, Phrase, Text, _
from appointments.summary.model import Cell, Kind, Row, Section

NOT_FILLED_IN = "not-filled-in"

ASKED = ("safety", "lab-results", "b12-tried", "symptoms")
"""Sections that are one question; each row of the absorption history is one of its own."""

SAFETY = Phrase(_("Safety check (warning signs)"))


def not_filled_in_section(sections: Sequence[Section]) -> Section:
    """Return one row that names the parts without an answer; no row if there is none.

    Args:
        sections: Those of the sheet.
    """
    gaps = [
        _name(section, row)
        for section in sections
        if section.id in (*ASKED, "absorption")
        for row in section.rows
        if not row.answered
    ]
    row = Row(cells=(Cell(text=Phrase(_("No answer about"))), Cell(text=Joined(tuple(gaps), "; "))))
    return Section(
        id=NOT_FILLED_IN,
        title=Phrase(_("Not filled in")),
        kind=Kind.FACTS,
        rows=(row,) if gaps else (),
        when_checking=False,
    )


def _name(section: Section, row: Row) -> Text:
    if section.id == "safety":
        return SAFETY
    return section.title if section.id in ASKED else row.cells[0].text
