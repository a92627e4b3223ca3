"""The blank form as a PDF: real bytes, accessible, short, and with every question on it."""

import re
from itertools import chain

import pytest

from appointments.blank_form.build import blank_form
from appointments.blank_form.render import blank_form_html, blank_form_pdf, crisis_numbers
from appointments.catalogue.countries import COUNTRIES
from appointments.pdf.render import Paper, Size
from tests.pdf_checks import (
    OUR_FONTS,
    SMALLEST,
    assert_pdf_ua,
    fonts_of,
    page_count,
    pages_of,
    smallest_text,
    text_of,
)

VERSIONS = [(paper, size) for paper in Paper for size in Size]
MOST_PAGES = {Size.STANDARD: 6, Size.LARGE: 14}


@pytest.fixture(params=VERSIONS, ids="-".join)
def version(request):
    paper, size = request.param
    return paper, size, blank_form_pdf(paper=paper, size=size, language="en")


def test_it_is_accessible_short_and_says_everything(version):
    _paper, size, pdf = version
    assert_pdf_ua(pdf)
    assert page_count(pdf) <= MOST_PAGES[size]
    assert fonts_of(pdf) <= OUR_FONTS
    said = "".join(text_of(pdf).split())  # read once: there are hundreds of texts to find
    wanted = []
    for part in blank_form(large=size is Size.LARGE):
        wanted.append(f"Part {part.number} of {part.total} {part.title}")
        for question in part.questions:
            wanted.append(question.title)
            rows = [entries.fields for entries in question.entries]
            for field in chain(question.fields, *rows):
                options = [option.words for group in field.groups for option in group.options]
                wanted += [field.label, *options]
    missing = [text for text in wanted if "".join(text.split()) not in said]
    assert not missing
    assert len(wanted) > 200


def test_the_first_page_says_what_cannot_wait_and_every_page_what_it_is(version):
    _paper, _size, pdf = version
    pages = pages_of(pdf)
    assert "call your emergency number" in pages[0]
    assert "911" in pages[0]
    assert all("not a diagnosis" in page for page in pages)
    assert all(
        re.search(rf"\b{number} / {len(pages)}\b", page) for number, page in enumerate(pages, 1)
    )


def test_every_letter_is_as_large_as_promised_page_numbers_too(version):
    _paper, size, pdf = version
    assert smallest_text(pdf) >= SMALLEST[size]


def test_whom_to_call_stands_above_the_first_part(version):
    _paper, _size, pdf = version
    first = pages_of(pdf)[0]
    for number in ("911", "999", "112", "000", "988", "116 123"):
        assert first.index(number) < first.index("Who is the appointment for?")


def test_a_crisis_line_is_named_wherever_there_is_one():
    named = {str(place.message) for places in crisis_numbers().values() for place in places}
    without = {"Another country in the European Union", "Somewhere else"}
    assert named == {str(country.wording.message) for country in COUNTRIES} - without


def test_boxes_to_tick_are_drawn_for_every_answer():
    html = blank_form_html(paper=Paper.A4, size=Size.STANDARD, language="en")
    assert html.count('<span class="box"></span>None of these') == 5
    assert html.count('<span class="box"></span>Whole stomach removed') == 1
