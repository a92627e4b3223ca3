"""The summary made shorter for message boxes that hold little; it names all that it leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from appointments.phrases import Joined, Phrase, Text, _
from appointments.summary.model import Cell, Kind, Row, Section, Summary

KEPT_COLUMNS: Mapping[str, tuple[int, ...]] = {
    "symptoms": (0, 1, 2),
    "lab-results": (0, 1, 2, 3),
    "b12-tried": (0, 1, 3),
}
"""By section: what a clinician needs in order to answer a message. Other tables stay whole."""

LEFT_OUT = ("other-questions", "timeline")
"""Sections that only the full sheet has."""

TITLE = Phrase(_("Only on the full sheet"))
NOTHING = "–"


def shortened(summary: Summary) -> Summary:
    """Return the summary with what matters most in one line each, for `as_text`.

    The first questions, the red flags, and the notes beside what is kept stay as they are. Further
    questions go, whole columns, and the rows of short answers ("no", "not known"). A last section
    names what was left out, so that nothing goes in silence.
    """
    kept: list[Section] = []
    missing: dict[Text, None] = {}
    for section in summary.sections_on_paper:
        if section.rows_elsewhere:  # a picture of rows that stand in another section
            continue
        shorter, left_out = _shortened(section)
        kept += [shorter] if shorter.rows else []
        missing |= dict.fromkeys(left_out)
    if missing:
        names = Row(cells=(Cell(text=Joined(tuple(missing), " / ")),))
        kept.append(Section(id="left-out", title=TITLE, kind=Kind.FACTS, rows=(names,)))
    return replace(summary, sections=tuple(kept))


def _shortened(section: Section) -> tuple[Section, tuple[Text, ...]]:
    """Return what is kept of a section, and the names of what is not."""
    if section.id in LEFT_OUT:
        return replace(section, rows=()), (section.title,)
    if section.columns:
        return _one_line_each(section)
    answered = tuple(row for row in section.rows if row.answered and row.on_paper)
    folds = dict.fromkeys(row.fold for row in answered if row.fold is not None)
    return replace(section, rows=tuple(row for row in answered if row.fold is None)), tuple(folds)


def _one_line_each(section: Section) -> tuple[Section, tuple[Text, ...]]:
    """Return a table with its headings named once, and those of the columns that are not kept."""
    columns, rows = section.columns, section.answered_rows
    kept = KEPT_COLUMNS.get(section.id, tuple(range(len(columns))))
    headings = Joined(tuple(columns[place].title for place in kept[1:]), " | ")
    shorter = replace(
        section,
        title=Phrase(_("%(title)s (%(headings)s)"), {"title": section.title, "headings": headings}),
        kind=Kind.FACTS,
        columns=(),
        rows=tuple(_in_one_line([row.cells[place] for place in kept]) for row in rows),
    )
    left_out = tuple(
        column.title
        for place, column in enumerate(columns)
        if place not in kept and any(_in_words(row.cells[place]) != NOTHING for row in rows)
    )
    return shorter, left_out


def _in_one_line(cells: Sequence[Cell]) -> Row:
    """Return a row of one cell, without the empty ones at its end."""
    said = [_in_words(cell) for cell in cells]
    while len(said) > 1 and said[-1] == NOTHING:
        said.pop()
    return Row(cells=(Cell(text=Joined(tuple(said), " | ")),))


def _in_words(cell: Cell) -> Text:
    """Return a cell with its notes in brackets, or a dash where it is empty."""
    notes = Joined(cell.notes)
    if cell.text and cell.notes:
        return Phrase(_("%(fact)s (%(notes)s)"), {"fact": cell.text, "notes": notes})
    return cell.text or (notes if cell.notes else NOTHING)
