"""The tick that keeps an entry on page 1 of the sheet, asked only where page 1 is full."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.answers import Answers
from appointments.steps.step import QuestionForm
from appointments.summary.budget import arrange
from appointments.summary.build import summary_today
from appointments.translation import spoken


def pin() -> forms.BooleanField:
    """Return the field."""
    return forms.BooleanField(
        required=False,
        label=_("Keep on page 1 of the sheet"),
        help_text=_("Page 1 is full. Other entries then move to page 2. Nothing is left out."),
    )


def drop_pin_unless_full(form: QuestionForm) -> None:
    """Take the tick off the page where it would change nothing, and there is none to take out."""
    pinned = getattr(form.item, "pinned", False)
    if not pinned and not form.data.get("pinned") and not _is_full(form.answers):
        del form.fields["pinned"]


def _is_full(answers: Answers) -> bool:
    return arrange(summary_today(answers), paper=answers.paper, words=spoken).moved > 0
