"""Questions for the clinician: suggested ones to choose from, and the person's own, in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import MAX_IMPORTANT, MAX_OWN_QUESTIONS, OwnQuestion
from appointments.answer_types import MAX_NOTE
from appointments.answers import Answers
from appointments.rules.chosen_questions import OWN, chosen_questions, question_words
from appointments.rules.questions import Suggestion, suggest
from appointments.rules.reading import READING
from appointments.steps.fields import edited_lines, many_of, note
from appointments.steps.step import QuestionForm, Step, always
from appointments.translation import spoken
from content.library import get_page, get_source


def page_about(question: str) -> tuple[str, str] | None:
    """Return the address and the title of the page that says more about a suggested question."""
    place = READING.get(question)
    if place is None:
        return None
    slug, _sign, heading = place.partition("#")
    return f"{reverse('page', args=[slug])}#{heading}", get_page(slug).title


class FoldedCheckboxes(forms.CheckboxSelectMultiple):
    """Checkboxes whose groups are folded away until somebody opens them."""

    template_name = "b12/folded_checkboxes.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Name the groups to open: nothing that is ticked is out of sight."""
        context: dict[str, Any] = super().get_context(name, value, attrs)
        for _group, options, _index in context["widget"]["optgroups"]:
            for option in options:
                option["read_more"] = page_about(option["value"])
        context["widget"]["open"] = [
            index
            for _group, options, index in context["widget"]["optgroups"]
            if any(option["selected"] for option in options)
        ]
        return context


class QuestionsForm(QuestionForm):
    """Which questions go on the sheet."""

    chosen = many_of(
        list,
        label=_("Suggested questions"),
        help_text=_("Keep the ones you want to ask. You can put them in order on the next page."),
        widget=FoldedCheckboxes,
    )
    own = note(
        label=_("Your own questions"),
        help_text=_("One on each line."),
        longest=MAX_OWN_QUESTIONS * MAX_NOTE,
        most_lines=40,
        rows=4,
    )

    def arrange(self) -> None:
        """Offer what the answers call for: the few that fit best first, the rest folded away."""
        chosen = chosen_questions(self.answers)
        suggestions = suggest(self.answers)
        first = [_choice(row) for row in suggestions if row.preselected or row.id in chosen]
        more = [_choice(row) for row in suggestions if not row.preselected and row.id not in chosen]
        self.fields["chosen"].choices = [  # type: ignore[attr-defined]
            *first,
            *([(gettext("More questions to choose from"), more)] if more else []),
        ]

    def clean_own(self) -> list[str]:
        """Return the lines, without blanks and repeats."""
        lines = [line.strip() for line in self.cleaned_data["own"].splitlines()]
        questions = list(dict.fromkeys(line for line in lines if line))
        if len(questions) > MAX_OWN_QUESTIONS:
            raise ValidationError(
                gettext("Keep %(most)d questions of your own at most. There are %(number)d now")
                % {"most": MAX_OWN_QUESTIONS, "number": len(questions)}
            )
        for question in questions:
            if len(question) > MAX_NOTE:
                raise ValidationError(
                    gettext(
                        "Shorten the question that starts “%(start)s” to %(longest)d characters "
                        "or fewer"
                    )
                    % {"start": question[:20], "longest": MAX_NOTE}
                )
        return questions


def _choice(suggestion: Suggestion) -> tuple[str, str]:
    """Return a suggested question with why it is suggested, and its source."""
    label = format_html(
        "{}<small>{} {}</small>",
        spoken(suggestion.text),
        spoken(suggestion.because),
        _sources(suggestion.sources),
    )
    return suggestion.id, label


def _sources(ids: tuple[str, ...]) -> str:
    """Return the publishers and years of the sources, in one line."""
    sources = [get_source(source_id) for source_id in ids]
    names = dict.fromkeys(source.cited for source in sources)
    return gettext("Source: %(names)s") % {"names": "; ".join(names)} if names else ""


def read(answers: Answers) -> dict[str, Any]:
    """Return the form's initial values."""
    return {
        "chosen": [row for row in chosen_questions(answers) if not row.startswith(OWN)],
        "own": "\n".join(question.text for question in answers.questions.own),
    }


