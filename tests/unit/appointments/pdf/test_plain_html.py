"""The rules for HTML that we leave out of WeasyPrint's own change nothing that is printed."""

import pytest
from weasyprint import HTML

from appointments.blank_form.render import blank_form_pdf
from appointments.pdf import render
from appointments.pdf.render import Paper, Size
from appointments.pdf.sheet import render_sheet
from tests.unit.appointments.summary.cases import summary_of

DOCUMENTS = {
    "reference": lambda: render_sheet(summary_of("reference"), paper=Paper.A4),
    "trend": lambda: render_sheet(summary_of("trend"), paper=Paper.A4),
    "scripts": lambda: render_sheet(summary_of("scripts"), paper=Paper.A4),
    "blank form": lambda: blank_form_pdf(paper=Paper.A4, size=Size.STANDARD, language="en"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_file_is_the_same_to_the_last_byte(name, monkeypatch):
    ours = DOCUMENTS[name]()
    monkeypatch.setattr(render, "SheetHTML", HTML)
    assert DOCUMENTS[name]() == ours
