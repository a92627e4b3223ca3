"""The shape of the summary: what the check page, the summary page, the PDF and the text all show.

A Summary is sections in order; a Section is a list of questions, a notice, or a table of rows.
Nothing here is HTML, and nothing is translated yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appointments.phrases import Joined, Text
from appointments.summary.timeline_figure import TimelineFigure
from appointments.summary.trend_figure import TrendFigure


class Kind(StrEnum):
    """How a section is drawn."""

    QUESTIONS = "questions"  # an ordered list; a second cell is a remark about the question
    NOTICE = "notice"  # a few lines that must be read first
    TABLE = "table"  # columns with headings; the first cell of a row is its heading
    FACTS = "facts"  # two columns without headings: what, and what was said


@dataclass(frozen=True, kw_only=True)
class ChangeLink:
    """Where an answer is changed: a question page, and the list entry if it is one of a list.

    Attributes:
        step: The question page.
        item: The number of the list entry.
        about: What it changes, for people who hear the link without seeing its row.
    """

    step: str
    item: int | None = None
    about: Text


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell: its main text, and smaller notes below it (never the place of a fact alone)."""

    text: Text = ""
    notes: tuple[Text, ...] = ()
    asides: tuple[Text, ...] = ()  # answers that go without saying on paper: shown when checking
    strong: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row; `cells[0]` says what it is about.

    Attributes:
        cells: As many as the section has columns (two for facts).
        changes: Where the answer is changed.
        answered: False for a question nobody answered: shown when checking, left out on paper.
        fold: A short answer, such as "No", that several rows share: on paper they are one row.
        folded_as: What this row is called in that one.
        on_paper: False: shown when checking only.
        pinned: The person wants it on the first page, or nobody may overlook it.
    """

    cells: tuple[Cell, ...]
    changes: tuple[ChangeLink, ...] = ()
    answered: bool = True
    fold: Text | None = None
    folded_as: Text = ""
    on_paper: bool = True
    pinned: bool = False

    @property
    def is_one_cell(self) -> bool:
        """Whether its first cell says everything, and may be as wide as the table."""
        return not any(cell.text or cell.notes for cell in self.cells[1:])


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column's heading and its share of the width, in percent."""

    title: Text
    width: int


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of the summary, under its own heading."""

    id: str
    title: Text
    kind: Kind
    rows: tuple[Row, ...]
    columns: tuple[Column, ...] = ()
    whole: ChangeLink | None = None  # where entries are added and removed
    room_to_write: bool = False  # leaves space for the clinician's answer
    first_number: int = 1  # of its questions
    on_paper: bool = True  # False: shown when checking only, because the head of the sheet says it
    when_checking: bool = True  # False: it says again what other sections say, in another way
    figure: TrendFigure | TimelineFigure | None = None  # above the rows, which say the same
    rows_elsewhere: bool = False  # another section has these rows: paper and text leave them out
    remarks: tuple[Text, ...] = ()  # a few lines below the rows
    sources: tuple[str, ...] = ()  # ids of what the remarks rest on

    @property
    def answered_rows(self) -> tuple[Row, ...]:
        """The rows that go on paper: answered ones, those that share a short answer as one."""
        answered = [row for row in self.rows if row.answered and row.on_paper]
        folds = dict.fromkeys(row.fold for row in answered if row.fold is not None)
        folded = [
            self._folded(fold, tuple(row.folded_as for row in answered if row.fold == fold))
            for fold in folds
        ]
        return (*(row for row in answered if row.fold is None), *folded)

    def _folded(self, fold: Text, names: tuple[Text, ...]) -> Row:
        """Return one row for several; in a table it says all in its first cell."""
        said = Joined(names, "; ")
        if self.kind is Kind.TABLE:
            blank = tuple(Cell() for _column in self.columns[1:])
            return Row(cells=(Cell(text=Joined((fold, said), ": ")), *blank))
        return Row(cells=(Cell(text=fold), Cell(text=said)))


@dataclass(frozen=True, kw_only=True)
class Summary:
    """The whole sheet."""

    title: Text
    who: tuple[Text, ...]  # who it is about, when, with whom, who wrote it
    sections: tuple[Section, ...]
    footer: Text  # whose account it is, on each page
    made: Text = ""  # how it was made, and what it is not
    reason: Text = ""  # for the visit: stands above everything else

    @property
    def sections_on_paper(self) -> tuple[Section, ...]:
        """The sections that have something to show when nothing is asked any more."""
        return tuple(
            section for section in self.sections if section.on_paper and section.answered_rows
        )
