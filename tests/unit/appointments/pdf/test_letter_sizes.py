"""The letters on the paper are as large as promised, measured in the PDF itself."""

import pytest

from appointments.pdf.render import Paper, Size
from appointments.pdf.sheet import render_sheet
from appointments.summary.build import build_summary
from tests.pdf_checks import SMALLEST, smallest_text
from tests.unit.appointments.summary.cases import NAMES, TODAY, answers_of, sheet_of


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_smaller_than_promised(name, size):
    assert smallest_text(sheet_of(name, Paper.A4, size)) >= SMALLEST[size]


@pytest.mark.parametrize("size", Size)
def test_nothing_in_a_timeline_is_smaller_than_promised(size):
    summary = build_summary(answers_of("timeline"), today=TODAY, timeline=True)
    assert smallest_text(render_sheet(summary, paper=Paper.LETTER, size=size)) >= SMALLEST[size]
