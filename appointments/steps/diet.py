"""What a person eats, as far as B12 goes."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import Diet
from appointments.catalogue.diet import DIETS
from appointments.steps.catalogue_choices import instead, listed
from appointments.steps.fields import note
from appointments.steps.picking import PickForm, pick_field
from appointments.steps.step import Step, voices
from appointments.steps.ticking import TickList

TICK_LIST = TickList(part="diet", make=Diet, words="detail")


def choices() -> list[tuple[str, Any]]:
    """Return the ways of eating that matter, then what may be said instead."""
    return [*listed(DIETS), instead(gettext("None of these"))]


class DietForm(PickForm):
    """The tick list of ways of eating."""

    picked = pick_field(choices, label=_("Food and drink"))
    detail = note(
        label=_("Anything to add?"), help_text=_("For example: vegan since 2018."), rows=2
    )


DIET = Step(
    slug="diet",
    section=_("Absorption"),
    form=DietForm,
    title=voices(_("How do you eat?"), _("How do they eat?")),
    read=TICK_LIST.read,
    write=TICK_LIST.write,
    why="why-diet",
)
