"""Things that a clinician wants to know before giving B12."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import Cautions
from appointments.catalogue.cautions import CAUTIONS
from appointments.steps.catalogue_choices import instead, listed
from appointments.steps.fields import note
from appointments.steps.picking import PickForm, pick_field
from appointments.steps.step import Step, always
from appointments.steps.ticking import TickList

TICK_LIST = TickList(part="cautions", make=Cautions, words="detail")


def choices() -> list[tuple[str, Any]]:
    """Return the cautions, then what may be said instead."""
    return [*listed(CAUTIONS), instead(gettext("None of these"))]


class CautionsForm(PickForm):
    """The tick list of cautions."""

    picked = pick_field(choices, label=_("Allergies and cautions"))
    detail = note(
        label=_("What happened, or who has it?"),
        help_text=_("For example: rash from a nickel and cobalt watch."),
        rows=2,
    )


CAUTIONS_STEP = Step(
    slug="cautions",
    section=_("Absorption"),
    form=CautionsForm,
    title=always(_("Is there anything the clinician should know before giving B12?")),
    read=TICK_LIST.read,
    write=TICK_LIST.write,
    why="why-cautions",
)