def write(answers: Answers, cleaned: Mapping[str, Any]) -> Answers:
    """Return the answers with this page's; what stays chosen, or is reworded, keeps its place."""
    known = {question.text: question for question in answers.questions.own}
    for now, old in edited_lines(list(known), cleaned["own"]).items():
        known[now] = known[old].model_copy(update={"text": now})
    own = []
    for text in cleaned["own"]:
        if text not in known:
            number, answers = answers.with_next_item()
            known[text] = OwnQuestion(item=number, text=text)
        own.append(known[text])
    wanted = [*cleaned["chosen"], *(f"{OWN}{question.item}" for question in own)]
    before = [question for question in chosen_questions(answers) if question in wanted]
    # A new question of their own is what the person most wants to ask.
    fresh = [question for question in wanted if question not in before]
    chosen = (
        *(question for question in fresh if question.startswith(OWN)),
        *before,
        *(question for question in fresh if not question.startswith(OWN)),
    )
    important = tuple(mark for mark in answers.questions.important if mark in chosen)
    changed = {"chosen": chosen, "important": important, "own": tuple(own)}
    return answers.replace(questions=answers.questions.model_copy(update=changed))


class QuestionOrderForm(QuestionForm):
    """Which questions come first, and which matter most."""

    important = many_of(list, label=_("Most important"))
    up = forms.Field(required=False, widget=forms.HiddenInput)
    down = forms.Field(required=False, widget=forms.HiddenInput)

    def arrange(self) -> None:
        """List the chosen questions in their order."""
        self.fields["important"].choices = [  # type: ignore[attr-defined]
            (question, spoken(question_words(question, self.answers)))
            for question in chosen_questions(self.answers)
        ]

    def layout(self) -> Layout:
        """Return the one field that is drawn; the buttons up and down are in the template."""
        return Layout("important")

    def clean_important(self) -> list[str]:
        """Refuse more than three."""
        important: list[str] = self.cleaned_data["important"]
        if len(important) > MAX_IMPORTANT:
            raise ValidationError(
                gettext("Mark %(most)d questions at most. There are %(number)d marked now")
                % {"most": MAX_IMPORTANT, "number": len(important)}
            )
        return important

    def stays_at(self, answers: Answers) -> str | None:
        """Return the id of the question that was moved up or down, where it is now."""
        moved = self.cleaned_data.get("up") or self.cleaned_data.get("down")
        if not moved:
            return None
        chosen = chosen_questions(answers)
        return f"question-{chosen.index(moved) + 1}" if moved in chosen else "main"


def read_order(answers: Answers) -> dict[str, Any]:
    """Return the form's initial values: the marks of questions that are still on the sheet."""
    chosen = chosen_questions(answers)
    return {"important": [mark for mark in answers.questions.important if mark in chosen]}


def write_order(answers: Answers, cleaned: Mapping[str, Any]) -> Answers:
    """Return the answers with marks set, and one question moved where that was asked."""
    chosen = list(chosen_questions(answers))
    moved = cleaned["up"] or cleaned["down"]
    if moved in chosen:
        place = chosen.index(moved)
        target = place + (-1 if cleaned["up"] else 1)
        if 0 <= target < len(chosen):
            chosen[place], chosen[target] = chosen[target], chosen[place]
    return answers.replace(
        questions=answers.questions.model_copy(
            update={"chosen": tuple(chosen), "important": tuple(cleaned["important"])}
        )
    )


def _was_here(answers: Answers) -> bool:
    """Return whether the person has chosen: what the form proposes is nobody's answer."""
    return answers.questions.chosen is not None


QUESTIONS = Step(
    slug="questions",
    section=_("Questions"),
    form=QuestionsForm,
    title=always(_("Which questions do you want to ask?")),
    read=read,
    write=write,
    answered=_was_here,
    why="why-questions",
)

QUESTION_ORDER = Step(
    slug="question-order",
    section=_("Questions"),
    form=QuestionOrderForm,
    title=always(_("Which questions matter most?")),
    read=read_order,
    write=write_order,
    applies=lambda answers: len(chosen_questions(answers)) > 1,
    answered=_was_here,  # to mark none is an answer, too
    template="appointment/question_order.html",
    why="why-question-order",
)
