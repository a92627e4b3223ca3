"""What goes on page 1 of the standard sheet, and what moves to page 2: nothing is ever left out.

The height of everything is estimated from its words, because drawing takes too long for every page
of the form. The numbers follow `pdf/assets/sheet.css`; tests hold them against the drawn pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from appointments.phrases import Joined, Phrase, Text, _, say
from appointments.summary.letter_widths import lines_of
from appointments.summary.model import Cell, Kind, Row, Section, Summary

Words = Callable[[Text], str]

MM = 72 / 25.4  # in points, as everything below
PAPERS = {"a4": (184 * MM, 274 * MM), "letter": (189.9 * MM, 256.4 * MM)}
"""What the margins leave of page 1: its width and height."""

SPARE = MM  # for what the estimate cannot know
LETTERS, SMALL, HEADINGS = 11.0, 10.01, 9.52
LINE, CELL_LINE, SMALL_LINE = LETTERS * 1.25, LETTERS * 1.16, SMALL * 1.15
SMALL_GAP, BLANK = SMALL * 0.8, LETTERS * 0.32
SECTION_HEADING = 14.6
ONWARD = 2 * LINE + 2 * MM
CLOSING = 17 * MM  # the strip for what was agreed

MORE = {
    "lab-results": Phrase(_("More lab results")),
    "absorption": Phrase(_("More that may affect absorption or testing")),
    "b12-tried": Phrase(_("More B12 tried so far")),
    "symptoms": Phrase(_("More symptoms")),
}
"""The sections of page 1 that give up entries, and how the rest is headed on page 2."""


@dataclass(frozen=True, kw_only=True)
class Pages:
    """The sections of the sheet, parted.

    Attributes:
        first: What is on page 1.
        second: What follows on page 2; empty if everything is on page 1.
        moved: How many entries moved there because page 1 is full.
    """

    first: tuple[Section, ...]
    second: tuple[Section, ...]
    moved: int

    @property
    def onward(self) -> Text:
        """What page 1 says about page 2."""
        parts = tuple(_announced(section) for section in self.second if not section.rows_elsewhere)
        pictures = sum(section.rows_elsewhere for section in self.second)
        if pictures:
            parts += (_counted(Phrase(_("Results over time")), pictures),)
        if not parts:
            return ""
        return Joined((Phrase(_("Continued on page 2:")), Joined(parts, "; ")), " ")


def _announced(section: Section) -> Text:
    return section.title if section.figure else _counted(section.title, len(section.answered_rows))


def _counted(what: Text, count: int) -> Text:
    return Joined((what, f"({count})"), " ")


def arrange(summary: Summary, *, paper: str, words: Words = say) -> Pages:
    """Return the sections of page 1 and those of page 2.

    Page 1 is the handover. Other questions share it only if they fit too, with the end of the
    sheet; pictures never do. Where the handover itself is too long, the longest of its lists gives
    up its last entry that is not pinned, again and again; pinned ones go last of all.

    Args:
        summary: The sheet.
        paper: Its paper, one of `PAPERS`.
        words: Makes plain text of the texts, in the reader's language.
    """
    width, height = PAPERS[paper]
    measure = _Measure(width=width, words=words)
    shown = [part for part in summary.sections_on_paper if part.figure or not part.rows_elsewhere]
    later = [part for part in shown if part.room_to_write or part.figure]
    first = [
        replace(part, rows=part.answered_rows) if part.id in MORE else part
        for part in shown
        if part not in later
    ]
    room = height - SPARE - measure.head(summary) - sum(map(measure.section, first))
    questions = [part for part in later if not part.figure]
    if room >= sum(map(measure.section, questions)) + (
        CLOSING if len(later) == len(questions) else ONWARD
    ):
        later = [part for part in later if part.figure]
        return Pages(first=(*first, *questions), second=tuple(later), moved=0)
    # Without anything else on page 2, the end of the sheet must not stand there alone.
    kept, moved = _fitted(first, room - (ONWARD if later else CLOSING), measure)
    rest = tuple(_rest(part, kept) for part in first if _rest(part, kept).rows and part.id in MORE)
    return Pages(
        first=tuple(part for part in kept if part.rows), second=(*rest, *later), moved=moved
    )


def _fitted(
    sections: Sequence[Section], room: float, measure: _Measure
) -> tuple[list[Section], int]:
    """Return the sections without the entries that do not fit, and how many those are."""
    heights = {part.id: [measure.row(part, row) for row in part.rows] for part in sections}
    kept = {part.id: list(range(len(part.rows))) for part in sections}
    lists = {part.id: part for part in sections if part.id in MORE}
    moved = 0
    while room < 0:
        loose = {
            name: [row for row in kept[name] if not part.rows[row].pinned]
            for name, part in lists.items()
        }
        if not any(loose.values()):
            loose = {name: kept[name] for name in lists if kept[name]}
        if not loose:
            break
        longest = max(
            (name for name in loose if loose[name]),
            key=lambda name: sum(heights[name][row] for row in kept[name]),
        )
        row = loose[longest][-1]
        kept[longest].remove(row)
        room += heights[longest][row]
        if not kept[longest]:
            room += measure.frame(lists[longest])
        moved += 1
    for name, part in lists.items():  # no row stands alone on page 2
        loose_rows = [row for row in kept[name] if not part.rows[row].pinned]
        if len(part.rows) - len(kept[name]) == 1 and len(kept[name]) > 1 and loose_rows:
            kept[name].remove(loose_rows[-1])
            moved += 1
    return [
        replace(part, rows=tuple(part.rows[row] for row in kept[part.id]))
        if part.id in lists
        else part
        for part in sections
    ], moved


def _rest(section: Section, kept: Sequence[Section]) -> Section:
    """Return what of a section is not on page 1, under a heading that says so."""
    (here,) = (part for part in kept if part.id == section.id)
    rows = tuple(row for row in section.rows if not any(row is other for other in here.rows))
    if not here.rows:
        return section
    return replace(section, title=MORE.get(section.id, section.title), rows=rows, remarks=())


@dataclass(frozen=True, kw_only=True)
class _Measure:
    """Estimates heights on paper of one width, in points: rather too much than too little."""

    width: float
    words: Words

    def head(self, summary: Summary) -> float:
        """Return the height of the title and of the lines below it."""
        spans = [(self.words(line), place == 0) for place, line in enumerate(summary.who)]
        lines, filled = 1, 0.0
        for text, bold in spans:
            count, last = lines_of(text, self.width - 9, LETTERS, bold=bold)
            if count == 1 and filled + last + 9 <= self.width:
                filled += last + 9
            else:
                lines, filled = lines + count, last + 9
        title, _last = lines_of(self.words(summary.title), self.width, 18.15, bold=True)
        height = title * 20 + lines * LINE + 6.4 * MM
        if summary.reason:
            why, _last = lines_of(self.words(summary.reason), self.width, 12.1, bold=True)
            height += why * 15.2 + 1.2 * MM
        return height

    def section(self, section: Section) -> float:
        """Return the height of a section."""
        return self.frame(section) + sum(self.row(section, row) for row in section.answered_rows)

    def frame(self, section: Section) -> float:
        """Return the height of a section without its rows."""
        remarks = sum(self._lines(remark, self.width) * LINE for remark in section.remarks)
        heading = self._lines(section.title, self.width - 7 * MM, size=13.2, bold=True) - 1
        height = SECTION_HEADING * (heading + 1) + remarks
        if section.kind is Kind.QUESTIONS:
            return height + (3.2 * MM if section.room_to_write else 3.8 * MM + 4.5)
        if section.kind is Kind.NOTICE:
            return height + 3 * MM
        height += 2.9 * MM + 1.2
        if section.kind is Kind.TABLE:
            titles = [
                self._lines(column.title, self._column(column.width), size=HEADINGS, bold=True)
                for column in section.columns
            ]
            height += max(titles, default=1) * HEADINGS * 1.16 + 0.75 * MM + 1.2
        return height

    def row(self, section: Section, row: Row) -> float:
        """Return the height of one row of a section."""
        if section.kind is Kind.QUESTIONS:
            return self._question(section, row)
        if section.kind is Kind.NOTICE:
            texts = [self._flow(cell, self.width - 14, bold=cell.strong) for cell in row.cells]
            return sum(texts) + (LINE - CELL_LINE) * 2
        if section.kind is Kind.FACTS:
            shares: list[float] = [28, 72]
        else:
            shares = [column.width for column in section.columns]
        if section.kind is Kind.TABLE and row.is_one_cell:
            shares[0] = 100
        cells = [
            self._cell(cell, self._column(share), is_first=place == 0)
            for place, (cell, share) in enumerate(zip(row.cells, shares, strict=False))
        ]
        return max(cells) + 0.75 * MM + 0.5

    def _question(self, section: Section, row: Row) -> float:
        inner = self.width - LETTERS * 1.6 - (0 if section.room_to_write else 7 * MM + 4)
        lines = sum(
            self._lines(text, inner * 0.655)
            for cell in row.cells
            for text in (cell.text, *cell.notes)
            if text
        )
        gap = 1.7 * MM if section.room_to_write else 1.2 * MM
        return max(lines * LINE, 6.5 * MM) + 1 + gap

    def _cell(self, cell: Cell, width: float, *, is_first: bool) -> float:
        """Return the height of a table cell, whose notes stand below it.

        In the heading of a row they share its lines, and the first one a result's.
        """
        if is_first:
            return self._flow(cell, width, bold=True)
        lines, filled = lines_of(self.words(cell.text), width, LETTERS, bold=cell.strong)
        height, notes = lines * CELL_LINE if cell.text else 0.0, cell.notes
        if cell.strong and notes:
            count, last = lines_of(self.words(notes[0]), width, SMALL)
            if count == 1 and filled + LETTERS * 0.6 + last <= width:
                notes = notes[1:]
        return height + sum(
            self._lines(note, width - SMALL_GAP, size=SMALL) * SMALL_LINE for note in notes
        )

    def _flow(self, cell: Cell, width: float, *, bold: bool) -> float:
        """Return the height of a text with its notes behind it, each kept whole if possible."""
        lines, filled = lines_of(self.words(cell.text), width, LETTERS, bold=bold)
        height = lines * (CELL_LINE + 0.6)
        for note in cell.notes:
            count, last = lines_of(self.words(note), width - SMALL_GAP, SMALL)
            if count == 1 and filled + BLANK + last + SMALL_GAP <= width:
                filled += BLANK + last + SMALL_GAP
            else:
                height, filled = height + count * (SMALL_LINE + 1), last + SMALL_GAP
        return height

    def _lines(self, text: Text, width: float, *, size: float = LETTERS, bold: bool = False) -> int:
        return lines_of(self.words(text), width, size, bold=bold)[0]

    def _column(self, share: float) -> float:
        """Return the width of a column without the space at its right."""
        return self.width * share / 100 - 2 * MM
