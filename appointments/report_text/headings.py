"""The heading line of a table: which column is which, so that an older result is never taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from appointments.dates import DateSpan, parse_when
from appointments.report_text.column_titles import Column, titles_in
from appointments.report_text.lines import Cell, cells_of
from appointments.report_text.sample_dates import DATE, only_date

# So many blanks before the first date are the place of the names.
_ROOM_FOR_NAMES = 8
_AROUND_DATE = " :,()[]\t-–"
# "14/08/23" and "14.08.23"; with hyphens, two figures can be the year at either end.
_SHORT_YEAR = re.compile(r"(?<=[0-9][./])[0-9]{2}$")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_DATED_PREVIOUS = re.compile(
    r"(?:previous|prior|last|prev\.?) (?:result|value)s? (?:and|/|&|\+) date", re.IGNORECASE
)


# One date after the other, without a word that says what the next one is of.
_DATES_ALONE = re.compile(rf"{DATE.pattern}[ ,]+[0-9]", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The columns of a table, and their titles where each has a cell to itself.

    Attributes:
        columns: What stands in each column.
        cells: The titles, and where they stand in the line as pasted; () if not kept apart.
        taken_on: The date above the results that are read; "" if there is none.
        has_days: Whether each column of results has the date of a sample as its title.
        dates_previous: Whether each older result has its date behind it.
    """

    columns: tuple[Column, ...]
    cells: tuple[Cell, ...] = ()
    taken_on: str = ""
    has_days: bool = False
    dates_previous: bool = False

    @property
    def must_be_followed(self) -> bool:
        """Whether a line cannot be read without knowing its columns."""
        return Column.PREVIOUS in self.columns


def read_heading(text: str, indent: int = 0) -> Heading | None:
    """Return the heading that a line is, or None: every word of it is the title of a column.

    Args:
        text: The line without the blanks before it.
        indent: How many blanks stand before it.
    """
    cells = cells_of(text, indent)
    if indent >= _ROOM_FOR_NAMES and cells and only_date(cells[0].text):
        cells = (Cell(text=" " * (indent - 1), start=0), *cells)
    if len(cells) < 2:  # noqa: PLR2004 - one cell is no table
        return _heading_without_cells(text)
    columns: list[Column] = []
    days: list[str] = []
    for cell in cells:
        title = " ".join(cell.text.split())
        if day := DATE.search(title):
            title = title.replace(day.group(), " ")
        found = titles_in(title.strip(_AROUND_DATE))
        if found is None or len(found) > 1:
            return _heading_without_cells(text)
        columns += found or [Column.UNTITLED]
        days.append(day["date"] if day else "")
    if not any(days):
        return _heading(columns, cells) or _heading_without_cells(text)
    return _dated_heading(columns, days, cells)


def _heading_without_cells(text: str) -> Heading | None:
    words = " ".join(text.replace("|", " ").split())
    days = len(DATE.findall(words))
    found = titles_in(" ".join(DATE.sub(" ", words).split()).strip(_AROUND_DATE))
    if not found:
        return None
    if days > 1 and _DATES_ALONE.search(words):
        # Results of several days, and no telling which is which.
        return Heading(columns=(Column.NAME, Column.PREVIOUS))
    if days:
        return None
    return _heading(found, (), dates_previous=bool(_DATED_PREVIOUS.search(words)))


def _heading(
    columns: list[Column], cells: tuple[Cell, ...], *, dates_previous: bool = False
) -> Heading | None:
    telling = set(columns) - {Column.OTHER, Column.UNTITLED}
    if len(telling) < 2 or Column.VALUE not in telling:  # noqa: PLR2004 - a table, not a word
        return None
    if Column.UNTITLED in columns:
        return None
    return Heading(columns=tuple(columns), cells=cells, dates_previous=dates_previous)


def _dated_heading(
    columns: list[Column], days: list[str], cells: tuple[Cell, ...]
) -> Heading | None:
    """Return the heading of columns with a date each: only results of the newest are read."""
    of_days = [
        at
        for at, (column, day) in enumerate(zip(columns, days, strict=True))
        if day and column in (Column.UNTITLED, Column.VALUE)
    ]
    values = [at for at, column in enumerate(columns) if column is Column.VALUE]
    if len(of_days) > 1:
        # Dates with words in between are of other things: "Collected", "Received".
        if of_days[0] == 0 or of_days[-1] - of_days[0] >= len(of_days):
            return None
        newest = _newest([days[at] for at in of_days])
        chosen = None if newest is None else of_days[newest]
    elif of_days == values or not of_days:
        heading = _heading(columns, cells)
        return replace(heading, taken_on=days[of_days[0]]) if heading and of_days else heading
    elif not values and Column.NAME in columns and {Column.UNIT, Column.RANGE} & set(columns):
        # The one column of results has the date as its title.
        chosen = of_days[0]
    else:
        return None
    placed = [Column.PREVIOUS if at in of_days else column for at, column in enumerate(columns)]
    placed[0] = Column.NAME
    if chosen is not None:
        placed[chosen] = Column.VALUE
    return Heading(
        columns=tuple(placed),
        cells=cells,
        taken_on="" if chosen is None else days[chosen],
        has_days=len(of_days) > 1,
    )


def _newest(days: list[str]) -> int | None:
    """Return the place of the date that is certainly later than all others, or None."""
    spans = [_span(day) for day in days]
    known = [span for span in spans if span is not None]
    if len(known) < len(days):
        return None
    for at, span in enumerate(known):
        others = known[:at] + known[at + 1 :]
        if all(other.latest < span.earliest for other in others):
            return at
    return None


def _span(day: str) -> DateSpan | None:
    whole = _SHORT_YEAR.sub(lambda found: f"20{found.group()}", day)
    # With points, the day always comes first.
    return parse_when(_DAY_FIRST.sub(r"\3-\2-\1", whole), date.max)
