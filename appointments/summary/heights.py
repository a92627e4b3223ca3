"""How tall everything on page 1 of the standard sheet is, estimated from its words.

Drawing takes too long for every page of the form. The numbers follow `pdf/assets/sheet.css`, and
all are in points; tests hold them against the drawn pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from appointments.phrases import Text
from appointments.summary.letter_widths import lines_of
from appointments.summary.model import Cell, Kind, Row, Section, Summary

Words = Callable[[Text], str]

MM = 72 / 25.4
LETTERS, HEADING, BOX_HEADING, TITLE = 11.0, 12.1, 13.2, 18.15
LINE, CELL_LINE = LETTERS * 1.2, LETTERS * 1.16
BLANK, GAP = LETTERS * 0.32, LETTERS * 0.8  # before a small word, and behind it
WRITING_LINE = 7.5 * MM + 0.5
ONWARD = 2 * LINE + 2 * MM
CLOSING_LINE = 8 * MM
CLOSING = 2 * MM + 2 * CLOSING_LINE + 0.5  # the strip for what was agreed
CELL_EDGES = 0.75 * MM + 0.5
TABLE_EDGES = 3 * MM + 1.6


@dataclass(frozen=True, kw_only=True)
class Heights:
    """Estimates heights on paper of one width: rather too much than too little.

    Attributes:
        width: What the margins leave of the paper's width.
        words: Makes plain text of the texts, in the reader's language.
    """

    width: float
    words: Words

    def head(self, summary: Summary) -> float:
        """Return the height of the title and of the lines below it."""
        lines, filled = 1, 0.0
        for place, line in enumerate(summary.who):
            count, last = self._measured(line, self.width - GAP, bold=place == 0)
            fits = count == 1 and filled + last <= self.width - GAP
            lines += 0 if fits else count
            filled = filled + last + GAP + BLANK if fits or count == 1 else self.width
        height = self._lines(summary.title, self.width, size=TITLE, bold=True) * TITLE * 1.1
        height += 3.6 * MM + lines * LINE
        if summary.reason:
            why = self._lines(summary.reason, self.width, size=HEADING, bold=True)
            height += why * HEADING * 1.2 + 1.2 * MM
        return height

    def below(self, text: Text) -> float:
        """Return the height of a remark at the end of the sheet."""
        return self._lines(text, self.width) * LINE + 5 * MM + 0.5 if text else 0

    def section(self, section: Section) -> float:
        """Return the height of a section."""
        return self.frame(section) + sum(self.row(section, row) for row in section.answered_rows)

    def frame(self, section: Section) -> float:
        """Return the height of a section without its rows."""
        remarks = sum(self._lines(remark, self.width) * LINE for remark in section.remarks)
        match section.kind:
            case Kind.QUESTIONS if section.room_to_write:
                return self._heading(section) + 3.2 * MM + remarks
            case Kind.QUESTIONS:
                return self._heading(section, size=BOX_HEADING) + 3.6 * MM + 2.5 + remarks
            case Kind.NOTICE:
                return self._heading(section, size=BOX_HEADING) + 5.6 * MM + 4 + remarks
            case Kind.FACTS:
                return self._heading(section) + TABLE_EDGES + 0.3 * MM + remarks
            case Kind.TABLE:
                heading = self._lines(
                    section.title, self._column(section.columns[0].width), size=HEADING, bold=True
                )
                titles = [
                    self._lines(column.title, self._column(column.width))
                    for column in section.columns[1:]
                ]
                head = heading * HEADING * 1.11 - 1.28 * LETTERS + max(titles) * CELL_LINE
                return head + TABLE_EDGES + CELL_EDGES + remarks

    def row(self, section: Section, row: Row) -> float:
        """Return the height of one row of a section."""
        if section.kind is Kind.QUESTIONS:
            return self._question(section, row)
        if section.kind is Kind.NOTICE:
            inner = self.width - 6 * MM - 5
            return sum(self._flow(cell, inner, LINE, bold=cell.strong) for cell in row.cells) + (
                0.8 * MM
            )
        if section.kind is Kind.FACTS:
            shares: list[float] = [30, 70]
        else:
            shares = [column.width for column in section.columns]
        if section.kind is Kind.TABLE and row.is_one_cell:
            shares[0] = 100
        cells = [
            self._flow(cell, self._column(share), CELL_LINE, bold=True)
            if place == 0
            else self._cell(cell, self._column(share))
            for place, (cell, share) in enumerate(zip(row.cells, shares, strict=False))
        ]
        return max(cells) + CELL_EDGES

    def _heading(self, section: Section, *, size: float = HEADING) -> float:
        return self._lines(section.title, self.width - 7 * MM, size=size, bold=True) * size * 1.2

    def _question(self, section: Section, row: Row) -> float:
        inner = self.width - LETTERS * 1.6 - (0 if section.room_to_write else 6 * MM + 2.5)
        lines = sum(
            self._lines(text, inner * 0.61)
            for cell in row.cells
            for text in (cell.text, *cell.notes)
            if text
        )
        return max(lines * LINE, WRITING_LINE) + (1.4 if section.room_to_write else 1) * MM

    def _cell(self, cell: Cell, width: float) -> float:
        """Return the height of a table cell: notes stand below, the first of a result beside it."""
        lines, filled = self._measured(cell.text, width, bold=cell.strong)
        lines, notes = lines if cell.text else 0, cell.notes
        if cell.strong and notes:
            count, last = self._measured(notes[0], width)
            if count == 1 and filled + LETTERS * 0.3 + BLANK + last <= width:
                notes = notes[1:]
        return (lines + sum(self._lines(note, width) for note in notes)) * CELL_LINE

    def _flow(self, cell: Cell, width: float, line: float, *, bold: bool) -> float:
        """Return the height of a text with its notes behind it, each kept whole if possible."""
        lines, filled = self._measured(cell.text, width, bold=bold)
        for note in cell.notes:
            count, last = self._measured(note, width - GAP)
            if count == 1 and filled + BLANK + last + GAP <= width:
                filled += BLANK + last + GAP
            else:
                lines, filled = lines + count, last + GAP if count == 1 else width
        return lines * line

    def _lines(self, text: Text, width: float, *, size: float = LETTERS, bold: bool = False) -> int:
        return lines_of(self.words(text), width, size, bold=bold)[0]

    def _measured(self, text: Text, width: float, *, bold: bool = False) -> tuple[int, float]:
        return lines_of(self.words(text), width, LETTERS, bold=bold)

    def _column(self, share: float) -> float:
        """Return the width of a column without the space at its right."""
        return self.width * share / 100 - 2 * MM
