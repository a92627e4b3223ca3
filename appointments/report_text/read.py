"""The door to the reader: pasted text in, rows to propose out."""

from __future__ import annotations

from appointments.report_text.blocks import Reader
from appointments.report_text.lines import lines_of
from appointments.report_text.named_results import forget_names
from appointments.report_text.reading import ReportReading


def read_report(text: str) -> ReportReading:
    """Return the results that the text seems to hold, and the lines that could not be read.

    What is not certain is left unread: a wrong row is worse than a line to type by hand. Any text
    is safe, and takes a moment only.
    """
    try:
        return Reader(lines_of(text)).read()
    finally:
        forget_names()
