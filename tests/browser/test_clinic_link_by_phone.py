"""A clinic hands out its link; its patient opens it by phone and brings back a sheet."""

from __future__ import annotations

import pytest
from builders import some_clinic
from visitor import Visitor

from appointments.models import DailyCount
from appointments.sharing.counts import wait_until_written

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LINK = "/c/riverside/"


@pytest.fixture
def clinic():
    return some_clinic(name='O’Brien & Sons <b>"Family"</b>', phone="020 7946 0000")


def answer_a_little(visitor: Visitor) -> None:
    """Answer the first pages, with a warning sign among them."""
    visitor.choose("Myself")
    visitor.press("Start")
    visitor.choose("You have chest pain")
    visitor.go_on()


def test_from_the_link_to_the_sheet_that_bears_the_clinics_name(patient: Visitor, clinic):
    patient.go_to("/C/Riverside")  # as a phone's keyboard writes it
    assert patient.path == LINK
    assert patient.heading == f"Get ready for your visit at {clinic.name}"
    assert "All your tablets" in patient.text
    patient.press("Start")
    assert patient.heading == f"Preparing for your visit at {clinic.name}"
    answer_a_little(patient)

    assert patient.heading == "Get emergency help now"
    assert patient.page.locator("a.phone").all_inner_texts() == ["999", "020 7946 0000"]
    patient.press("I have read this")
    patient.fill("Name or initials to print", "A. P.")
    patient.press("Stop here and print")

    assert "For US Letter paper." in patient.text
    assert f"Clinic: {clinic.name}, phone {clinic.phone}" in patient.text
    assert f"Clinic: {clinic.name}, phone {clinic.phone}" in patient.sheet()
    wait_until_written()
    assert list(DailyCount.objects.values_list("opened", "started", "sheets")) == [(1, 1, 1)]


def test_the_link_never_touches_answers_that_are_there(patient: Visitor, clinic):
    patient.go_to("/appointment/")
    patient.select("Where are you?", "Ireland")
    answer_a_little(patient)
    before = patient.answers
    patient.go_to(LINK)
    patient.press("Start")
    assert patient.heading == "You have answers here already"
    assert patient.answers == before
    patient.go_back()
    assert patient.path == LINK
    patient.press("Start")
    patient.press("Go on with my answers")
    assert patient.answers.replace(clinic=None) == before
    assert patient.answers.clinic is not None

    patient.go_to(LINK)
    patient.press("Start")
    patient.press("Delete my answers and start fresh")
    assert patient.heading.startswith("Preparing for your visit")
    assert patient.answers.are_untouched


def test_who_came_by_the_wrong_link_takes_the_clinic_off(caregiver, clinic):
    caregiver.go_to(LINK)
    caregiver.press("Start")
    caregiver.follow("Not your clinic?")
    caregiver.press("Take it off")
    assert caregiver.heading == "Prepare for your appointment"
    assert caregiver.answers.clinic is None
