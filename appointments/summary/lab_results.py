"""Lab results exactly as typed, beside the range of the lab that measured them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from appointments.answers import Answers, LabResult
from appointments.catalogue.conversions import convert, same_size
from appointments.catalogue.units import UNITS_BY_ID
from appointments.choices import (
    B12_BEFORE_ON_PAPER,
    HAS_RESULTS,
    REPORT_FLAG_ON_PAPER,
    HasResults,
    ReportFlag,
    on_paper,
)
from appointments.phrases import Phrase, Text, _
from appointments.quantities import parse_quantity, position
from appointments.rules.names import lab_test_name
from appointments.summary.model import Cell, ChangeLink, Column, Kind, Row, Section
from appointments.summary.wording import fact, sentence

TITLE = Phrase(_("Lab results, copied from the reports"))
WHOLE = ChangeLink(step="lab-results", about=Phrase(_("Add or remove results")))
COLUMNS = (
    Column(title=Phrase(_("Test")), width=30),
    Column(title=Phrase(_("Date")), width=15),
    Column(title=Phrase(_("Result")), width=25),
    Column(title=Phrase(_("Lab’s own range")), width=16),
    Column(title=Phrase(_("B12 before test")), width=14),
)
WAITING = Phrase(_("waiting for the result"))
OUTSIDE = {
    "below": Phrase(_("below the lab’s range")),
    "above": Phrase(_("above the lab’s range")),
}

# The two units in which the world reports a test: a clinician may be used to the other one. Where
# they are just ten or a thousand times apart, no clinician needs to be told.
USUAL_UNITS = {
    "b12_total": ("pg_per_ml", "pmol_per_l"),
    "folate_serum": ("ng_per_ml", "nmol_per_l"),
    "folate_rbc": ("ng_per_ml", "nmol_per_l"),
    "creatinine": ("mg_per_dl", "umol_per_l"),
}
DIGITS = 3


def lab_results_section(answers: Answers) -> Section:
    """Return a row for each result, or why there is none."""
    results = answers.lab_results
    if results.entries:
        rows = tuple(_row(entry) for entry in results.entries)
        return Section(
            id="lab-results", title=TITLE, kind=Kind.TABLE, rows=rows, columns=COLUMNS, whole=WHOLE
        )
    name = Phrase(_("Lab results"))
    said = results.has and results.has is not HasResults.SOME
    text: Text = on_paper(HAS_RESULTS, results.has) if results.has and said else ""
    row = fact(Phrase(_("Lab results to show")), text, ChangeLink(step="lab-results", about=name))
    return Section(id="lab-results", title=name, kind=Kind.FACTS, rows=(row,))


def _row(entry: LabResult) -> Row:
    name = lab_test_name(entry)
    before: Text = B12_BEFORE_ON_PAPER[entry.b12_before] if entry.b12_before else ""
    return Row(
        cells=(
            Cell(text=name),
            Cell(text=entry.taken_on),
            _result(entry),
            Cell(text=entry.lab_range),
            Cell(text=before),
        ),
        changes=(
            ChangeLink(
                step="lab-result",
                item=entry.item,
                about=sentence(name, entry.taken_on),
            ),
        ),
    )


def _result(entry: LabResult) -> Cell:
    """Return the result as typed; below it another unit, the lab's mark, and where it lies."""
    if not entry.value:
        return Cell(text=WAITING if entry.waiting else Phrase(_("result not typed in")))
    unit = UNITS_BY_ID[entry.unit].shown if entry.unit in UNITS_BY_ID else entry.unit_as_printed
    other = _in_other_unit(entry)
    where = position(
        test_id=entry.test, unit_id=entry.unit, value=entry.value, lab_range=entry.lab_range
    )
    notes = (
        WAITING if entry.waiting else None,
        other,
        OUTSIDE.get(where or ""),
        REPORT_FLAG_ON_PAPER.get(entry.flag or ReportFlag.NOT_MARKED),
    )
    return Cell(
        text=f"{entry.value} {unit}".strip(),
        notes=tuple(text for text in notes if text),
        strong=True,
    )


def _in_other_unit(entry: LabResult) -> Phrase | None:
    """Return the result in the unit that other labs use, for reading only."""
    quantity = parse_quantity(entry.value)
    if quantity is None or quantity.comparator or quantity.other_reading is not None:
        return None
    for unit in USUAL_UNITS.get(entry.test, ()):
        if same_size(entry.test, entry.unit, unit):
            continue
        converted = convert(entry.test, quantity.value, entry.unit, unit)
        if converted is not None:
            values: dict[str, Text] = {
                "value": _rounded(converted),
                "unit": UNITS_BY_ID[unit].shown,
            }
            return Phrase(_("about %(value)s %(unit)s"), values)
    return None


def _rounded(value: Decimal) -> str:
    """Return three digits that count: it says "about", and reports are not more exact."""
    step = Decimal(1).scaleb(value.adjusted() - (DIGITS - 1))
    return f"{value.quantize(step, rounding=ROUND_HALF_UP).normalize():f}"
