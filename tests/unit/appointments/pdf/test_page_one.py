"""The budget of page 1 is estimated: it may be too careful, but never promises what is not so."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from weasyprint import CSS, HTML
from weasyprint.formatting_structure.boxes import BlockBox, InlineBlockBox

from appointments.pdf.render import ASSETS, Paper, Size
from appointments.pdf.sheet import AGREED, PrintedWords, render_sheet, render_sheet_html
from appointments.phrases import say
from appointments.sheet_room import room_in_words
from appointments.summary.budget import EMPTY_LINES, MORE, arrange
from appointments.summary.build import build_summary
from appointments.summary.letter_widths import BOLD, REGULAR, SIGNS, width_of
from appointments.summary.model import Kind
from appointments.summary.not_filled_in import NOT_FILLED_IN
from tests.builders import any_answers, some_answers
from tests.pdf_checks import pages_of
from tests.unit.appointments.summary.cases import (
    NAMES,
    TODAY,
    answers_of,
    sheet_of,
    summary_of,
    without_blanks,
)

HANDWRITING = 7 * 96 / 25.4  # 7 mm, in pixels

LONG = st.text(st.characters(codec="ascii", categories=("L", "N", "Zs")), max_size=300)


def pages_for(summary, paper):
    words = PrintedWords(str)
    sheet = words.of_summary(summary)
    return arrange(sheet, paper=paper, below=words.not_printed)


def assert_parted_as_promised(summary, pdf, paper):
    """Fail if what is promised for page 1 is not all there, or if page 2 starts with it."""
    pages = pages_for(summary, paper)
    drawn = [without_blanks(text) for text in pages_of(pdf)]
    if not pages.second:
        assert len(drawn) == 1
        return
    # The line that ends page 1, or begins it, stands on it, and what follows is on the next page.
    assert without_blanks(say(pages.onward)) in drawn[0]
    title = without_blanks(say(pages.second[0].title))
    assert title in drawn[1]
    if pages.empty_lines:  # for which page 2 has room
        assert len(drawn) == 2


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", NAMES)
def test_every_case_is_parted_as_promised(name, paper):
    assert_parted_as_promised(summary_of(name), sheet_of(name, paper), paper)


def many(symptoms, results, note):
    """Return answers with long lists."""
    return some_answers(
        about={"name": "A. P.", "reason": note[:80].strip()},
        symptoms=[
            {"symptom": "fatigue", "since": "May 2024", "effect": note[: 40 * number].strip()}
            for number in range(symptoms)
        ],
        lab_results=[
            {
                "test": ("b12_total", "hb", "mma_serum")[number % 3],
                "value": str(120 + number),
                "unit": ("pg_per_ml", "g_per_l", "nmol_per_l")[number % 3],
                "lab_range": "200-900",
                "flag": "high",
                "taken_on": f"{number + 1} May 2025",
            }
            for number in range(results)
        ],
        medicines=[{"medicine": "other", "own_words": note[:70].strip() or "x"}] * 1,
    )


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(answers=any_answers(), paper=st.sampled_from(Paper))
def test_any_answers_are_parted_as_promised(answers, paper):
    summary = build_summary(answers, today=TODAY)
    assert_parted_as_promised(summary, render_sheet(summary, paper=paper), paper)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    symptoms=st.integers(1, 18),
    results=st.integers(0, 18),
    note=LONG,
    paper=st.sampled_from(Paper),
)
def test_long_lists_are_parted_as_promised(symptoms, results, note, paper):
    summary = build_summary(many(symptoms, results, note), today=TODAY)
    assert_parted_as_promised(summary, render_sheet(summary, paper=paper), paper)


@settings(max_examples=40, deadline=None)
@given(symptoms=st.integers(1, 20), results=st.integers(0, 20), note=LONG)
def test_no_row_is_lost_or_printed_twice(symptoms, results, note):
    summary = build_summary(many(symptoms, results, note), today=TODAY)
    pages = pages_for(summary, "letter")
    before = [
        row
        for part in PrintedWords(str).of_summary(summary).sections
        if part.id in MORE
        for row in part.rows
    ]
    after = [row for part in (*pages.first, *pages.second) if part.id in MORE for row in part.rows]
    assert sorted(map(repr, before)) == sorted(map(repr, after))
    moved = sum(len(part.rows) for part in pages.second if part.id in MORE)
    assert moved == pages.moved


def test_a_pinned_entry_stays_while_others_move():
    entries = many(12, 14, "word " * 60)
    last = entries.symptoms.entries[-1]

    def on_page_one(answers):
        pages = pages_for(build_summary(answers, today=TODAY), "a4")
        (symptoms,) = (part for part in pages.first if part.id == "symptoms")
        return [row.changes[0].item for row in symptoms.rows if row.changes]

    assert last.item not in on_page_one(entries)
    pinned = last.model_copy(update={"pinned": True})
    kept = entries.symptoms.model_copy(update={"entries": (*entries.symptoms.entries[:-1], pinned)})
    assert last.item in on_page_one(entries.replace(symptoms=kept))


def test_what_was_not_filled_in_makes_room_before_any_entry_does():
    pages = pages_for(summary_of("timeline"), "a4")
    assert NOT_FILLED_IN not in [part.id for part in pages.first]
    assert "Not filled in;" in say(pages.onward)

    only_just = pages_for(build_summary(many(14, 3, "a few words"), today=TODAY), "a4")
    assert only_just.moved == 0
    assert [part.id for part in only_just.second[:1]] == [NOT_FILLED_IN]


def test_cautions_and_pinned_b12_stay_while_others_move():
    full = answers_of("caregiver")
    more = tuple(
        full.attempts.entries[0].model_copy(update={"item": item, "pinned": item == 109})
        for item in range(100, 110)
    )
    answers = full.replace(attempts=full.attempts.model_copy(update={"entries": more}))
    pages = pages_for(build_summary(answers, today=TODAY), "a4")
    here = {part.id: part.rows for part in pages.first}

    assert len(here["b12-tried"]) < len(more)
    assert more[-1].item in [row.changes[0].item for row in here["b12-tried"]]
    assert "Allergies, cautions" in [say(row.cells[0].text) for row in here["absorption"]]


@pytest.mark.parametrize("paper", Paper)
def test_the_reference_case_stays_on_one_page(paper):
    pages = pages_for(summary_of("reference"), paper)
    assert (pages.second, pages.moved, say(pages.onward)) == ((), 0, "")
    assert len(pages_of(sheet_of("reference", paper))) == 1


def test_the_screen_says_what_the_sheet_does():
    assert room_in_words(some_answers()) == ("Everything so far fits on page 1 of your sheet.",)
    moves, onward = room_in_words(many(12, 14, "word " * 60))
    pages = pages_for(build_summary(many(12, 14, "word " * 60), today=TODAY), "a4")
    assert moves == f"{pages.moved} entries move to page 2 of your sheet."
    assert onward.startswith("Continued on page 2: More lab results (")
    fits, page_two = room_in_words(answers_of("edge"))
    assert fits == "Your answers fit on page 1 of your sheet."
    assert page_two == "Continued on page 2: Results over time (1)."


@pytest.mark.parametrize("size", Size)
def test_every_question_has_room_for_its_answer_and_the_end_for_what_was_agreed(size):
    answers, end = heights_of_lines("caregiver", size)
    questions = [part for part in summary_of("caregiver").sections if part.kind is Kind.QUESTIONS]
    assert len(answers) == sum(len(part.answered_rows) for part in questions) == 6
    assert len(end) == len(AGREED) + EMPTY_LINES
    assert min(*answers, *end) >= HANDWRITING
    assert all(
        say(label) in pages_of(sheet_of("caregiver", Paper.A4, size))[-1] for label in AGREED
    )


def heights_of_lines(name, size):
    """Return how high the lines to write on are, in pixels: beside questions, and at the end."""
    rules = "".join((ASSETS / f"{part}.css").read_text() for part in ("sheet", size))
    html = render_sheet_html(summary_of(name), paper=Paper.A4, size=size)
    pages = HTML(string=html).render(stylesheets=[CSS(string=rules)]).pages
    answers, end = [], []
    for box in (box for page in pages for box in page._page_box.descendants()):
        of_class = box.element.get("class") if box.element is not None else None
        if of_class == "line" and isinstance(box, InlineBlockBox):
            answers.append(box.border_height())
        elif of_class == "agreed" and isinstance(box, BlockBox):
            inner = [part for part in box.descendants() if isinstance(part, InlineBlockBox)]
            end += [part.border_height() for part in inner]
    return answers, end


def test_lines_to_write_on_follow_the_questions_and_fill_page_one():
    pages = pages_of(sheet_of("edge", Paper.A4))
    assert [all(say(label) in page for label in AGREED) for page in pages] == [True, False]
    assert "Vitamin B12 (total) over time" in pages[1]
    assert pages_for(summary_of("silent"), Paper.A4).empty_lines == EMPTY_LINES
    _answers, end = heights_of_lines("silent", Size.STANDARD)
    assert len(end) == len(AGREED) + EMPTY_LINES


def test_red_flags_longer_than_a_page_leave_no_page_half_empty():
    pages = pages_for(summary_of("largest"), Paper.A4)
    drawn = pages_of(sheet_of("largest", Paper.A4))
    assert pages.overfull
    assert drawn[0].index("Continued on page 2:") < drawn[0].index("Please note first")
    assert say(pages.second[0].rows[0].cells[0].text) in drawn[1]


def test_no_unit_is_parted():
    lines = [
        line
        for sheet in PdfReader(BytesIO(sheet_of("trend", Paper.A4))).pages
        for line in sheet.extract_text().splitlines()
    ]
    assert not [line for line in lines if line.rstrip().endswith("/")]


@pytest.mark.parametrize(("name", "widths"), [("text-regular", REGULAR), ("text-bold", BOLD)])
def test_the_widths_are_those_of_the_fonts(name, widths):
    font = TTFont(ASSETS / f"{name}.ttf")
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    assert font["head"].unitsPerEm == 1000
    assert advances[glyphs[ord("é")]][0] == width_of("é", 1000, bold=widths is BOLD)
    assert widths == tuple(advances[glyphs[code]][0] for code in range(ord(" "), ord("~") + 1))
    for sign, both in SIGNS.items():
        assert both[widths is BOLD] == advances[glyphs[ord(sign)]][0]
