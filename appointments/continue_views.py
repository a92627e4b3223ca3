"""Continue from your sheet: a saved sheet is read, shown, and only then put into the browser.

In between the answers are sealed in the page that shows them. The server keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from threading import BoundedSemaphore
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from appointments import sealed_cookie
from appointments.answers import Answers
from appointments.doubts import doubts
from appointments.phrases import Text
from appointments.save_file import TOO_LONG, answers_from
from appointments.sealed_cookie import AnswersTooLongError, Visit, VisitState
from appointments.sharing.clinics import with_known_clinic
from appointments.steps.start import StartForm
from appointments.steps.step import QuestionForm, Words
from appointments.summary.build import summary_today
from appointments.summary.model import Kind
from appointments.uploads import LARGEST
from appointments.visits import personal

# One sheet is read at a time, and some more may wait; there are other threads for pages.
_READING, _PLACES = BoundedSemaphore(1), BoundedSemaphore(settings.UPLOAD_PLACES)
LONGEST_WAIT = 10
"""In seconds: as long as ten files take that have to be given up."""

CHOOSE = _("Choose the sheet (PDF) that you saved")
TOO_LARGE = _(
    "This file is larger than 2 MB, so it cannot be your sheet. "
    "Choose the sheet (PDF) that you saved"
)
BUSY = _(
    "Several people are opening their sheets right now. Wait a few seconds, then choose your sheet "
    "again"
)
TOO_LATE = _("The answers were open for too long and were closed. Choose your sheet again")


class SheetForm(QuestionForm):
    """Asks for the sheet."""

    button = _("Open the sheet")
    can_stop = False

    sheet = forms.FileField(
        label=_("Your sheet (PDF)"),
        help_text=_("Usually in your Downloads folder, named “b12-appointment.pdf”."),
        widget=forms.FileInput(attrs={"class": "text", "accept": "application/pdf,.pdf"}),
        error_messages={"required": CHOOSE, "invalid": CHOOSE, "missing": CHOOSE, "empty": CHOOSE},
    )

    def clean_sheet(self) -> Answers:
        """Return the answers inside the sheet.

        Raises:
            forms.ValidationError: There are none that can be used.
        """
        file = self.cleaned_data["sheet"]
        if file.size > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        return answers_from(file.read())


class UseForm(QuestionForm):
    """Carries what was found, sealed, until the person says that it is to be used."""

    button = _("Go on with these answers")
    can_stop = False

    sealed = forms.CharField(widget=forms.HiddenInput)
    replaces = forms.BooleanField(required=False, widget=forms.HiddenInput)
    clinic_left_off = forms.BooleanField(required=False, widget=forms.HiddenInput)
    shared_computer = forms.BooleanField(
        required=False,
        label=StartForm.base_fields["shared_computer"].label,
        help_text=StartForm.base_fields["shared_computer"].help_text,
    )

    def arrange(self) -> None:
        """Have the button say so when something is going to be replaced."""
        if self.initial.get("replaces"):
            self.button = _("Replace my answers with these")


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def continue_page(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Ask for a sheet; show what is in it; put it into the browser when the person says so."""
    if request.method != "POST":
        return _ask(request, visit, SheetForm(answers=visit.answers))
    if "sealed" in request.POST:
        return _use(request, visit)
    with _turn() as came:
        if not came:
            busy = _refuse(request, visit, BUSY)
            busy.status_code = HTTPStatus.SERVICE_UNAVAILABLE
            busy.headers["Retry-After"] = "5"
            return busy
        form = SheetForm(request.POST, request.FILES, answers=visit.answers)
        valid = form.is_valid()
    if not valid:
        return _ask(request, visit, form)
    return _show(request, visit, form.cleaned_data["sheet"])


@contextmanager
def _turn() -> Iterator[bool]:
    """Wait for a turn to read a sheet, and say whether it came."""
    if not _PLACES.acquire(blocking=False):
        yield False
        return
    try:
        came = _READING.acquire(timeout=LONGEST_WAIT)
        try:
            yield came
        finally:
            if came:
                _READING.release()
    finally:
        _PLACES.release()


def _ask(request: HttpRequest, visit: Visit, form: SheetForm) -> HttpResponse:
    context = {
        "form": form,
        "title": gettext("Continue from your sheet"),
        "has_answers": _holds_answers(visit),
    }
    status = 422 if form.errors else 200
    return render(request, "appointment/continue.html", context, status=status)


def _show(
    request: HttpRequest, visit: Visit, found: Answers, *, left_off: bool = False
) -> HttpResponse:
    """Show what was found, and ask whether to use it.

    Args:
        request: The request.
        visit: The answers that are here already.
        found: The answers of the sheet.
        left_off: Whether a clinic was left off them when they were shown before.
    """
    named = left_off or found.clinic is not None
    found = with_known_clinic(found, brought_by=visit.answers.clinic)
    left_off = named and found.clinic is None
    replaces = _holds_answers(visit)
    form = UseForm(
        answers=found,
        initial={
            # Nobody has said yet whose computer it is: the page is good for the shorter time.
            "sealed": sealed_cookie.seal_for_page(found.replace(shared_computer=True)),
            "replaces": replaces,
            "clinic_left_off": left_off,
            "shared_computer": visit.answers.shared_computer or found.shared_computer,
        },
    )
    context = {
        "form": form,
        "found": _found(found),
        "doubts": list(doubts(found)),
        "replaces": replaces,
        "clinic_left_off": left_off,
    }
    return render(request, "appointment/continue_found.html", context)


def _use(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Put the answers into the browser, unless they would take the place of others unasked."""
    form = UseForm(request.POST, answers=visit.answers)
    form.is_valid()
    carried = sealed_cookie.unseal(form.cleaned_data.get("sealed", ""))
    if carried.state is not VisitState.OPEN:
        return _refuse(request, visit, TOO_LATE)
    # No page that stands in the way counts as read because a file, or a token, says so.
    answers = carried.answers.replace(
        acknowledged=(), shared_computer=form.cleaned_data["shared_computer"]
    )
    if _holds_answers(visit) and not form.cleaned_data["replaces"]:
        return _show(request, visit, answers, left_off=form.cleaned_data["clinic_left_off"])
    response = redirect("check-your-answers")
    try:
        sealed_cookie.save(response, answers)
    except AnswersTooLongError:
        return _refuse(request, visit, TOO_LONG)
    return response


def _holds_answers(visit: Visit) -> bool:
    """Return whether there are answers to lose: a clinic's link alone brings none."""
    return visit.state is VisitState.OPEN and not visit.answers.are_untouched


def _refuse(request: HttpRequest, visit: Visit, why: Words) -> HttpResponse:
    form = SheetForm({}, {}, answers=visit.answers)
    form.fields["sheet"].error_messages["required"] = str(why)
    return _ask(request, visit, form)


def _found(answers: Answers) -> list[tuple[Text, Any]]:
    """Return what to know the sheet by: whom and which day it is about, and how much it holds."""
    sections = summary_today(answers).sections
    rows: list[tuple[Text, Any]] = []
    for section in sections:
        if section.id == "about":
            rows += [(row.cells[0].text, row.cells[1].text) for row in section.answered_rows]
        elif section.kind is not Kind.QUESTIONS and section.when_checking:
            printed = (row.answered and row.on_paper for row in section.rows)
            rows += _counted(section.title, sum(printed))
    return rows + _counted(gettext("Questions of your own"), len(answers.questions.own))


def _counted(what: Text, number: int) -> list[tuple[Text, str]]:
    words = ngettext("%(number)d entry", "%(number)d entries", number) % {"number": number}
    return [(what, words)] if number else []
