"""Puts a Summary on paper: its words made printable, then HTML, then PDF."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from appointments.pdf.glyphs import printable
from appointments.pdf.render import Draw, Paper, Size, render_pdf
from appointments.phrases import Joined, Phrase, Text, _, say
from appointments.summary.budget import EMPTY_LINES, Pages, arrange
from appointments.summary.model import Cell, Column, Kind, Row, Section, Summary

NOT_PRINTED = Phrase(
    _(
        "Square brackets [ ] show letters or signs that this sheet cannot print. "
        "Please write them in by hand."
    )
)

AGREED = (
    Phrase(_("What we agreed:")),
    Phrase(_("Next test:")),
    Phrase(_("Who calls whom:")),
)
PAGE_LABEL = Phrase(_("Page {page} of {pages}"))

# WeasyPrint breaks a line too early when only a blank at its end does not fit, so the blanks that
# the templates' own layout leaves at the edges of an element go.
EDGE_BLANKS = re.compile(r"(?<=<small>)\s+|\s+(?=</|<br>)")

# The size of the letters in a picture, which no stylesheet reaches there.
LETTERS = {Size.STANDARD: "11pt", Size.LARGE: "18pt"}

Translate = Callable[[str], str]


def render_sheet(
    summary: Summary,
    *,
    paper: Paper,
    size: Size = Size.STANDARD,
    language: str = "en",
    translate: Translate = gettext,
    answers: bytes | None = None,
    draw: Draw = render_pdf,
) -> bytes:
    """Return the sheet as a tagged PDF, with the answers' JSON inside if it is given.

    It is drawn in this process, unless `draw` says otherwise.
    """
    html = render_sheet_html(
        summary, paper=paper, size=size, language=language, translate=translate
    )
    return draw(html, paper=paper, size=size, answers=answers)


def render_sheet_html(
    summary: Summary,
    *,
    paper: Paper,
    size: Size = Size.STANDARD,
    language: str = "en",
    translate: Translate = gettext,
) -> str:
    """Return the HTML that `render_pdf` draws.

    Args:
        summary: What to print; unanswered rows and empty sections are left out.
        paper: The paper size, so that the HTML prints on it from a browser too.
        size: In large print a table becomes one short list of facts for each of its rows.
        language: The language of our own words, as a BCP 47 tag.
        translate: Gives our own words in that language.
    """
    with override(language):
        words = PrintedWords(translate)
        sheet = words.of_summary(summary)
        # In large print nothing fits on one page anyway, and what is left of the last one is not
        # known; if the lines to write on do not fit there, they get a page that is worth turning.
        pages = (
            arrange(sheet, paper=paper, below=words.not_printed)
            if size is Size.STANDARD
            else Pages(first=sheet.sections, empty_lines=EMPTY_LINES)
        )
        parts: list[dict[str, Any]] = [
            {
                "section": replace(section, title=words.of(section.title)),
                "cards": _cards(section) if size is Size.LARGE else (),
                "opens_page_two": section in pages.second[:1] and not pages.overfull,
            }
            for section in (*pages.first, *pages.second)
        ]
        context = {
            "summary": sheet,
            "parts": [part for part in parts if not part["section"].figure],
            "pictures": [part for part in parts if part["section"].figure],
            "onward": words.of(pages.onward),
            "overfull": pages.overfull,
            "language": language,
            "paper": paper,
            "letters": LETTERS[size],
            "large": size is Size.LARGE,
            "agreed": [words.of(label) for label in AGREED],
            "empty_lines": range(pages.empty_lines),
            "page_label": _page_label(words.of(PAGE_LABEL)),
            "not_printed": words.not_printed,
        }
        return EDGE_BLANKS.sub("", render_to_string("summary/sheet.html", context))


def _cards(section: Section) -> tuple[Section, ...]:
    """Return a table as one list of facts for each row: at 18 pt its columns do not fit."""
    if section.kind is not Kind.TABLE:
        return ()
    return tuple(
        Section(
            id=section.id,
            title=say(Joined((row.cells[0].text, *row.cells[0].notes), " – ")),
            kind=Kind.FACTS,
            rows=tuple(
                Row(cells=(Cell(text=column.title), cell))
                for column, cell in zip(section.columns[1:], row.cells[1:], strict=True)
                if cell.text or cell.notes
            ),
        )
        for row in section.rows
    )


def _page_label(label: str) -> dict[str, str]:
    """Return the words around the two numbers, which only the page layout knows."""
    before, _page, rest = label.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    return {"before": before, "between": between, "after": after}


@dataclass
class PrintedWords:
    """Turns every text of a summary into a plain, printable string."""

    translate: Translate
    replaced: bool = False  # whether any text lost a letter or sign that cannot be printed

    @property
    def not_printed(self) -> str:
        """What the sheet says about letters that it cannot print; "" if there are none."""
        return say(NOT_PRINTED, self.translate) if self.replaced else ""

    def of(self, text: Text) -> str:
        """Return a text as it is printed."""
        printed, replaced = printable(say(text, self.translate))
        self.replaced = self.replaced or replaced
        return printed

    def of_summary(self, summary: Summary) -> Summary:
        """Return what of a summary is printed, in plain words."""
        return replace(
            summary,
            title=self.of(summary.title),
            who=tuple(self.of(line) for line in summary.who),
            sections=tuple(
                self._of_section(section)
                for section in summary.sections_on_paper
                if section.figure or not section.rows_elsewhere
            ),
            footer=self.of(summary.footer),
            made=self.of(summary.made),
            reason=self.of(summary.reason),
        )

    def _of_section(self, section: Section) -> Section:
        return replace(
            section,
            title=self.of(section.title),
            columns=tuple(
                Column(title=self.of(column.title), width=column.width)
                for column in section.columns
            ),
            rows=tuple(self._of_row(row) for row in section.answered_rows),
            figure=section.figure.in_words(self.of) if section.figure else None,
            remarks=tuple(self.of(remark) for remark in section.remarks),
        )

    def _of_row(self, row: Row) -> Row:
        return replace(row, cells=tuple(self._of_cell(cell) for cell in row.cells))

    def _of_cell(self, cell: Cell) -> Cell:
        return replace(
            cell, text=self.of(cell.text), notes=tuple(self.of(note) for note in cell.notes)
        )
