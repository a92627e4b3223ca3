"""The door to the reader: pasted text in, rows to propose out."""

from __future__ import annotations

from appointments.report_text.reading import ReportReading


def read_report(text: str) -> ReportReading:
    """Return the results that the text seems to hold, and the lines that could not be read."""
    lines = tuple(line for line in text.splitlines() if line.strip())
    return ReportReading(rows=(), unread=lines)
