"""Who the sheet is about, and for which appointment: all of it optional."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import About
from appointments.answers import Answers
from appointments.catalogue.countries import MONTH_FIRST
from appointments.steps.fields import DateField, line
from appointments.steps.step import QuestionForm, Step, voices

OLDEST = date(1900, 1, 1)
VISIT_YEARS = 5  # how far away the visit may be, to either side
CAREGIVER = ("caregiver_name", "caregiver_relationship")


class AboutForm(QuestionForm):
    """Name, birth date and appointment; a caregiver's name, where one writes."""

    you_is_the_patient = False

    name = line(label=_("Name or initials to print"), help_text=_("Optional."))
    date_of_birth = DateField(
        label=_("Date of birth"),
        help_text=_(
            "For example: %(date)s. Optional. It helps the clinic match the sheet to the right "
            "person."
        ),
    )
    reason = line(
        label=_("What is this visit about, in a few words?"),
        help_text=_(
            "Optional. It is printed first. For example: tired for 2 years, numb feet, low B12."
        ),
    )
    appointment_on = DateField(label=_("Date of the appointment"), help_text=_("If you know it."))
    appointment_with = line(
        label=_("Clinician or clinic"), help_text=_("For example: Dr. Lee, Hilltop Clinic.")
    )
    caregiver_name = line(label=_("Name of the caregiver (you)"), help_text=_("Optional."))
    caregiver_relationship = line(
        label=_("How you know them"),
        help_text=_("For example: daughter, neighbor, support worker."),
    )

    def arrange(self) -> None:
        """Ask for a caregiver only where one writes; put the boxes of dates in local order."""
        # What one sent is kept, also where the answers have expired that say who writes.
        if not self.answers.for_other and not any(self.data.get(name) for name in CAREGIVER):
            for name in CAREGIVER:
                del self.fields[name]
        for name in ("date_of_birth", "appointment_on"):
            field: DateField = self.fields[name]  # type: ignore[assignment]  # declared above
            field.month_first = self.answers.country in MONTH_FIRST
            field.help_text = field.help_text % {"date": field.example}

    def layout(self) -> Layout:
        """Return the fields, in groups."""
        caregiver = [name for name in CAREGIVER if name in self.fields]
        groups = [
            Fieldset(
                gettext("The person") if caregiver else gettext("You"), "name", "date_of_birth"
            ),
            Fieldset(gettext("The appointment"), "reason", "appointment_on", "appointment_with"),
        ]
        if caregiver:
            groups.append(Fieldset(gettext("You, who write this"), *caregiver))
        return Layout(*groups)

    def clean_date_of_birth(self) -> date | None:
        """Refuse a birthday to come, or one of another century but one."""
        born: date | None = self.cleaned_data["date_of_birth"]
        if born and not OLDEST <= born <= timezone.localdate():
            raise ValidationError(
                gettext("Check the year of birth: the date must be in the past, after 1900")
            )
        return born

    def clean_appointment_on(self) -> date | None:
        """Refuse a day of another century; a visit that is over may still be written about."""
        day: date | None = self.cleaned_data["appointment_on"]
        if day and abs(day.year - timezone.localdate().year) > VISIT_YEARS:
            raise ValidationError(gettext("Check the year of the appointment"))
        return day


def read(answers: Answers) -> dict[str, Any]:
    """Return the form's initial values."""
    return answers.about.model_dump()


def write(answers: Answers, cleaned: Mapping[str, Any]) -> Answers:
    """Return the answers with this page's; a caregiver's name stays when it was not asked."""
    known = {name: getattr(answers.about, name) for name in About.model_fields}
    return answers.replace(about=About(**(known | dict(cleaned))))


ABOUT = Step(
    slug="about",
    section=_("About"),
    form=AboutForm,
    title=voices(_("About you and your appointment"), _("About the person and the appointment")),
    read=read,
    write=write,
    why="why-about",
)
