"""A summary on paper: everything answered is there, readable, whole and accessible."""

import logging
import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

import pytest

from appointments.pdf.glyphs import printable
from appointments.pdf.render import Paper, Size
from appointments.pdf.sheet import render_sheet, render_sheet_html
from appointments.phrases import say
from appointments.summary.model import Kind, Section
from tests.pdf_checks import OUR_FONTS, assert_pdf_ua, fonts_of, page_count, pages_of, says, text_of
from tests.unit.appointments.pdf.samples import (
    ABSORPTION,
    EMPTY,
    FOOTER,
    HUGE,
    LABS,
    NASTY,
    NASTY_TEXTS,
    ORDINARY,
    OTHER_QUESTIONS,
    SAMPLES,
    SPARSE,
    WITH_ROOM,
    row,
)

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def texts_of(summary):
    """Yield every text that has to be on the paper."""
    yield from (summary.title, *summary.who, summary.footer)
    for section in summary.sections_on_paper:
        yield section.title
        # The heading of the table says what is in its first column.
        yield from (column.title for column in section.columns[1:])
        for line in section.answered_rows:
            for cell in line.cells:
                yield from (cell.text, *cell.notes)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("size", Size)
def test_every_text_is_printed_and_accessible(name, size, caplog):
    summary = SAMPLES[name]
    with caplog.at_level(logging.WARNING):
        pdf = render_sheet(summary, paper=Paper.A4, size=size)
    assert not caplog.records
    assert_pdf_ua(pdf)
    assert fonts_of(pdf) <= OUR_FONTS
    on_paper = "".join(text_of(pdf).split())
    for text in texts_of(summary):
        printed, _replaced = printable(say(text))
        # A PDF keeps Hebrew in the order it is drawn, so only its letters can be looked for.
        if RIGHT_TO_LEFT.search(printed):
            assert set(printed) - {" "} <= set(on_paper)
        else:
            assert "".join(printed.split()) in on_paper


@pytest.mark.parametrize("paper", Paper)
def test_other_questions_move_to_page_two_and_page_one_says_so(paper):
    pages = pages_of(render_sheet(WITH_ROOM, paper=paper))
    assert "Continued on page 2:" in pages[0]
    assert len(pages) == 2
    assert say(OTHER_QUESTIONS.title) in " ".join(pages)
    assert "Page 1 of 2" in pages[0]
    assert "Page 2 of 2" in pages[1]


def test_every_page_says_whose_it_is_and_that_it_is_an_own_account():
    for text in pages_of(render_sheet(HUGE, paper=Paper.A4)):
        assert text.count("A. Patient, born 2 April 1961.") == 1
        assert say(FOOTER) in text


def test_sections_come_in_the_order_of_the_summary():
    pdf = render_sheet(replace(ORDINARY, sections=ORDINARY.sections[::-1]), paper=Paper.A4)
    text = text_of(pdf)
    places = [text.index(say(section.title)) for section in ORDINARY.sections]
    assert places == sorted(places, reverse=True)


def test_leaves_out_what_was_not_answered():
    assert not says(render_sheet(ORDINARY, paper=Paper.A4), "Weight")
    assert not says(render_sheet(SPARSE, paper=Paper.A4), "What I notice")
    assert page_count(render_sheet(EMPTY, paper=Paper.A4)) == 1


def test_table_headings_repeat_on_each_page():
    pages = pages_of(
        render_sheet(replace(HUGE, sections=(replace(LABS, rows=LABS.rows * 9),)), paper=Paper.A4)
    )
    assert len(pages) == 2
    assert all("Lab’s range" in text for text in pages)


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize(
    "section", [LABS, ABSORPTION, OTHER_QUESTIONS], ids=lambda section: section.id
)
def test_a_heading_is_never_alone_at_the_foot_of_a_page(section, size):
    title, first = say(section.title), say(section.rows[0].cells[0].text)

    def is_on_second_page(lines):
        rows = tuple(row(f"line {number}", "") for number in range(lines))
        filler = Section(id="filler", title="Filler", kind=Kind.FACTS, rows=rows)
        summary = replace(EMPTY, sections=(filler, section))
        pages = pages_of(render_sheet(summary, paper=Paper.A4, size=size))
        where = next(number for number, text in enumerate(pages) if first in text)
        assert title in pages[where]
        return where == 1

    # The most lines before it that leave it on the first page are found by halving.
    assert bisect_left(range(50), x=True, key=is_on_second_page) in range(5, 50)


def test_typed_markup_stays_text():
    html = render_sheet_html(NASTY, paper=Paper.A4)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "{{ x }} {% y %} %(z)s" in html


def test_says_so_when_something_cannot_be_printed():
    assert says(render_sheet(NASTY, paper=Paper.A4), "Please write them in by hand.")
    assert "write them in by hand" not in render_sheet_html(WITH_ROOM, paper=Paper.A4)


def test_line_breaks_are_kept():
    assert "two<br>lines" in render_sheet_html(NASTY, paper=Paper.A4)
    assert "two\nlines" in NASTY_TEXTS


def test_only_our_own_words_are_translated():
    html = render_sheet_html(ORDINARY, paper=Paper.A4, language="de", translate=str.upper)
    assert '<html lang="de">' in html
    assert "<h2>WHAT I NOTICE</h2>" in html
    assert "Buttons, typing; wakes me at night" in html


def test_headings_never_skip_a_level():
    for size in Size:
        levels = [
            int(level)
            for level in re.findall(r"<h(\d)", render_sheet_html(HUGE, paper=Paper.A4, size=size))
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
