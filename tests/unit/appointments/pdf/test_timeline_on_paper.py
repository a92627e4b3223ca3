"""The timeline on paper: accessible, whole, on a page of its own, its lines named for readers."""

import logging
import re
from io import BytesIO

import pytest
from builders import some_answers
from pikepdf import Dictionary, Name, Pdf

from appointments.pdf.glyphs import printable
from appointments.pdf.render import Paper, Size
from appointments.pdf.sheet import render_sheet, render_sheet_html
from appointments.phrases import say
from appointments.summary.build import build_summary
from appointments.summary.model import Summary
from tests.pdf_checks import OUR_FONTS, assert_pdf_ua, fonts_of, pages_of, text_of
from tests.unit.appointments.summary.cases import TODAY, answers_of, without_blanks, words_of

CASES = ("timeline", "reference", "nasty", "every_instead", "largest")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def summary_of(name: str) -> Summary:
    return build_summary(answers_of(name), today=TODAY, timeline=True)


def alternatives(pdf: bytes) -> list[str]:
    """Return what a reader says for each picture."""
    with Pdf.open(BytesIO(pdf)) as document:
        return [
            str(thing.Alt)
            for thing in document.objects
            if isinstance(thing, Dictionary) and thing.get(Name.S) == Name.Figure
        ]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("size", Size)
def test_is_accessible_and_says_everything(name, size, caplog):
    summary = summary_of(name)
    with caplog.at_level(logging.WARNING):
        pdf = render_sheet(summary, paper=Paper.A4, size=size)
    assert not caplog.records
    assert_pdf_ua(pdf)
    assert fonts_of(pdf) <= OUR_FONTS
    drawn = without_blanks(text_of(pdf))
    section = summary.sections[-1]
    for text in (*words_of(*section.rows), *map(say, section.remarks)):
        printed, _replaced = printable(text)
        if RIGHT_TO_LEFT.search(printed):
            assert set(printed) - {" "} <= set(drawn)
        else:
            assert without_blanks(printed) in drawn, text


@pytest.mark.parametrize("size", Size)
def test_every_line_is_named(size):
    summary = summary_of("timeline")
    said = alternatives(render_sheet(summary, paper=Paper.LETTER, size=size))
    figure = summary.sections[-1].figure
    assert say(figure.title) in said
    titles = [say(lane.title) for lane in figure.lanes if lane.title]
    assert "from a day between 23 Nov 2022 and 22 Nov 2024, comes and goes" in titles
    for title in titles:
        assert said.count(title) == titles.count(title)


@pytest.mark.parametrize("paper", Paper)
def test_it_is_a_page_of_its_own(paper):
    short = some_answers(symptoms=[{"symptom": "fatigue", "since": "about 3 years"}])
    summary = build_summary(short, today=TODAY, timeline=True)
    first, second = pages_of(render_sheet(summary, paper=paper))
    assert "Timeline When What" not in first
    assert "Continued on page 2: Timeline" in first
    assert "Timeline When What" in second
    assert "Black bar: symptom." in second


def test_nothing_is_printed_twice():
    html = render_sheet_html(summary_of("timeline"), paper=Paper.A4)
    timeline = html[html.index("<h2>Timeline</h2>") :]
    assert timeline.count("Cold nose") == 1
    assert timeline.count("from about day 50 after each injection") == 1


def test_places_are_written_the_same_in_a_language_with_commas():
    html = render_sheet_html(summary_of("timeline"), paper=Paper.A4, language="de")
    places = re.findall(r'\b(?:x1?|x2|cx|width)="([^"]*%)"', html)
    assert len(places) > 50
    assert all(re.fullmatch(r"\d+(\.\d+)?%", place) for place in places)
    assert all(0 <= float(place[:-1]) <= 100 for place in places)


def test_without_a_picture_it_is_a_plain_list():
    answers = some_answers(symptoms=[{"symptom": "fatigue"}])
    html = render_sheet_html(
        build_summary(answers, today=TODAY, timeline=True), paper=Paper.A4, size=Size.LARGE
    )
    assert "no date given" in html
    assert "<svg" not in html
