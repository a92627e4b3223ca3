"""Relatives with B12 deficiency or autoimmune disease, and a background that changes ranges."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import Family
from appointments.choices import YES_NO_PRIVATE, YesNoPrivate
from appointments.steps.fields import note, one_of
from appointments.steps.step import QuestionForm, Step, always


class FamilyForm(QuestionForm):
    """Family history, and background."""

    has = one_of(
        YesNoPrivate,
        YES_NO_PRIVATE,
        label=_(
            "Has a close relative had pernicious anemia, B12 deficiency or an autoimmune disease?"
        ),
        help_text=_("Such as thyroid disease, type 1 diabetes or vitiligo."),
    )
    detail = note(
        label=_("Who, and what?"), help_text=_("For example: sister, pernicious anemia."), rows=2
    )
    black_background = one_of(
        YesNoPrivate,
        YES_NO_PRIVATE,
        label=_("Black African or Caribbean family background?"),
        help_text=_(
            "We ask because the usual lab ranges for B12 may fit people of Black ethnicity less "
            "well. It only adds a question you can ask."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse details beside an answer that leaves no room for them."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.refuse_both("has", {YesNoPrivate.NO, YesNoPrivate.PRIVATE}, "detail")
        return cleaned


FAMILY = Step(
    slug="family",
    section=_("Absorption"),
    form=FamilyForm,
    title=always(_("Family history")),
    read=lambda answers: answers.family.model_dump(),
    write=lambda answers, cleaned: answers.replace(family=Family(**cleaned)),
    why="why-family",
)
