"""Lab results exactly as typed, beside the range of the lab that measured them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from appointments.answers import OTHER, Answers, HasResults, LabResult, ReportFlag
from appointments.catalogue.conversions import convert, same_size
from appointments.catalogue.lab_tests import LAB_TESTS_BY_ID
from appointments.catalogue.units import UNITS_BY_ID
from appointments.choices import B12_BEFORE_ON_PAPER, HAS_RESULTS, REPORT_FLAG_ON_PAPER, on_paper
from appointments.phrases import Phrase, Text, _
from appointments.quantities import parse_quantity, position
from appointments.summary.model import Cell, ChangeLink, Column, Kind, Row, Section
from appointments.summary.wording import fact, sentence

TITLE = Phrase(_("Lab results, exactly as the reports show them"))
COLUMNS = (
    Column(title=Phrase(_("Test")), width=30),
    Column(title=Phrase(_("Date")), width=15),
    Column(title=Phrase(_("Result")), width=25),
    Column(title=Phrase(_("Lab’s own range")), width=16),
    Column(title=Phrase(_("B12 before test")), width=14),
)
OUTSIDE = {
    "below": Phrase(_("below the lab’s range")),
    "above": Phrase(_("above the lab’s range")),
}

# The two units in which the world reports a test: a clinician may be used to the other one.
USUAL_UNITS = {
    "b12_total": ("pg_per_ml", "pmol_per_l"),
    "folate_serum": ("ng_per_ml", "nmol_per_l"),
    "folate_rbc": ("ng_per_ml", "nmol_per_l"),
    "hb": ("g_per_dl", "g_per_l"),
    "creatinine": ("mg_per_dl", "umol_per_l"),
}


def lab_results_section(answers: Answers) -> Section:
    """Return a row for each result, or why there is none."""
    results = answers.lab_results
    if results.entries:
        rows = tuple(_row(entry) for entry in results.entries)
        return Section(id="lab-results", title=TITLE, kind=Kind.TABLE, rows=rows, columns=COLUMNS)
    name = Phrase(_("Lab results"))
    said = results.has and results.has is not HasResults.SOME
    text: Text = on_paper(HAS_RESULTS, results.has) if results.has and said else ""
    row = fact(name, text, ChangeLink(step="lab-results", about=name))
    return Section(id="lab-results", title=name, kind=Kind.FACTS, rows=(row,))


def _row(entry: LabResult) -> Row:
    name: Text = entry.own_words if entry.test == OTHER else LAB_TESTS_BY_ID[entry.test].wording
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
    if entry.waiting:
        return Cell(text=Phrase(_("waiting for the result")))
    if not entry.value:
        return Cell(text=Phrase(_("result not typed in")))
    unit = UNITS_BY_ID[entry.unit].shown if entry.unit in UNITS_BY_ID else entry.unit_as_printed
    other = _in_other_unit(entry)
    where = position(
        test_id=entry.test, unit_id=entry.unit, value=entry.value, lab_range=entry.lab_range
    )
    notes = (
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
    """Return one digit after the point, two where the number is small."""
    step = Decimal("0.01") if abs(value) < 10 else Decimal("0.1")  # noqa: PLR2004 (where one digit is too coarse)
    return f"{value.quantize(step, rounding=ROUND_HALF_UP).normalize():f}"
