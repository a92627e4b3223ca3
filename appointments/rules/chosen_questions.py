"""The questions that go on the sheet, in order: chosen ones, or the suggested few until then."""

from __future__ import annotations

from appointments.answer_parts import MAX_IMPORTANT
from appointments.answers import Answers
from appointments.phrases import Text
from appointments.rules.questions import question_text, suggest

OWN = "own-"
"""What the id of a person's own question starts with; its item number follows."""


def chosen_questions(answers: Answers) -> tuple[str, ...]:
    """Return the ids of the questions to print, in order."""
    questions = answers.questions
    own = [f"{OWN}{question.item}" for question in questions.own]
    suggestions = suggest(answers)
    if questions.chosen is None:
        return (*(row.id for row in suggestions if row.preselected), *own)
    fitting = {*own, *(row.id for row in suggestions)}
    return tuple(question for question in questions.chosen if question in fitting)


def left_out_questions(answers: Answers) -> tuple[str, ...]:
    """Return the ids of chosen questions that the answers, changed since, no longer call for.

    They are not printed, because they would say something that is no longer so ("I take ...").
    """
    chosen = answers.questions.chosen or ()
    printed = chosen_questions(answers)
    return tuple(row for row in chosen if row not in printed and question_words(row, answers))


def first_questions(answers: Answers) -> tuple[str, ...]:
    """Return the ids for the top of the sheet: those marked, or else the first three."""
    chosen = chosen_questions(answers)
    marked = tuple(question for question in chosen if question in answers.questions.important)
    return marked or chosen[:MAX_IMPORTANT]


def question_words(question: str, answers: Answers) -> Text:
    """Return a question in words; a person's own stays as typed."""
    for own in answers.questions.own:
        if question == f"{OWN}{own.item}":
            return own.text
    return question_text(question, answers)
