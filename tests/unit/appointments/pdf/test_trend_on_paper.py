"""Results over time on paper and on the page: a picture with words, and the rows it is made of."""

from collections import Counter
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from pikepdf import Dictionary, Name, Pdf

from appointments.pdf.render import Paper, Size
from appointments.pdf.sheet import render_sheet, render_sheet_html
from appointments.phrases import say
from appointments.summary.build import build_summary
from tests.builders import some_answers
from tests.pdf_checks import OUR_FONTS, assert_pdf_ua, fonts_of, pages_of, text_of
from tests.unit.appointments.summary.cases import TODAY, sheet_of, summary_of, without_blanks

EVERY_SHEET = [(paper, size) for paper in Paper for size in Size]
TRENDS = [section for section in summary_of("trend").sections if section.figure]


def figures_of(pdf):
    """Return what is read aloud instead of each picture."""
    with Pdf.open(BytesIO(pdf)) as document:
        return [
            str(thing.Alt)
            for thing in document.objects
            if isinstance(thing, Dictionary)
            and thing.get(Name.Type) == Name.StructElem
            and thing[Name.S] == Name.Figure
        ]


@pytest.mark.parametrize(("paper", "size"), EVERY_SHEET)
def test_each_picture_says_what_it_shows(paper, size, caplog):
    pdf = sheet_of("trend", paper, size)
    assert_pdf_ua(pdf)
    assert not caplog.records
    assert fonts_of(pdf) <= OUR_FONTS
    read_aloud = Counter(figures_of(pdf))
    for section in TRENDS:
        figure = section.figure
        assert read_aloud[f"{say(figure.title)}. {say(figure.description)}"] == 1
    assert read_aloud["Filled dot:"] == len(TRENDS)
    assert sum(read_aloud.values()) == sum(1 + len(section.figure.key) for section in TRENDS)


@pytest.mark.parametrize(("paper", "size"), EVERY_SHEET)
def test_a_picture_its_heading_and_its_key_are_on_one_page(paper, size):
    pages = pages_of(sheet_of("trend", paper, size))
    for section in TRENDS:
        title, key = say(section.title), say(section.figure.key[-1].meaning)
        (page,) = [page for page in pages if title in page]
        assert key in page[page.index(title) :]


@pytest.mark.parametrize("size", Size)
def test_words_inside_and_below_the_picture_are_printed(size):
    printed = without_blanks(text_of(sheet_of("trend", Paper.A4, size)))
    for section in TRENDS:
        for text in (
            section.figure.unit,
            *(tick.label for tick in (*section.figure.values, *section.figure.times)),
            *(entry.meaning for entry in section.figure.key),
            *section.remarks,
        ):
            assert without_blanks(say(text)) in printed, say(text)


def test_what_the_fonts_cannot_draw_is_named_in_the_picture_too():
    entry = {
        "test": "other",
        "own_words": "日本 <b>",
        "value": "3",
        "unit": "other",
        "unit_as_printed": "µ😀/L",
    }
    entries = [{**entry, "taken_on": "2020"}, {**entry, "taken_on": "2021"}]
    pdf = render_sheet(
        build_summary(some_answers(lab_results=entries), today=TODAY), paper=Paper.A4
    )
    assert_pdf_ua(pdf)
    assert figures_of(pdf)[0].startswith("日本 <b> over time. A chart of 2 results in µ[grinning")
    assert fonts_of(pdf) <= OUR_FONTS


def test_the_picture_on_a_page_has_a_name_and_no_style_of_its_own():
    for section in TRENDS:
        html = render_to_string("figures/figure.html", {"figure": section.figure, "id": section.id})
        assert "style=" not in html
        assert "viewBox" not in html
        assert f'<title id="{section.id}-figure-title">{say(section.figure.title)}</title>' in html
        assert f'aria-labelledby="{section.id}-figure-title {section.id}-figure-desc' in html


def test_ids_are_unique():
    html = render_sheet_html(summary_of("trend"), paper=Paper.A4)
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) == 2 * len(TRENDS)
