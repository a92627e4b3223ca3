"""What was read from pasted text: rows to propose, and the lines that no row uses."""

from __future__ import annotations

from dataclasses import dataclass

from appointments.choices import ReportFlag


@dataclass(frozen=True, kw_only=True)
class ReportRow:
    """One result as the text seems to say; a person confirms it before anything is kept.

    Attributes:
        test: The id of the lab test.
        value: The result as printed: a number with its comparator, or a word.
        word: The word printed beside a number or titer: "Positive 1:80".
        unit: The unit's id; "other" where it is in no list; "none" where none is printed.
        unit_as_printed: The unit's letters, where `unit` is "other".
        lab_range: The lab's own range as printed, without brackets and label; "" if none.
        flag: The mark that the report itself prints; None where it prints none.
        taken_on: The date of the sample as printed; "" if none.
        lines: The lines it was read from, as pasted.
    """

    test: str
    value: str
    word: str = ""
    unit: str
    unit_as_printed: str = ""
    lab_range: str = ""
    flag: ReportFlag | None = None
    taken_on: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReportReading:
    """The rows in the order of the text, and what no row uses; blank lines are left out.

    Attributes:
        rows: One for each result that is certain.
        unread: The lines that no row uses, as pasted, and what is left of a line with several
            results. A heading or date of rows below it is used, and so is a drawn line.
    """

    rows: tuple[ReportRow, ...]
    unread: tuple[str, ...]
