"""Reading line by line: what stands on one line, and what is spread over several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from appointments.catalogue.lab_tests import LabTest
from appointments.report_text.column_titles import column_title
from appointments.report_text.headings import Heading, read_heading
from appointments.report_text.lines import (
    MOST_LINES,
    Line,
    results_behind_ranges,
    results_on_one_line,
)
from appointments.report_text.named_results import is_variant, make_row, read_result, split_name
from appointments.report_text.parts import Parts, read_parts
from appointments.report_text.reading import ReportReading, ReportRow
from appointments.report_text.report_days import (
    ReportDay,
    begins_next_report,
    find_day,
    may_date_others,
)
from appointments.report_text.result_lines import gather, is_band, is_value
from appointments.report_text.specimens import specimen_is_blood
from appointments.report_text.table_rows import holds_dated_result, in_reading_order

_IN_URINE = "mma_urine"


class Use(StrEnum):
    """What became of a line."""

    UNREAD = "unread"
    ROW = "row"
    WAITING = "waiting"  # a heading or date, used once a row follows
    USED = "used"


class Reader:
    """Reads the lines from top to bottom, once."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        """Take the lines; `read` does the rest."""
        self._lines = lines
        self._uses = [Use.UNREAD] * len(lines)
        self._rows: list[ReportRow] = []
        self._left_over: dict[int, list[str]] = {}
        self._heading: tuple[int, Heading] | None = None
        self._day: ReportDay | None = None
        self._day_has_rows = False
        self._labeled_days: list[ReportDay] = []
        self._titles: list[int] = []
        self._names_come_first = False
        self._not_blood = False

    def read(self) -> ReportReading:
        """Return the rows, and the lines that none of them uses."""
        at = 0
        last = min(len(self._lines), MOST_LINES)
        while at < last:
            at = self._read_from(at)
        self._date_rows_above()
        return ReportReading(rows=tuple(self._rows), unread=tuple(self._unread()))

    def _unread(self) -> list[str]:
        found: list[str] = []
        for at, (line, use) in enumerate(zip(self._lines, self._uses, strict=True)):
            if use in (Use.UNREAD, Use.WAITING):
                found.append(line.pasted)
            found += self._left_over.get(at, [])
        return found

    def _read_from(self, at: int) -> int:
        """Read what begins at that line, and return where to go on."""
        line = self._lines[at]
        if not line.is_readable:
            return at + 1
        if line.is_rule:
            self._uses[at] = Use.USED
            return at + 1
        if heading := read_heading(line.text, line.indent):
            self._heading = (at, heading)
            self._uses[at] = Use.WAITING
            return at + 1
        if column_title(line.text):
            self._titles.append(at)
            self._uses[at] = Use.WAITING
            return at + 1
        return self._date(at) or self._one_line(at) or self._several_lines(at) or self._other(at)

    def _date(self, at: int) -> int | None:
        """Keep the date of the sample for the rows below."""
        day = find_day(self._lines, at)
        if day is None or not (day.is_labeled or self._heads_results()):
            return None
        self._day, self._day_has_rows = day, False
        if day.is_labeled:
            self._labeled_days.append(day)
        for line in day.lines:
            self._uses[line] = Use.WAITING
        row = self._row_of(day.rest)
        if row:
            self._add(row, at)
        return day.lines[-1] + 1

    def _heads_results(self) -> bool:
        """Whether a date without a label can be that of the rows below it, and of no others."""
        return not self._labeled_days and all(row.taken_on for row in self._rows)

    def _date_rows_above(self) -> None:
        """Give the only date of the sample to the rows, if it stands below all of them."""
        if len(self._labeled_days) != 1 or any(row.taken_on for row in self._rows):
            return
        day = self._labeled_days[0]
        rows = [at for at, use in enumerate(self._uses) if use is Use.ROW]
        if not rows or rows[-1] > day.lines[0]:
            return
        others = [at for at in range(rows[0], len(self._lines)) if self._uses[at] is Use.UNREAD]
        if any(may_date_others(self._lines[at].text, above=at < day.lines[0]) for at in others):
            return
        self._rows = [replace(row, taken_on=day.taken_on) for row in self._rows]
        self._mark_used(day.lines)

    def _one_line(self, at: int) -> int | None:
        """Read a line that holds a whole result, and what the next lines add to it."""
        named = self._named(self._lines[at])
        parts = read_parts(named[1]) if named else None
        if named and parts and parts.value and not is_variant(*named, parts):
            return self._block(at, named[0], parts)
        return self._segments(at)

    def _named(self, line: Line) -> tuple[tuple[LabTest, ...], str] | None:
        """Return name and rest; the rest in reading order if a heading says which is which."""
        text = line.text
        if self._heading:
            ordered = in_reading_order(self._heading[1], text, line.indent)
            if ordered is None:
                return None
            text = ordered
        return split_name(text)

    def _row_of(self, text: str) -> ReportRow | None:
        row = read_result(text)
        return row if row and self._is_of_blood(row) else None

    def _segments(self, at: int) -> int | None:
        """Read several results on one line: each begins with a name, and holds a number."""
        if self._heading and self._heading[1].must_be_followed:
            return None
        parts = results_on_one_line(self._lines[at].text)
        rows = [self._row_of(part) for part in parts]
        if not any(rows):
            # Where no sign stands between them, all must be results.
            parts = results_behind_ranges(self._lines[at].text)
            rows = [self._row_of(part) for part in parts]
            if not rows or not all(rows):
                return None
        for row in rows:
            if row:
                self._add(row, at)
        left = [part for part, row in zip(parts, rows, strict=True) if row is None]
        if left:
            self._left_over[at] = left
        return at + 1

    def _several_lines(self, at: int) -> int | None:
        """Read a name with its result on the lines below."""
        if self._heading and self._heading[1].must_be_followed:
            return None
        named = split_name(self._lines[at].text)
        parts = read_parts(named[1]) if named else None
        if named is None or parts is None or parts.value or parts.lab_range:
            return None
        if at and self._uses[at - 1] is Use.UNREAD and self._may_be_listed(at - 1, named[0]):
            return None
        return self._block(at, named[0], parts)

    def _block(self, at: int, tests: tuple[LabTest, ...], parts: Parts) -> int | None:
        """Add what the next lines say of the same result; make the row if it is certain."""
        spread = not parts.value
        parts, end = gather(self._lines, at, parts)
        if spread and is_value(self._lines, end):
            return None
        row = make_row(tests, parts, alone=not spread)
        if row is None or not self._is_of_blood(row):
            return None
        self._add(row, *range(at, end))
        self._names_come_first = self._names_come_first or spread
        return end

    def _may_be_listed(self, at: int, tests: tuple[LabTest, ...]) -> bool:
        """Whether that line is of a list of names, or of results that stand above their names.

        A title that names the same test is not.
        """
        named = split_name(self._lines[at].text) if self._lines[at].is_readable else None
        if named:
            return named[0] != tests
        return not self._names_come_first and is_value(self._lines, at)

    def _is_of_blood(self, row: ReportRow) -> bool:
        return not self._not_blood or row.test == _IN_URINE

    def _add(self, row: ReportRow, *lines: int) -> None:
        """Keep a row, and mark its lines, its heading and its date as used."""
        at_heading, heading = self._heading or (-1, None)
        if heading:
            self._mark_used((at_heading,))
        if heading and heading.taken_on and not (self._day and self._day.lines[0] > at_heading):
            row = replace(row, taken_on=row.taken_on or heading.taken_on)
        elif self._day and not row.taken_on:
            row = replace(row, taken_on=self._day.taken_on)
            self._day_has_rows = True
            self._mark_used(self._day.lines)
        self._mark_used(self._titles)
        self._titles = []
        for at in lines:
            self._uses[at] = Use.ROW
        self._rows.append(replace(row, lines=tuple(self._lines[at].pasted for at in lines)))

    def _mark_used(self, lines: Iterable[int]) -> None:
        for at in lines:
            if self._uses[at] is Use.WAITING:
                self._uses[at] = Use.USED

    def _other(self, at: int) -> int:
        """Leave a line unread; it can say that other results follow."""
        text = self._lines[at].text
        is_row = self._heading and holds_dated_result(self._heading[1], text)
        if self._day_has_rows and not is_row and begins_next_report(self._lines, at):
            # Its sample was taken on another day.
            self._day, self._day_has_rows = None, False
        if is_band(self._lines, at):
            self._titles = []  # they are of the bands
        of_blood = specimen_is_blood(text)
        if of_blood is not None:
            self._not_blood = not of_blood
        return at + 1
