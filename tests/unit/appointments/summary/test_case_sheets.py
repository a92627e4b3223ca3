"""Every sample case on paper: accessible, whole, and one page where it is an ordinary one."""

import logging
import re
from io import BytesIO
from unicodedata import normalize

import pytest
from django.conf import settings
from pikepdf import Pdf

from appointments.pdf.glyphs import printable
from appointments.pdf.render import Paper, Size
from appointments.phrases import say
from tests.pdf_checks import assert_pdf_ua, page_count, pages_of, text_of
from tests.unit.appointments.summary.cases import (
    NAMES,
    answers_of,
    facts_on_paper,
    sheet_of,
    summary_of,
    typed,
    without_blanks,
)

# Hebrew, Arabic, Hindi; Thai draws one vowel in two parts.
DRAWN_OUT_OF_ORDER = re.compile("[\u0590-\u097f\u0e00-\u0e7f]")
SHEETS = [
    (paper, size)
    for paper in Paper
    for size in Size
    if (paper, size) != (Paper.LETTER, Size.LARGE)  # the sizes have nothing to do with the paper
]


def without_margins(drawn, summary, count):
    """Return the text without what each page repeats: it parts a row that fills several pages."""
    who, footer = (
        re.escape(without_blanks(printable(say(text))[0]))
        for text in (summary.who[0], summary.footer)
    )
    return re.sub(rf"{who}|{footer}|Page\d+of{count}", "", drawn)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("paper", "size"), SHEETS)
def test_is_accessible_and_says_everything(name, paper, size, caplog):
    with caplog.at_level(logging.WARNING):
        pdf = sheet_of(name, paper, size)
    assert not caplog.records
    assert_pdf_ua(pdf)
    with Pdf.open(BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == settings.LANGUAGE_CODE
        assert str(document.docinfo.Title) == say(summary_of(name).title)
    drawn = without_blanks(text_of(pdf))
    joined = without_margins(drawn, summary_of(name), page_count(pdf))
    for text in (*facts_on_paper(summary_of(name)), *typed(answers_of(name))):
        printed, _replaced = printable(text)
        # A PDF keeps these in the order they are drawn, so only the letters can be looked for.
        if DRAWN_OUT_OF_ORDER.search(printed):
            parts = normalize("NFKD", printed)
            assert {sign for sign in parts if sign.isalnum()} <= set(normalize("NFKD", drawn))
        else:
            assert without_blanks(printed) in drawn + joined, text


@pytest.mark.parametrize("paper", Paper)
def test_an_ordinary_case_with_its_suggested_questions_is_one_page(paper):
    answers, summary = answers_of("reference"), summary_of("reference")
    assert answers.questions.chosen is None
    first, other = (len(part.rows) for part in summary.sections if "questions" in part.id)
    assert first == 3
    assert other >= 3
    assert page_count(sheet_of("reference", paper)) == 1


def test_pages_that_part_say_whose_they_are():
    pages = pages_of(sheet_of("caregiver", Paper.A4))
    assert len(pages) == 2
    for page in pages:
        assert "Mary B., born 5 September 1942" in page
        assert "A caregiver’s account, prepared with B12 Guide. Not a diagnosis." in page


def test_the_largest_stays_within_bounds():
    assert page_count(sheet_of("largest", Paper.A4)) <= 15
