"""Pregnancy and breastfeeding."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import PregnancyAnswer
from appointments.choices import PREGNANCY, Pregnancy
from appointments.steps.fields import line, one_of
from appointments.steps.step import QuestionForm, Step, voices


class PregnancyForm(QuestionForm):
    """Whether, and how far along."""

    status = one_of(Pregnancy, PREGNANCY, label=_("Pregnancy and breastfeeding"))
    detail = line(
        label=_("How many weeks, or how old is the baby?"), help_text=_("For example: 24 weeks.")
    )

    def clean(self) -> dict[str, Any]:
        """Refuse details beside an answer that leaves no room for them."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.refuse_both("status", {Pregnancy.NO, Pregnancy.PRIVATE}, "detail")
        return cleaned


PREGNANCY_STEP = Step(
    slug="pregnancy",
    section=_("Absorption"),
    form=PregnancyForm,
    title=voices(_("Are you pregnant or breastfeeding?"), _("Are they pregnant or breastfeeding?")),
    read=lambda answers: answers.pregnancy.model_dump(),
    write=lambda answers, cleaned: answers.replace(pregnancy=PregnancyAnswer(**cleaned)),
    why="why-pregnancy",
)
