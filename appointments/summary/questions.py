"""The questions: the most important ones first on the sheet, the others with room to write.

Why each is asked stands on the form; on the sheet the answers it follows from are printed anyway.
"""

from __future__ import annotations

from appointments.answers import Answers
from appointments.phrases import Phrase, _
from appointments.rules.chosen_questions import (
    chosen_questions,
    first_questions,
    left_out_questions,
    question_words,
)
from appointments.summary.model import Cell, ChangeLink, Kind, Row, Section

CHANGE = ChangeLink(step="questions", about=Phrase(_("the questions")))
CHANGE_ORDER = ChangeLink(step="question-order", about=Phrase(_("which come first")))

TITLES = {
    1: (Phrase(_("My question")), Phrase(_("Our question"))),
    2: (Phrase(_("My two questions")), Phrase(_("Our two questions"))),
    3: (Phrase(_("My three questions")), Phrase(_("Our three questions"))),
}


NOT_CHOSEN_YET = Phrase(_("Suggested questions, not chosen yet"))
NONE_CHOSEN = Row(
    cells=(Cell(text=Phrase(_("No question chosen"))),), changes=(CHANGE,), answered=False
)


def first_questions_section(answers: Answers) -> Section:
    """Return the questions that matter most."""
    first = first_questions(answers)
    own, other = TITLES[max(len(first), 1)]
    title = other if answers.for_other else own
    return Section(
        id="first-questions",
        title=NOT_CHOSEN_YET if answers.questions.chosen is None else title,
        kind=Kind.QUESTIONS,
        rows=_rows(answers, first) or (NONE_CHOSEN,),
    )


def other_questions_section(answers: Answers) -> Section:
    """Return the other questions."""
    first = first_questions(answers)
    others = tuple(row for row in chosen_questions(answers) if row not in first)
    return Section(
        id="other-questions",
        title=Phrase(_("Other questions")),
        kind=Kind.QUESTIONS,
        rows=(*_rows(answers, others), *_left_out(answers)),
        room_to_write=True,
        first_number=len(first) + 1,
    )


def _left_out(answers: Answers) -> tuple[Row, ...]:
    """Return the questions that are not printed any more, so that nothing goes in silence."""
    return tuple(
        Row(
            cells=(
                Cell(text=question_words(question, answers)),
                Cell(text=Phrase(_("Left out, because your answers have changed"))),
            ),
            changes=(CHANGE,),
            answered=False,
        )
        for question in left_out_questions(answers)
    )


def _rows(answers: Answers, questions: tuple[str, ...]) -> tuple[Row, ...]:
    several = len(chosen_questions(answers)) > 1
    return tuple(
        Row(
            cells=(Cell(text=question_words(question, answers)),),
            changes=(CHANGE, CHANGE_ORDER) if several else (CHANGE,),
        )
        for question in questions
    )
