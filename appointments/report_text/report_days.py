"""Which lines date the results beside them, and which begin the next report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from appointments.report_text.column_titles import column_title
from appointments.report_text.headings import read_heading
from appointments.report_text.lines import Line
from appointments.report_text.named_results import split_name
from appointments.report_text.sample_dates import (
    DATE,
    date_taken,
    dated_without_label,
    has_date,
    is_date_label,
    only_date,
)
from appointments.report_text.specimens import specimen_is_blood

# The title of a page of results: the date right below it is theirs.
_RESULTS_TITLE = re.compile(
    r"(?:\W*(?:my|your|mine|meine|ihre) )?(?:(?:lab(?:oratory)?|blood|pathology|test|blood test)"
    r"[ -](?:test )?)?results?(?: details?| summary)?\W*"
    r"|(?:mine )?(?:prøve|laboratorie|blodprøve)svar|labor(?:werte|ergebnisse?|befunde?)",
    re.IGNORECASE,
)
# What a line says of a date in it or below it, if that is not the day of the sample.
_OTHER_DAY = re.compile(
    r"\b(?:report|print|birth|born|dob|geb|order|request|receiv|resulted|releas|issued|letter"
    r"|dear|lieber?|sehr|kære|befund|brief|appointment|visit|termin|druck|eingang)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\W*(?:eval|comment|note|remark|kommentar|bemerkung|anmerkung|interpretation|method)\w{0,2}\s*:",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\b(?:page|seite|side|pg\.?)\s*(?P<page>[0-9]{1,2})\s*(?:of|von|af|/)\s*(?P<last>[0-9]{1,2})\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[0-9]")
# A page's header and footer stand no further than this from its number.
_LINES_BESIDE_PAGE_NUMBER = 4


@dataclass(frozen=True, kw_only=True)
class ReportDay:
    """The day of the samples.

    Attributes:
        taken_on: The date as printed.
        lines: The places of the lines that say so.
        rest: What else the line says.
        is_labeled: Whether the line itself says that it is the day of the sample.
    """

    taken_on: str
    lines: tuple[int, ...]
    rest: str = ""
    is_labeled: bool = True


def find_day(lines: tuple[Line, ...], at: int) -> ReportDay | None:
    """Return the day of the samples that begins on that line, or None."""
    text = lines[at].text
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if is_date_label(text):
        day = only_date(below)
        return ReportDay(taken_on=day, lines=(at, at + 1)) if day else None
    if dated := date_taken(text):
        if split_name(text):
            return None
        return ReportDay(taken_on=dated[0], lines=(at,), rest=dated[1])
    day = dated_without_label(text)
    above = lines[at - 1].text if at else ""
    if day is None or _OTHER_DAY.search(above):
        return None
    has_word = only_date(text) is None
    if _RESULTS_TITLE.fullmatch(above) or (has_word and _begins_results(below)):
        return ReportDay(taken_on=day, lines=(at,), is_labeled=False)
    return None


def _begins_results(text: str) -> bool:
    return bool(
        read_heading(text) or column_title(text) or split_name(text) or specimen_is_blood(text)
    )


def begins_next_report(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line that is no result can begin a report of another day: it holds a date.

    A remark does not, and neither does what is printed again on every page of one report.
    """
    text = lines[at].text
    if not has_date(text) or _REMARK.match(text):
        return False
    if _PAGE.search(text):
        return not _is_page_of_same_report(lines, at)
    is_repeated = any(line.text == text for line in lines[:at])
    near = range(
        max(0, at - _LINES_BESIDE_PAGE_NUMBER),
        min(len(lines), at + _LINES_BESIDE_PAGE_NUMBER + 1),
    )
    return not (is_repeated and any(_is_page_of_same_report(lines, other) for other in near))


def _is_page_of_same_report(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line has the number of a page that is not the first one of another report."""
    found = _PAGE.search(lines[at].text)
    if found is None:
        return False
    is_new = all(
        other["page"] != found["page"] for line in lines[:at] if (other := _PAGE.search(line.text))
    )
    return is_new and int(found["last"]) > 1


def may_date_others(text: str, *, above: bool) -> bool:
    """Whether an unread line makes it unsure that the date below all rows is theirs.

    A second date above it can be of an older report. Below it, figures can be the results that
    it is of, and so can anything that is no blood.
    """
    if specimen_is_blood(text) is False:
        return True
    return has_date(text) if above else bool(_FIGURE.search(DATE.sub(" ", text)))
