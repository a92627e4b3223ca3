"""The sample cases of `tests/cases`, each read, summed up and drawn once."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings
from pydantic import BaseModel

from appointments.answers import Answers
from appointments.pdf.render import Paper, Size
from appointments.pdf.sheet import render_sheet
from appointments.phrases import say
from appointments.rules.red_flags import red_flags
from appointments.summary.build import build_summary
from appointments.summary.model import Row, Section, Summary

FOLDER = Path(__file__).parents[3] / "cases"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
TODAY = date(2026, 11, 22)

# Strings that are picked, not typed.
PICKED = {
    *("country", "symptom", "test", "unit", "surgery", "medicine", "route", "form"),
    *("slug", "paper"),  # of the clinic
}


@cache
def answers_of(name: str) -> Answers:
    """Return a case, its red flags read, so that no stop page stands in the way."""
    answers = Answers.from_json((FOLDER / f"{name}.json").read_bytes())
    return answers.replace(acknowledged=tuple(flag.id for flag in red_flags(answers)))


@cache
def summary_of(name: str) -> Summary:
    return build_summary(answers_of(name), today=TODAY)


@cache
def sheet_of(name: str, paper: Paper, size: Size = Size.STANDARD) -> bytes:
    return render_sheet(summary_of(name), paper=paper, size=size, language=settings.LANGUAGE_CODE)


def typed(part: BaseModel) -> Iterator[str]:
    """Yield all that a person typed, as it was typed."""
    for field, value in part:
        if isinstance(value, BaseModel):
            yield from typed(value)
        elif isinstance(value, tuple):
            yield from (
                text for entry in value if isinstance(entry, BaseModel) for text in typed(entry)
            )
        elif type(value) is str and value and field not in PICKED:
            yield value


def words_of(*rows: Row) -> Iterator[str]:
    """Yield each fact that rows say: the text of every cell, and every note."""
    for row in rows:
        for cell in row.cells:
            yield from (say(text) for text in (cell.text, *cell.notes) if text)


def asides_of(*rows: Row) -> Iterator[str]:
    """Yield what rows say when checking, and not on paper."""
    for row in rows:
        for cell in row.cells:
            yield from map(say, cell.asides)


def facts_on_paper(summary: Summary) -> Iterator[str]:
    """Yield everything that has to be on paper, on the summary page and in the text."""
    yield from map(say, (summary.title, *summary.who, summary.reason))
    yield from map(say, (summary.footer, summary.made))
    for section in summary.sections_on_paper:
        if section.rows_elsewhere:
            continue
        yield say(section.title)
        yield from words_of(*section.answered_rows)


def section_of(summary: Summary, section: str) -> Section:
    return next(part for part in summary.sections if part.id == section)


def cells_of(row: Row) -> list[str]:
    """Return a row in words: each cell's text, and its notes in brackets."""
    return [
        " ".join([say(cell.text), *(f"({say(note)})" for note in cell.notes)]).strip()
        for cell in row.cells
    ]


def without_blanks(text: str) -> str:
    return "".join(text.split())
