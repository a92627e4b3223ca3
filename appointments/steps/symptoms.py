"""The symptoms a person has noticed: a pick list in lay words, then the course of each."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import MAX_SYMPTOMS, SymptomEntry
from appointments.catalogue.symptoms import SYMPTOM_GROUPS, SYMPTOMS, SYMPTOMS_BY_ID
from appointments.choices import NOTICED_BY, NOTICED_BY_SELF, TREND, YES_NO, NoticedBy, Trend, YesNo
from appointments.steps.catalogue_choices import grouped, instead
from appointments.steps.fields import line, note, one_of
from appointments.steps.picking import PickEntriesForm, PickList, pick_field
from appointments.steps.pinning import drop_pin_unless_full, pin
from appointments.steps.step import ItemStep, QuestionForm, Step, voices
from appointments.steps.who_says import in_voice, who_says

PICK_LIST = PickList(part="symptoms", kind="symptom", make=SymptomEntry, catalogue=SYMPTOMS_BY_ID)


def choices() -> list[tuple[str, Any]]:
    """Return the symptoms by group, then what may be said instead."""
    return [*grouped(SYMPTOM_GROUPS, SYMPTOMS), instead(gettext("No symptoms"), private=False)]


class SymptomsForm(PickEntriesForm):
    """The pick list of symptoms."""

    pick_list = PICK_LIST
    most = MAX_SYMPTOMS
    contradiction = _("Choose “No symptoms”, or the symptoms there are. Not both")

    picked = pick_field(
        choices,
        label=_("Symptoms"),
        help_text=_(
            "Choose all that apply. Many of these have other causes too: that is for the "
            "clinician to sort out."
        ),
    )


class SymptomDetailsForm(QuestionForm):
    """What a clinician asks next about a symptom."""

    since = line(
        label=_("When did it start?"),
        help_text=_("As well as you know: “March 2024”, “spring 2022”, “about 3 years ago”."),
    )
    recent = one_of(YesNo, YES_NO, label=_("Is it new, or clearly worse, in the last 2 weeks?"))
    trend = one_of(Trend, TREND, label=_("How is it going?"))
    effect = note(
        label=_("What does it stop you doing?"),
        help_text=_("For example: stairs, buttons, work, sleep."),
    )
    noticed_by = who_says(NoticedBy, NOTICED_BY)
    pinned = pin()

    def arrange(self) -> None:
        """Speak in the voice of whoever writes."""
        in_voice(self, "noticed_by", own=NOTICED_BY_SELF, other=NOTICED_BY)
        if self.answers.for_other:
            self.fields["effect"].label = _("What does it stop them doing?")
        drop_pin_unless_full(self)


SYMPTOMS_STEP = Step(
    slug="symptoms",
    section=_("Symptoms"),
    form=SymptomsForm,
    title=voices(_("What have you noticed?"), _("What have you or they noticed?")),
    read=PICK_LIST.read,
    write=PICK_LIST.write,
    why="why-symptoms",
)

SYMPTOM_DETAILS = ItemStep(
    slug="symptom-details",
    section=_("Symptoms"),
    form=SymptomDetailsForm,
    entries=PICK_LIST.entries,
    title=lambda _answers, entry: PICK_LIST.name_of(entry),
    read=lambda _answers, entry: entry.model_dump(),
    write=PICK_LIST.write_details,
    list_slug="symptoms",
    why="why-symptom-details",
)
