"""Nitrous oxide (laughing gas) used for fun."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from appointments.answers import NitrousOxideUse
from appointments.choices import NITROUS_OXIDE, NitrousOxide
from appointments.steps.fields import line, one_of
from appointments.steps.step import QuestionForm, Step, voices


class NitrousOxideForm(QuestionForm):
    """Whether, when last, and how often."""

    use = one_of(NitrousOxide, NITROUS_OXIDE, label=_("Nitrous oxide used for fun"))
    last_used = line(label=_("When was the last time?"), help_text=_("If it was used."))
    how_often = line(label=_("How often?"), help_text=_("For example: most weekends for a year."))


NITROUS_OXIDE_STEP = Step(
    slug="nitrous-oxide",
    section=_("Absorption"),
    form=NitrousOxideForm,
    title=voices(
        _("Have you used nitrous oxide (laughing gas, whippets)?"),
        _("Have they used nitrous oxide (laughing gas, whippets)?"),
    ),
    read=lambda answers: answers.nitrous_oxide.model_dump(),
    write=lambda answers, cleaned: answers.replace(nitrous_oxide=NitrousOxideUse(**cleaned)),
    why="why-nitrous-oxide",
)
