"""Operations on the stomach or bowel: a pick list, then the year of each."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import MAX_OPERATIONS, Operation
from appointments.catalogue.surgeries import SURGERIES, SURGERIES_BY_ID
from appointments.choices import SAID_BY, SAID_BY_SELF, SaidBy
from appointments.steps.catalogue_choices import instead, listed
from appointments.steps.fields import line
from appointments.steps.picking import PickEntriesForm, PickList, pick_field
from appointments.steps.step import ItemStep, QuestionForm, Step, voices
from appointments.steps.who_says import in_voice, who_says

PICK_LIST = PickList(part="operations", kind="surgery", make=Operation, catalogue=SURGERIES_BY_ID)


def choices() -> list[tuple[str, Any]]:
    """Return the operations, then what may be said instead."""
    return [*listed(SURGERIES), instead(gettext("No such operation"))]


class OperationsForm(PickEntriesForm):
    """The pick list of operations."""

    pick_list = PICK_LIST
    most = MAX_OPERATIONS

    picked = pick_field(choices, label=_("Operations and treatments"))


class OperationDetailsForm(QuestionForm):
    """When an operation was, and what was done."""

    year = line(
        width="short",
        label=_("When was it?"),
        help_text=_("A year is enough, such as 2019. “About 10 years ago” is fine too."),
    )
    detail = line(
        label=_("Anything the clinician should know about it?"),
        help_text=_("For example: how much was removed, which hospital."),
    )
    said_by = who_says(SaidBy, SAID_BY)

    def arrange(self) -> None:
        """Speak in the voice of whoever writes."""
        in_voice(self, "said_by", own=SAID_BY_SELF, other=SAID_BY)


OPERATIONS = Step(
    slug="operations",
    section=_("Absorption"),
    form=OperationsForm,
    title=voices(
        _("Have you had an operation on your stomach or bowel?"),
        _("Have they had an operation on the stomach or bowel?"),
    ),
    read=PICK_LIST.read,
    write=PICK_LIST.write,
    why="why-surgeries",
)

OPERATION_DETAILS = ItemStep(
    slug="operation-details",
    section=_("Absorption"),
    form=OperationDetailsForm,
    entries=PICK_LIST.entries,
    title=lambda _answers, entry: PICK_LIST.name_of(entry),
    read=lambda _answers, entry: entry.model_dump(),
    write=PICK_LIST.write_details,
    list_slug="operations",
    why="why-operation-details",
)
