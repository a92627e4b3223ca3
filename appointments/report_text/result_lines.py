"""The lines that one result is spread over, and lines that only look like a part of it."""

from __future__ import annotations

from dataclasses import replace

from appointments.report_text.column_titles import Column, column_title
from appointments.report_text.headings import read_heading
from appointments.report_text.lines import Line
from appointments.report_text.marks import BAND
from appointments.report_text.named_results import split_name
from appointments.report_text.parts import Parts, joined, read_parts
from appointments.report_text.printed_numbers import ends_of_range
from appointments.report_text.sample_dates import is_date_label

# Name, value, unit, range, the ends of its bar, mark, and their labels: there are no more lines.
_LONGEST_BLOCK = 11
# The two ends of a range, a title, and the result between or below them.
_LONGEST_BAR = 4


def gather(lines: tuple[Line, ...], at: int, parts: Parts) -> tuple[Parts, int]:
    """Return the parts with what the next lines add, and where these lines end.

    Args:
        lines: All lines.
        at: The line with the name.
        parts: What that line says.
    """
    end = at + 1
    bar: tuple[int, ...] = ()
    while end < min(len(lines), at + _LONGEST_BLOCK):
        more = parts if end in bar else _continued(lines, end, parts)
        if more is None:
            break
        parts, end = more, end + 1
        bar = bar or _ends_of_bar(lines, end, parts.lab_range)
    # A title is left to the next result if it is of names, and to the bands below it.
    while end > at + 1 and (title := column_title(lines[end - 1].text)):
        if title is not Column.NAME and not is_band(lines, end):
            break
        end -= 1
    return parts, end


def _continued(lines: tuple[Line, ...], at: int, parts: Parts) -> Parts | None:
    """Return the parts with what that line adds, or None if it is not of this result."""
    line = lines[at]
    if not line.is_readable or line.is_rule or read_heading(line.text):
        return None
    if column_title(line.text):
        return None if column_title(line.text) is Column.NAME else parts
    if split_name(line.text) or is_date_label(line.text) or is_band(lines, at):
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


def _ends_of_bar(lines: tuple[Line, ...], at: int, lab_range: str) -> tuple[int, ...]:
    """Return the lines that repeat the ends of the range, as portals do below a drawn bar."""
    ends = ends_of_range(lab_range)
    below = [line.text for line in lines[at : at + _LONGEST_BAR]]
    if ends is None or ends[0] not in below:
        return ()
    low = below.index(ends[0])
    if ends[1] not in below[low + 1 :]:
        return ()
    return at + low, at + below.index(ends[1], low + 1)


def is_band(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line tells what results are called, as "Low: <3.4" does.

    A word before limits can be the result's own mark, or the label of its range. It is neither if
    the limits have one end, or if such a line stands beside it.
    """
    band = BAND.match(lines[at].text) if at < len(lines) else None
    if band is None:
        return False
    if band["limit"] in "<>≤≥" and not band.group().casefold().startswith("normal"):
        return True
    beside = [lines[other].text for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return any(BAND.match(text) for text in beside)


def is_value(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line could be the result of some other test."""
    if at >= len(lines) or not lines[at].is_readable:
        return False
    parts = read_parts(lines[at].text)
    return bool(parts and parts.value)
