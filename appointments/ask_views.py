"""From a page of the article to the list of questions: "add this question to my list"."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Layout
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from appointments import sealed_cookie
from appointments.answers import Answers
from appointments.rules.chosen_questions import chosen_questions, question_words
from appointments.rules.reading import questions_about
from appointments.sealed_cookie import AnswersTooLongError, Visit
from appointments.steps.fields import many_of
from appointments.steps.step import QuestionForm
from appointments.translation import spoken
from appointments.views import no_room
from appointments.visits import personal, remember_loss
from content.library import get_page


class AskForm(QuestionForm):
    """Which questions about a page to put on the list."""

    button = _("Add to my list")
    can_stop = False

    add = many_of(
        tuple,
        required=True,
        label=_("Questions about this page"),
        help_text=_("Some begin with “I take” or “I have”. Choose what is true for you."),
        error_messages={"required": _("Tick a question, or go back to the page")},
    )

    def __init__(self, *args: Any, questions: tuple[str, ...], **kwargs: Any) -> None:
        self.questions = questions
        super().__init__(*args, **kwargs)

    def arrange(self) -> None:
        """Offer the questions that are not on the list yet."""
        self.fields["add"].choices = [  # type: ignore[attr-defined]
            (question, spoken(question_words(question, self.answers)))
            for question in self.questions
        ]

    def layout(self) -> Layout:
        """Return the one field."""
        return Layout("add")

    def added(self) -> Answers:
        """Return the answers with the questions on the list."""
        questions = self.answers.questions
        new = tuple(dict.fromkeys(self.cleaned_data["add"]))
        changed: dict[str, Any] = {"added": tuple(dict.fromkeys((*questions.added, *new)))}
        if questions.chosen is not None:
            changed["chosen"] = tuple(dict.fromkeys((*questions.chosen, *new)))
        return self.answers.replace(questions=questions.model_copy(update=changed))


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def ask(request: HttpRequest, visit: Visit, page: str) -> HttpResponseBase:
    """Show the questions about a page of the article, or put some on the list.

    The address names the page somebody read, never what they ask.
    """
    questions = questions_about(page)
    if not questions:
        raise Http404(page)
    listed = chosen_questions(visit.answers)
    form = AskForm(
        request.POST if request.method == "POST" else None,
        answers=visit.answers,
        questions=tuple(question for question in questions if question not in listed),
    )
    if request.method == "POST" and form.is_valid():
        response = redirect("ask", page=page)
        try:
            sealed_cookie.save(response, form.added())
        except AnswersTooLongError:
            form.add_error(None, no_room())
        else:
            remember_loss(response, visit, first_page=False)
            return response
    context = {
        "title": gettext("Add a question to your list"),
        "form": form,
        "page": get_page(page),
        "listed": [
            question_words(question, visit.answers) for question in questions if question in listed
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "appointment/ask.html", context, status=status)
