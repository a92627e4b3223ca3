"""Reading line by line: what stands on one line, and what is spread over several."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from appointments.catalogue.lab_tests import LabTest
from appointments.report_text.headings import (
    Column,
    Heading,
    column_title,
    in_reading_order,
    read_heading,
)
from appointments.report_text.lines import MOST_LINES, Line, results_on_one_line
from appointments.report_text.named_results import is_variant, make_row, read_result, split_name
from appointments.report_text.parts import Parts, joined, read_parts
from appointments.report_text.reading import ReportReading, ReportRow
from appointments.report_text.sample_dates import date_taken, has_date, is_date_label, only_date
from appointments.report_text.specimens import specimen_is_blood

# Name, value, unit, range, mark and their labels: no result is spread over more lines.
_LONGEST_BLOCK = 8

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
        self._taken_on = ""
        self._date_lines: list[int] = []
        self._rows_under_date = 0
        self._titles: list[int] = []
        self._not_blood = False

    def read(self) -> ReportReading:
        """Return the rows, and the lines that none of them uses."""
        at = 0
        last = min(len(self._lines), MOST_LINES)
        while at < last:
            at = self._read_from(at)
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
        if heading := read_heading(line.text):
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
        text = self._lines[at].text
        if is_date_label(text) and at + 1 < len(self._lines):
            day = only_date(self._lines[at + 1].text)
            if day is None:
                return None
            self._set_date(day, at, at + 1)
            return at + 2
        dated = date_taken(text)
        if dated is None or split_name(text):
            return None
        self._set_date(dated[0], at)
        row = self._row_of(dated[1])
        if row:
            self._add(row, at)
        return at + 1

    def _set_date(self, day: str, *lines: int) -> None:
        self._taken_on = day
        self._date_lines = list(lines)
        self._rows_under_date = 0
        for at in lines:
            self._uses[at] = Use.WAITING

    def _one_line(self, at: int) -> int | None:
        """Read a line that holds a whole result, and what the next lines add to it."""
        text = self._lines[at].text
        named = self._named(text)
        parts = read_parts(named[1]) if named else None
        if named and parts and parts.value and not is_variant(*named, parts):
            return self._block(at, named[0], parts)
        return self._segments(at)

    def _named(self, text: str) -> tuple[tuple[LabTest, ...], str] | None:
        """Return name and rest; the rest in reading order if a heading says which is which."""
        if self._heading:
            ordered = in_reading_order(self._heading[1], text)
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
        end = at + 1
        while end < min(len(self._lines), at + _LONGEST_BLOCK):
            more = self._continuation(end, parts)
            if more is None:
                break
            parts, end = more, end + 1
        # A line that is a title of the next result's column is left to that.
        while end > at + 1 and column_title(self._lines[end - 1].text) is Column.NAME:
            end -= 1
        if spread and self._is_value(end):
            return None
        row = make_row(tests, parts, alone=not spread)
        if row is None or not self._is_of_blood(row):
            return None
        self._add(row, *range(at, end))
        return end

    def _continuation(self, at: int, parts: Parts) -> Parts | None:
        """Return the parts with what that line adds, or None if it is not of this result."""
        line = self._lines[at]
        if not line.is_readable or line.is_rule or read_heading(line.text):
            return None
        if column_title(line.text):
            return None if column_title(line.text) is Column.NAME else parts
        if split_name(line.text) or is_date_label(line.text):
            return None
        more = read_parts(line.text)
        if more is None or more.taken_on or not more.has_any:
            return None
        if parts.value and more.kind is not None:
            # A range with one end looks like a value.
            is_range = more.value and more.value[0] in "<>≤≥" and not more.lab_range
            if not is_range or parts.lab_range:
                return None
            more = replace(
                more, value="", kind=None, lab_range=line.text, range_unit=more.unit, unit=None
            )
        if parts.unit and more.unit == parts.unit:
            more = replace(more, unit=None)
        return joined(parts, more)

    def _is_value(self, at: int) -> bool:
        """Whether the line could be the result of some other test."""
        if at >= len(self._lines) or not self._lines[at].is_readable:
            return False
        parts = read_parts(self._lines[at].text)
        return bool(parts and parts.value)

    def _may_be_listed(self, at: int, tests: tuple[LabTest, ...]) -> bool:
        """Whether that line is of a list of names, or of results that stand above their names.

        A title that names the same test is not.
        """
        named = split_name(self._lines[at].text) if self._lines[at].is_readable else None
        return named[0] != tests if named else self._is_value(at)

    def _is_of_blood(self, row: ReportRow) -> bool:
        return not self._not_blood or row.test == _IN_URINE

    def _add(self, row: ReportRow, *lines: int) -> None:
        """Keep a row, and mark its lines, its heading and its date as used."""
        if not row.taken_on and self._taken_on:
            row = replace(row, taken_on=self._taken_on)
            self._rows_under_date += 1
            self._mark_used(self._date_lines)
        if self._heading:
            self._mark_used([self._heading[0]])
        self._mark_used(self._titles)
        self._titles = []
        for at in lines:
            self._uses[at] = Use.ROW
        self._rows.append(replace(row, lines=tuple(self._lines[at].pasted for at in lines)))

    def _mark_used(self, lines: list[int]) -> None:
        for at in lines:
            if self._uses[at] is Use.WAITING:
                self._uses[at] = Use.USED

    def _other(self, at: int) -> int:
        """Leave a line unread; it can say that other results follow."""
        text = self._lines[at].text
        if has_date(text) and self._rows_under_date:
            # The next report begins: its sample was taken on another day.
            self._taken_on, self._date_lines, self._rows_under_date = "", [], 0
        of_blood = specimen_is_blood(text)
        if of_blood is not None:
            self._not_blood = not of_blood
        return at + 1
