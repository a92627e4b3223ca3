"""Conditions that can affect B12, or how a test is read."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import Conditions
from appointments.catalogue.conditions import CONDITION_GROUPS, CONDITIONS
from appointments.steps.catalogue_choices import grouped, instead
from appointments.steps.fields import note
from appointments.steps.picking import PickForm, pick_field
from appointments.steps.step import Step, voices
from appointments.steps.ticking import TickList

TICK_LIST = TickList(part="conditions", make=Conditions, words="other")


def choices() -> list[tuple[str, Any]]:
    """Return the conditions, then what may be said instead."""
    return [*grouped(CONDITION_GROUPS, CONDITIONS), instead(gettext("None of these"))]


class ConditionsForm(PickForm):
    """The tick list of conditions."""

    picked = pick_field(choices, label=_("Conditions"))
    other = note(
        label=_("Other conditions, or more about these"),
        help_text=_("For example: when it was found, or who looks after it."),
    )


CONDITIONS_STEP = Step(
    slug="conditions",
    section=_("Absorption"),
    form=ConditionsForm,
    title=voices(
        _("Do you have, or have you had, any of these?"),
        _("Do they have, or have they had, any of these?"),
    ),
    read=TICK_LIST.read,
    write=TICK_LIST.write,
    why="why-absorption",
)
