"""The letters on the paper are as large as promised, measured in the PDF itself."""

from io import BytesIO
from math import hypot

import pytest
from pypdf import PdfReader

from appointments.pdf.render import Paper, Size
from tests.unit.appointments.summary.cases import answers_of, sheet_of, typed, without_blanks

CASES = ("reference", "trend", "every_instead")

ROUNDING = 0.01  # WeasyPrint counts in pixels


def letters_by_size(pdf):
    """Return what is written in each size, in points, without blanks."""
    found: dict[float, str] = {}

    def note(text, matrix, text_matrix, _font, font_size):
        size = font_size * hypot(*text_matrix[2:4]) * hypot(*matrix[2:4])
        if text.strip():
            found[size] = found.get(size, "") + without_blanks(text)

    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("name", CASES)
def test_nothing_in_large_print_is_smaller_than_18_pt(name):
    sizes = letters_by_size(sheet_of(name, Paper.A4, Size.LARGE))
    assert min(sizes) >= 18 - ROUNDING, sizes[min(sizes)]


def test_page_numbers_in_large_print_are_as_large_as_the_text():
    sizes = letters_by_size(sheet_of("reference", Paper.A4, Size.LARGE))
    assert "Page1of" in sizes[18.0]


@pytest.mark.parametrize("paper", Paper)
def test_what_a_person_typed_is_11_pt_or_more_on_the_standard_sheet(paper):
    sizes = letters_by_size(sheet_of("reference", paper))
    large = "".join(text for size, text in sizes.items() if size >= 11 - ROUNDING)
    typed_texts = [*typed(answers_of("reference"))]
    assert len(typed_texts) > 10
    assert [text for text in typed_texts if without_blanks(text) not in large] == []


@pytest.mark.parametrize("name", CASES)
def test_nothing_on_the_standard_sheet_is_smaller_than_9_and_a_half_pt(name):
    sizes = letters_by_size(sheet_of(name, Paper.A4))
    assert min(sizes) >= 9.5 - ROUNDING, sizes[min(sizes)]
