"""Every sample case is an archive file (PDF/A-3a) that can be read aloud (PDF/UA-1)."""

from io import BytesIO

import pytest
from pikepdf import Pdf

from appointments.pdf.attachments import NAME
from appointments.pdf.render import Paper, Size
from appointments.pdf.sheet import render_sheet
from appointments.save_file import answers_to_embed
from tests.pdf_checks import assert_pdf_a, assert_pdf_ua
from tests.unit.appointments.summary.cases import NAMES, answers_of, summary_of


@pytest.mark.parametrize("data", [True, False], ids=["data", "no data"])
@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("case", NAMES)
def test_in_every_size_on_every_paper_with_and_without_data(case, paper, size, data):
    answers = answers_to_embed(answers_of(case)) if data else None
    pdf = render_sheet(summary_of(case), paper=paper, size=size, answers=answers)

    assert_pdf_a(pdf)
    assert_pdf_ua(pdf)
    with Pdf.open(BytesIO(pdf)) as document:
        assert list(document.attachments) == ([NAME] if data else [])
