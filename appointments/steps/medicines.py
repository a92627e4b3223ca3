"""Medicines that matter for B12 or its tests: a pick list, then the dose of each."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import MAX_MEDICINES, MedicineEntry
from appointments.catalogue.medicine_classes import MEDICINE_GROUPS
from appointments.catalogue.medicines import MEDICINES, MEDICINES_BY_ID, Medicine
from appointments.choices import SAID_BY, SAID_BY_SELF, YES_NO, SaidBy, YesNo
from appointments.steps.catalogue_choices import choice_of, grouped, instead
from appointments.steps.fields import line, one_of
from appointments.steps.picking import PickEntriesForm, PickList, pick_field
from appointments.steps.step import ItemStep, QuestionForm, Step, voices
from appointments.steps.who_says import in_voice, who_says
from appointments.translation import spoken

PICK_LIST = PickList(
    part="medicines", kind="medicine", make=MedicineEntry, catalogue=MEDICINES_BY_ID
)


def choices() -> list[tuple[str, Any]]:
    """Return the medicines by group with their brand names, then what may be said instead."""
    return [*grouped(MEDICINE_GROUPS, MEDICINES, _choice), instead(gettext("None of these"))]


def _choice(row: Medicine) -> tuple[str, str]:
    if not row.brands:
        return choice_of(row)
    return row.id, format_html("{}<small>{}</small>", spoken(row.wording), ", ".join(row.brands))


class MedicinesForm(PickEntriesForm):
    """The pick list of medicines."""

    pick_list = PICK_LIST
    most = MAX_MEDICINES

    picked = pick_field(choices, label=_("Medicines"))

    def arrange(self) -> None:
        """Ask for other medicines by name."""
        self.fields["own_words"].label = _("Anything else you take")
        self.fields["own_words"].help_text = _(
            "One on each line. B12 itself comes later: leave it out here."
        )


class MedicineDetailsForm(QuestionForm):
    """How much, since when, and whether still."""

    dose = line(
        label=_("What dose, and how often?"), help_text=_("For example: 500 mg twice a day.")
    )
    since = line(label=_("Since when?"), help_text=_("For example: 2019, or “3 years ago”."))
    still_taking = one_of(YesNo, YES_NO, label=_("Still taking it?"))
    a_year_or_more = one_of(YesNo, YES_NO, label=_("Taken for 12 months or more?"))
    said_by = who_says(SaidBy, SAID_BY)

    def arrange(self) -> None:
        """Speak in the voice of whoever writes."""
        in_voice(self, "said_by", own=SAID_BY_SELF, other=SAID_BY)


MEDICINES_STEP = Step(
    slug="medicines",
    section=_("Absorption"),
    form=MedicinesForm,
    title=voices(
        _("Do you take, or did you take, any of these?"),
        _("Do they take, or did they take, any of these?"),
    ),
    read=PICK_LIST.read,
    write=PICK_LIST.write,
    why="why-medicines",
)

MEDICINE_DETAILS = ItemStep(
    slug="medicine-details",
    section=_("Absorption"),
    form=MedicineDetailsForm,
    entries=PICK_LIST.entries,
    title=lambda _answers, entry: PICK_LIST.name_of(entry),
    read=lambda _answers, entry: entry.model_dump(),
    write=PICK_LIST.write_details,
    list_slug="medicines",
    why="why-medicine-details",
)
