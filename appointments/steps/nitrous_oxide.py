"""Nitrous oxide (laughing gas) used for fun."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import NitrousOxideUse
from appointments.choices import NITROUS_OXIDE, NitrousOxide
from appointments.steps.fields import line, one_of
from appointments.steps.step import QuestionForm, Step, voices


class NitrousOxideForm(QuestionForm):
    """Whether, when last, and how often."""

    use = one_of(NitrousOxide, NITROUS_OXIDE, label=_("Nitrous oxide used for fun"))
    last_used = line(label=_("When was the last time?"), help_text=_("If it was used."))
    how_often = line(label=_("How often?"), help_text=_("For example: most weekends for a year."))

    def clean(self) -> dict[str, Any]:
        """Refuse details without an answer, or beside one that leaves no room for them."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.refuse_both(
            "use", {NitrousOxide.NEVER, NitrousOxide.PRIVATE}, "last_used", "how_often"
        )
        if not cleaned.get("use") and (cleaned.get("last_used") or cleaned.get("how_often")):
            self.add_error("use", gettext("You typed details. Choose one of these answers too"))
        return cleaned


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
