"""What the form would refuse, or ask about, in answers that came out of a file and not through it.

The file may have been edited, or made by an older version of the form. Nothing is taken out of the
answers here: each page that would not take them as they are is named, with what was on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answers import Answers
from appointments.rules.chosen_questions import question_words
from appointments.steps import STEPS
from appointments.steps.given_back import in_words
from appointments.steps.questions import QUESTIONS
from appointments.steps.step import AskingForm, ItemStep, QuestionForm, Words

NOT_OFFERED = _("The form does not offer one of these answers.")
NOT_KNOWN = _("This guide does not know these questions, so they are not printed.")


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """Something that the person should look at again.

    Attributes:
        page: The heading of the page of the form.
        says: The sentences that the form would show there.
        given: What is on the page: the label of each field, and what was typed or picked.
    """

    page: str
    says: list[Words]
    given: list[tuple[str, str]]


def doubts(answers: Answers) -> Iterator[Doubt]:
    """Yield what the form would not take without a word, in the order of its pages."""
    # The page of an entry asks nothing about the others; without them it is made far faster.
    alone = Answers(preparing_for=answers.preparing_for, country=answers.country)
    for step in STEPS:
        if isinstance(step, ItemStep):
            for entry in step.entries(answers):
                sent = _as_sent(step.form, step.read(alone, entry))
                form = step.form(sent, answers=alone, item=entry)
                yield from _of_page(form, sent, str(step.title(answers, entry)))
        else:
            sent = _as_sent(step.form, step.read(answers))
            form = step.form(sent, answers=answers)
            yield from _of_page(form, sent, str(step.title(answers)))
    yield from _of_questions(answers)


def _as_sent(form: type[QuestionForm], initial: dict[str, Any]) -> QueryDict:
    """Return what a browser would send for a page that is filled in like this."""
    sent = QueryDict(mutable=True)
    for name in form.base_fields:
        value = initial.get(name)
        if isinstance(value, date):
            for part in ("day", "month", "year"):
                sent[f"{name}_{part}"] = str(getattr(value, part))
        elif isinstance(value, list):
            sent.setlist(name, [str(each) for each in value])
        elif value:
            sent[name] = "on" if value is True else str(value)
    return sent


def _of_page(form: QuestionForm, sent: QueryDict, title: str) -> Iterator[Doubt]:
    """Yield what a page says against its own answers; what is not answered yet is no fault."""
    if isinstance(form, AskingForm):
        form.ask_about_all()
    says: list[Words] = [
        NOT_OFFERED if problem.code == "invalid_choice" else " ".join(problem.messages).strip()
        for problems in form.errors.as_data().values()
        for problem in problems
        if problem.code != "required"
    ]
    if says and sent:
        yield Doubt(page=title, says=says, given=in_words(sent, form))


def _of_questions(answers: Answers) -> Iterator[Doubt]:
    """Yield the questions for which we have no words."""
    asked = answers.questions
    ids = dict.fromkeys((*asked.added, *(asked.chosen or ()), *asked.important))
    unknown = [question for question in ids if not question_words(question, answers)]
    if unknown:
        yield Doubt(
            page=str(QUESTIONS.title(answers)),
            says=[NOT_KNOWN],
            given=[(gettext("Name in the file"), question) for question in unknown],
        )
