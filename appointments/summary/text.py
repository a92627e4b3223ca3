"""The summary as plain text, to paste into a message or read aloud."""

from __future__ import annotations

from collections.abc import Callable

from appointments.phrases import Text, say
from appointments.summary.model import Cell, Kind, Row, Section, Summary


def as_text(summary: Summary, gettext: Callable[[str], str] = lambda message: message) -> str:
    """Return the summary as text: the same sections, rows and words as on paper."""
    parts = [
        "\n".join([say(summary.title, gettext), *(say(line, gettext) for line in summary.who)]),
        *([say(summary.reason, gettext)] if summary.reason else []),
        *(
            _section(section, gettext)
            for section in summary.sections_on_paper
            if not section.rows_elsewhere
        ),
        "\n".join([say(summary.footer, gettext), say(summary.made, gettext)]),
    ]
    return "\n\n".join(parts) + "\n"


def _section(section: Section, gettext: Callable[[str], str]) -> str:
    lines = [say(section.title, gettext).upper()]
    for number, row in enumerate(section.answered_rows, start=section.first_number):
        mark = f"{number}." if section.kind is Kind.QUESTIONS else "-"
        lines.append(f"{mark} {_row(section, row, gettext)}")
    lines += [say(remark, gettext) for remark in section.remarks]
    return "\n".join(lines)


def _row(section: Section, row: Row, gettext: Callable[[str], str]) -> str:
    cells = [_cell(cell, gettext) for cell in row.cells]
    titles = [say(column.title, gettext) for column in section.columns]
    if titles:
        facts = [
            f"{title}: {cell}" for title, cell in zip(titles[1:], cells[1:], strict=True) if cell
        ]
        return ". ".join([cells[0], *facts])
    return ": ".join(cell for cell in cells if cell)


def _cell(cell: Cell, gettext: Callable[[str], str]) -> str:
    text = _said(cell.text, gettext)
    notes = ", ".join(_said(note, gettext) for note in cell.notes)
    if text and notes:
        return f"{text} ({notes})"
    return text or notes


def _said(text: Text, gettext: Callable[[str], str]) -> str:
    """Return the text with its further lines set in, so that they belong to their row."""
    return "\n   ".join(say(text, gettext).splitlines())
