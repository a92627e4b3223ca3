"""The heading line of a table: which column is which, so that an older result is never taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from appointments.report_text.lines import Cell, cells_of
from appointments.report_text.marks import flag_of


class Column(StrEnum):
    """What stands in a column."""

    NAME = "name"
    VALUE = "value"
    FLAG = "flag"
    UNIT = "unit"
    RANGE = "range"
    PREVIOUS = "previous"
    OTHER = "other"


_WORDS: dict[Column, tuple[str, ...]] = {
    Column.NAME: (
        *("test", "tests", "test name", "name", "component", "components", "analyte", "assay"),
        *("investigation", "examination", "description", "parameter", "test description"),
        *("untersuchung", "analyse", "analyt", "bezeichnung", "messgröße", "undersøgelse"),
        *("prøve", "laboratory test", "lab test", "procedure", "test component"),
    ),
    Column.VALUE: (
        *("result", "results", "value", "your value", "your result", "current result", "latest"),
        *("current result and flag", "result value", "test result", "observed value", "in range"),
        *("out of range", "in-range", "out-of-range", "result and flag", "measured value"),
        *("within range", "outside range", "wert", "ergebnis", "messwert", "resultat", "svar"),
        *("værdi", "current value", "latest result"),
    ),
    Column.FLAG: (
        *("flag", "flags", "abn", "abnormal", "abnormal flag", "h/l", "indicator", "mark"),
        *("markierung", "bewertung", "markering", "alert", "*", "+/-", "l/h", "interpretation"),
    ),
    Column.UNIT: ("unit", "units", "uom", "einheit", "einheiten", "enhed", "enheder"),
    Column.RANGE: (
        *("reference range", "reference ranges", "reference interval", "reference intervals"),
        *("reference", "ref range", "ref. range", "ref interval", "ref. interval", "ref"),
        *("ref.", "normal range", "normal ranges", "standard range", "range", "normal", "limits"),
        *("reference limits", "reference values", "reference value", "expected range"),
        *("biological reference interval", "biological ref. interval", "bio. ref. interval"),
        *("referenzbereich", "referenz", "normbereich", "normalwert", "normalwerte", "norm"),
        *("referenzwert", "referenzwerte", "referenceinterval", "referenceområde", "ref.int."),
        *("ref.-interval", "ref.interval", "ref.bereich", "ref.-bereich", "std range"),
    ),
    Column.PREVIOUS: (
        *("previous", "previous result", "previous results", "previous result and date"),
        *("previous value", "prior", "prior result", "last result", "last value", "past result"),
        *("previous date", "prev", "prev.", "prev result", "prev. result", "vorwert", "vorwerte"),
        *("vorbefund", "vorergebnis", "tidligere", "tidligere svar", "forrige", "forrige svar"),
    ),
    Column.OTHER: (
        *("lab", "status", "date", "collected", "method", "methode", "specimen", "sample", "code"),
        *("material", "comment", "comments", "kommentar", "notes", "loinc", "verified", "note"),
        *("performing lab", "datum", "dato", "no.", "no", "#", "details", "trend", "date/time"),
    ),
}
_COLUMN_OF = {word: column for column, words in _WORDS.items() for word in words}
_LONGEST_PHRASE = 4

# Only between cells: a dash in an empty cell says nothing.
_EMPTY = re.compile(r"[-–—.]*|n/?a", re.IGNORECASE)
# The last column of some reports names the lab that did the test: "EN".
_LAST_CODE = re.compile(r"\s(?!HH|LL)[A-Z]{2,3}$")
_AS_READ = (Column.NAME, Column.VALUE, Column.FLAG, Column.UNIT, Column.RANGE)


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The columns of a table, and their titles where each has a cell to itself."""

    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]

    @property
    def must_be_followed(self) -> bool:
        """Whether a line cannot be read without knowing its columns."""
        return Column.PREVIOUS in self.columns


def column_title(text: str) -> Column | None:
    """Return the column that the text is the title of, or None; a mark on its own is none."""
    if flag_of(text):
        return None
    return _COLUMN_OF.get(" ".join(text.casefold().split()).strip(" :"))


def read_heading(text: str) -> Heading | None:
    """Return the heading that a line is, or None: every word of it is the title of a column."""
    cells = tuple(cell for cell in cells_of(text))
    columns: list[Column] = []
    for cell in cells:
        found = _titles(cell.text)
        if found is None or (len(found) != 1 and len(cells) > 1):
            return _heading_without_cells(text)
        columns += found
    return _heading(columns, cells if len(cells) > 1 else ())


def _heading_without_cells(text: str) -> Heading | None:
    found = _titles(" ".join(text.replace("|", " ").split()))
    return _heading(found, ()) if found else None


def _heading(columns: list[Column], cells: tuple[Cell, ...]) -> Heading | None:
    telling = set(columns) - {Column.OTHER}
    if len(telling) < 2 or Column.VALUE not in telling:  # noqa: PLR2004 - a table, not a word
        return None
    return Heading(columns=tuple(columns), cells=cells)


def _titles(text: str) -> list[Column] | None:
    """Return the columns whose titles stand one after the other, or None."""
    words = text.casefold().strip(" :").split()
    found: list[Column] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_PHRASE), at, -1):
            if column := _COLUMN_OF.get(" ".join(words[at:end])):
                found.append(column)
                at = end
                break
        else:
            return None
    return found


def in_reading_order(heading: Heading, text: str) -> str | None:
    """Return the line's cells in the order name, value, mark, unit, range, without the others.

    Returns None where it is not certain which cell belongs to which column.
    """
    cells = cells_of(text)
    placed = _placed(heading, cells)
    if placed is None and heading.columns[-1] is Column.OTHER:
        text = _LAST_CODE.sub("", text)
    if placed is None:
        return None if heading.must_be_followed else text
    return "\t".join(
        f"Ref: {cell.text}" if column is Column.RANGE else cell.text
        for column in _AS_READ
        for at, cell in placed
        if at is column and (column is Column.FLAG or not _EMPTY.fullmatch(cell.text))
    )


def _placed(heading: Heading, cells: tuple[Cell, ...]) -> list[tuple[Column, Cell]] | None:
    """Return each cell with its column, or None if that is not certain."""
    if not heading.cells or len(cells) < 2:  # noqa: PLR2004 - one cell is no row of a table
        return None
    if len(cells) == len(heading.cells):
        return list(zip(heading.columns, cells, strict=True))
    if not heading.must_be_followed:
        return None
    return _placed_by_position(heading, cells)


def _placed_by_position(
    heading: Heading, cells: tuple[Cell, ...]
) -> list[tuple[Column, Cell]] | None:
    """Return each cell with the one title that it stands under."""
    placed: list[tuple[Column, Cell]] = []
    used: set[int] = set()
    for cell in cells:
        under = [
            at
            for at, title in enumerate(heading.cells)
            if cell.start < title.end and title.start < cell.end
        ]
        if len(under) != 1 or under[0] in used:
            return None
        used.add(under[0])
        placed.append((heading.columns[under[0]], cell))
    return placed
