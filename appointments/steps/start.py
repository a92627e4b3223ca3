"""Who the appointment is for, in which country, on whose computer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answers import Answers
from appointments.catalogue.countries import COUNTRIES
from appointments.choices import PREPARING_FOR, PreparingFor
from appointments.steps.fields import one_of
from appointments.steps.step import QuestionForm, Step, Words
from appointments.translation import spoken


class StartForm(QuestionForm):
    """The few things that the rest of the form depends on."""

    button = _("Start")
    can_stop = False
    you_is_the_patient = False

    preparing_for = one_of(
        PreparingFor,
        PREPARING_FOR,
        required=True,
        label=_("Who is the appointment for?"),
        error_messages={"required": _("Choose who the appointment is for")},
    )
    country = forms.ChoiceField(
        label=_("Where are you?"),
        help_text=_("So that we can show the right phone numbers for urgent help."),
        choices=lambda: [
            ("", gettext("Choose a country")),
            *((country.id, spoken(country.wording)) for country in COUNTRIES),
        ],
        widget=forms.Select(attrs={"class": "select"}),
        error_messages={"required": _("Choose where you are, or “Somewhere else”")},
    )
    shared_computer = forms.BooleanField(
        required=False,
        label=_("I am on a shared computer"),
        help_text=_(
            "At a library or clinic, say. Your answers are then deleted after 15 minutes "
            "without a click, instead of 2 hours."
        ),
    )


def read(answers: Answers) -> dict[str, Any]:
    """Return the form's initial values."""
    return {
        "preparing_for": answers.preparing_for,
        "country": answers.country,
        "shared_computer": answers.shared_computer,
    }


def write(answers: Answers, cleaned: Mapping[str, Any]) -> Answers:
    """Return the answers with this page's."""
    return answers.replace(**cleaned)


def title(answers: Answers) -> Words:
    """Return the page's heading: whoever came by a clinic's link reads its name."""
    if answers.clinic is None:
        return _("Prepare for your appointment")
    words = gettext("Preparing for your visit at %(clinic)s")
    return words % {"clinic": answers.clinic.name}


START = Step(
    slug="start",
    section=_("Start"),
    form=StartForm,
    title=title,
    read=read,
    write=write,
    answered=lambda answers: answers.preparing_for is not None,  # a country comes with a link
    template="appointment/start.html",
    why="why-start",
)
