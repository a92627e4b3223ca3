"""A line of a table, in the order in which a result is read, by the columns of its heading."""

from __future__ import annotations

import re

from appointments.report_text.column_titles import Column
from appointments.report_text.headings import Heading
from appointments.report_text.lines import Cell, cells_of, has_drawn_cells
from appointments.report_text.marks import FLAG
from appointments.report_text.sample_dates import DATE

# Only between cells: a dash in an empty cell says nothing.
_EMPTY = re.compile(r"[-–—.]*|n/?a", re.IGNORECASE)
# The last column of some reports names the lab that did the test: "EN", "[570]".
_LAST_CODE = re.compile(r"\s(?:(?!HH|LL)[A-Z]{2,3}|\[[0-9]{3}[A-Z0-9]{0,4}\])$")
_DATED_RESULT = re.compile(
    rf"(?<!\S)[<>]?[0-9][0-9.,]*(?:\s+{FLAG.pattern})?\s+{DATE.pattern}", re.IGNORECASE
)
_AS_READ = (
    *(Column.NAME, Column.VALUE, Column.FLAG, Column.UNIT, Column.RANGE),
    Column.UNTITLED,
)

_Placed = list[tuple[Column, Cell]]


def in_reading_order(heading: Heading, text: str, indent: int = 0) -> str | None:
    """Return the line's cells in the order name, value, mark, unit, range, without the others.

    Returns None where it is not certain which cell belongs to which column.
    """
    placed = _placed(heading, text, indent)
    if placed is None and heading.columns[-1] is Column.OTHER:
        text = _LAST_CODE.sub("", text)
    if placed is None:
        return _without_dated_result(heading, text) if heading.must_be_followed else text
    return "\t".join(
        f"Ref: {cell.text}" if column is Column.RANGE else cell.text
        for column in _AS_READ
        for at, cell in placed
        if at is column and (column is Column.FLAG or not _EMPTY.fullmatch(cell.text))
    )


def holds_dated_result(heading: Heading, text: str) -> bool:
    """Whether a date in the line is that of an older result."""
    return heading.dates_previous and bool(_DATED_RESULT.search(text))


def _without_dated_result(heading: Heading, text: str) -> str | None:
    """Return the line without the older result, which has its date behind it."""
    if not heading.dates_previous or len(DATE.findall(text)) > 1:
        return None
    return _DATED_RESULT.sub(" ", text)


def _placed(heading: Heading, text: str, indent: int) -> _Placed | None:
    """Return each cell with its column, or None if that is not certain."""
    cells = cells_of(text, indent)
    if not heading.cells or len(cells) < 2:  # noqa: PLR2004 - one cell is no row of a table
        return None
    by_count = _by_count(heading, cells, is_drawn=has_drawn_cells(text))
    if not heading.must_be_followed or has_drawn_cells(text):
        return by_count
    by_place = _by_place(heading, cells)
    if heading.has_days or by_count is None:
        return by_place
    return by_count if by_place in (None, by_count) else None


def _by_count(heading: Heading, cells: tuple[Cell, ...], *, is_drawn: bool) -> _Placed | None:
    """Return the first cell with the first column, and so on."""
    if heading.has_days and is_drawn:
        untitled = [Column.UNTITLED] * (len(cells) - len(heading.columns))
        return list(zip([*heading.columns, *untitled], cells, strict=False))
    if len(cells) != len(heading.cells):
        return None
    return list(zip(heading.columns, cells, strict=True))


def _by_place(heading: Heading, cells: tuple[Cell, ...]) -> _Placed | None:
    """Return each cell with the one title that it stands under.

    What stands behind all dates needs no title: it is the unit and the range.
    """
    placed: _Placed = []
    used: set[int] = set()
    for cell in cells:
        under = [
            at
            for at, title in enumerate(heading.cells)
            if cell.start < title.end and title.start < cell.end
        ]
        if not under and heading.has_days and cell.start >= heading.cells[-1].end:
            placed.append((Column.UNTITLED, cell))
            continue
        if len(under) != 1 or under[0] in used:
            return None
        used.add(under[0])
        placed.append((heading.columns[under[0]], cell))
    return placed
