"""Who the sheet is about, when and with whom the appointment is, and who wrote it."""

from __future__ import annotations

from datetime import date

from appointments.answers import Answers
from appointments.catalogue.countries import COUNTRIES_BY_ID
from appointments.choices import PREPARING_FOR
from appointments.phrases import Phrase, Text, _
from appointments.summary.model import ChangeLink, Kind, Row, Section
from appointments.summary.wording import date_in_words, fact, sentence

THE_CLINIC = "clinic"
"""The page that takes the clinic off: it has a question's address, and is not in the way."""


def who(answers: Answers, today: date) -> tuple[Text, ...]:
    """Return the lines at the head of the sheet."""
    about = answers.about
    born: Text = ""
    if about.date_of_birth:
        words = _("born %(date)s") if about.name else _("Born %(date)s")
        born = Phrase(words, {"date": date_in_words(about.date_of_birth, answers.country)})
    return tuple(
        line
        for line in (
            sentence(about.name, born),
            _appointment(answers),
            _written(answers, today),
            # Never the first, which each page of the sheet repeats.
            Phrase(_("Clinic: %(clinic)s"), {"clinic": _clinic(answers)}) if answers.clinic else "",
        )
        if line
    )


def _clinic(answers: Answers) -> Text:
    """Return the clinic whose link the person came by, with its phone number.

    The word between keeps the number's parts in their order after a name in Arabic or Hebrew.
    """
    clinic = answers.clinic
    if not clinic:
        return ""
    words = _("%(clinic)s, phone %(phone)s")
    return Phrase(words, {"clinic": clinic.name, "phone": clinic.phone})


def _appointment(answers: Answers) -> Text:
    about = answers.about
    values: dict[str, Text] = {"with": about.appointment_with}
    if about.appointment_on:
        values["date"] = date_in_words(about.appointment_on, answers.country)
    if about.appointment_on and about.appointment_with:
        return Phrase(_("Appointment: %(date)s, %(with)s"), values)
    if about.appointment_on:
        return Phrase(_("Appointment: %(date)s"), values)
    return Phrase(_("Appointment: %(with)s"), values) if about.appointment_with else ""


def _written(answers: Answers, today: date) -> Text:
    about = answers.about
    values: dict[str, Text] = {"date": date_in_words(today, answers.country)}
    if answers.preparing_for is None:
        return Phrase(_("Written on %(date)s"), values)
    if not answers.for_other:
        return Phrase(_("Written by the patient on %(date)s"), values)
    values["who"] = sentence(about.caregiver_name, about.caregiver_relationship)
    if values["who"]:
        return Phrase(_("Written for the patient by %(who)s, on %(date)s"), values)
    return Phrase(_("Written for the patient by a caregiver, on %(date)s"), values)


def reason(answers: Answers) -> Text:
    """Return why the person comes, in their own few words; "" if they did not say."""
    words = answers.about.reason
    if not words:
        return ""
    says = _("Why we are here: %(reason)s") if answers.for_other else _("Why I am here: %(reason)s")
    return Phrase(says, {"reason": words})


def about_section(answers: Answers) -> Section:
    """Return the same facts as rows, to check them; on paper they are the head of the sheet."""
    about = answers.about

    def change(words: Phrase, step: str = "about") -> ChangeLink:
        return ChangeLink(step=step, about=words)

    def row(words: Phrase, value: Text, step: str = "about") -> Row:
        return fact(words, value, change(words, step))

    rows = [
        row(
            Phrase(_("Who it is for")),
            PREPARING_FOR[answers.preparing_for] if answers.preparing_for else "",
            "start",
        ),
        row(
            Phrase(_("Country")),
            COUNTRIES_BY_ID[answers.country].wording if answers.country else "",
            "start",
        ),
        row(Phrase(_("Name or initials")), about.name),
        row(
            Phrase(_("Date of birth")),
            date_in_words(about.date_of_birth, answers.country) if about.date_of_birth else "",
        ),
        row(Phrase(_("What the visit is about")), about.reason),
        row(
            Phrase(_("Appointment date")),
            date_in_words(about.appointment_on, answers.country) if about.appointment_on else "",
        ),
        row(Phrase(_("Clinician or clinic")), about.appointment_with),
    ]
    if answers.clinic:
        rows.append(row(Phrase(_("Clinic whose link you used")), _clinic(answers), THE_CLINIC))
    if answers.for_other:
        rows += [
            row(Phrase(_("Your name")), about.caregiver_name),
            row(Phrase(_("How you know them")), about.caregiver_relationship),
        ]
    return Section(
        id="about",
        title=Phrase(_("About")),
        kind=Kind.FACTS,
        rows=tuple(rows),
        on_paper=False,
    )
