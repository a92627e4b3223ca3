"""Lab results exactly as typed, beside the range of the lab that measured them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from appointments.answer_parts import LabResult
from appointments.answer_types import NO_UNIT
from appointments.answers import Answers
from appointments.catalogue.conversions import CONVERSIONS
from appointments.catalogue.units import UNITS_BY_ID
from appointments.choices import (
    HAS_RESULTS,
    REPORT_FLAG,
    REPORT_FLAG_ON_PAPER,
    HasResults,
    ReportFlag,
    SaidBy,
    YesNo,
    on_paper,
)
from appointments.phrases import Phrase, Text, _
from appointments.quantities import position
from appointments.rules.names import lab_test_name
from appointments.rules.result_words import is_given, result_in_words
from appointments.rules.sample_timing import b12_timing, biotin_timing
from appointments.shown_conversions import in_other_unit
from appointments.summary.model import Cell, ChangeLink, Column, Kind, Row, Section
from appointments.summary.who_says import result_said, unsaid
from appointments.summary.wording import KEPT_ON_PAGE_ONE, fact, sentence

TITLE = Phrase(_("Lab results, copied from the reports"))
SOME_FROM_ELSEWHERE = Phrase(_("Lab results, copied from the reports unless a note says otherwise"))
WHOLE = ChangeLink(step="lab-results", about=Phrase(_("Add or remove results")))
COLUMNS = (
    Column(title=Phrase(_("Test")), width=30),
    Column(title=Phrase(_("Date")), width=15),
    Column(title=Phrase(_("Result")), width=23),
    Column(title=Phrase(_("Lab’s range")), width=13),
    Column(title=Phrase(_("B12 before test")), width=19),
)
CONVERTED = Phrase(
    _(
        "Amounts in a second unit (“about”, “=”) were converted by B12 Guide, for reading only. "
        "Results are as typed."
    )
)
NO_BIOTIN = Phrase(_("no biotin in the 3 days before"))
OUTSIDE = {
    "below": Phrase(_("below the lab’s range")),
    "above": Phrase(_("above the lab’s range")),
}
MARKED_TOO = {
    ("below", ReportFlag.LOW): Phrase(_("below the lab’s range, also marked low")),
    ("above", ReportFlag.HIGH): Phrase(_("above the lab’s range, also marked high")),
}
"""Where the report's own mark says the same as its range: one line for both."""


def lab_results_section(answers: Answers) -> Section:
    """Return a row for each result, or why there is none."""
    results = answers.lab_results
    if results.entries:
        converted = [entry for entry in results.entries if _in_other_unit(entry)]
        rows = tuple(_row(entry, for_other=answers.for_other) for entry in results.entries)
        copied = all(entry.said_by in (None, SaidBy.REPORT) for entry in results.entries)
        return Section(
            id="lab-results",
            title=TITLE if copied else SOME_FROM_ELSEWHERE,
            kind=Kind.TABLE,
            rows=rows,
            columns=COLUMNS,
            whole=WHOLE,
            remarks=(CONVERTED,) if converted else (),
            sources=_sources(converted),
        )
    name = Phrase(_("Lab results"))
    said = results.has and results.has is not HasResults.SOME
    text: Text = on_paper(HAS_RESULTS, results.has) if results.has and said else ""
    row = fact(Phrase(_("Lab results to show")), text, ChangeLink(step="lab-results", about=name))
    return Section(id="lab-results", title=name, kind=Kind.FACTS, rows=(row,))


def _row(entry: LabResult, *, for_other: bool) -> Row:
    result, who = result_cell(entry), result_said(entry.said_by, for_other=for_other)
    asides = (*_unprinted(entry), unsaid(entry.said_by, printed=who))
    return Row(
        cells=(
            Cell(text=lab_test_name(entry), asides=(KEPT_ON_PAGE_ONE,) if entry.pinned else ()),
            Cell(text=entry.taken_on),
            replace(
                result,
                notes=(*result.notes, who) if who else result.notes,
                asides=tuple(filter(None, asides)),
            ),
            Cell(text=entry.lab_range),
            _before(entry),
        ),
        changes=(ChangeLink(step="lab-result", item=entry.item, about=_name_and_date(entry)),),
        pinned=entry.pinned,
    )


def _name_and_date(entry: LabResult) -> Text:
    return sentence(lab_test_name(entry), entry.taken_on)


def result_cell(entry: LabResult) -> Cell:
    """Return the result as typed; below it another unit, the lab's mark, and where it lies."""
    where = position(
        test_id=entry.test, unit_id=entry.unit, value=entry.value, lab_range=entry.lab_range
    )
    flag = entry.flag or ReportFlag.NOT_MARKED
    both = MARKED_TOO.get((where or "", flag))
    said = (both,) if both else (OUTSIDE.get(where or ""), REPORT_FLAG_ON_PAPER.get(flag))
    notes = (_in_other_unit(entry), *said)
    return Cell(
        text=result_in_words(entry),
        notes=tuple(note for note in notes if note),
        strong=is_given(entry),
    )


def _unprinted(entry: LabResult) -> Iterator[Text]:
    """Yield what was said of a result that is not printed: a unit without a number, no mark."""
    if entry.unit == NO_UNIT:
        yield Phrase(_("No unit printed"))
    elif entry.unit in UNITS_BY_ID and not entry.value:
        yield Phrase(_("Unit: %(unit)s"), {"unit": UNITS_BY_ID[entry.unit].shown})
    if entry.flag is ReportFlag.NOT_MARKED:
        yield REPORT_FLAG[entry.flag]


def _in_other_unit(entry: LabResult) -> Phrase | None:
    """Return the result in the unit that other labs use, for reading only."""
    return in_other_unit(test_id=entry.test, unit_id=entry.unit, value=entry.value)


def _sources(converted: Iterable[LabResult]) -> tuple[str, ...]:
    """Return where the factors come from, each source once."""
    return tuple(
        dict.fromkeys(source for entry in converted for source in CONVERSIONS[entry.test].sources)
    )


def _before(entry: LabResult) -> Cell:
    """Return the B12 and biotin that came before the sample."""
    b12, biotin = b12_timing(entry), biotin_timing(entry)
    return Cell(
        text=b12 or biotin,
        notes=(biotin,) if b12 and biotin else (),
        asides=(NO_BIOTIN,) if entry.biotin is YesNo.NO else (),
    )
