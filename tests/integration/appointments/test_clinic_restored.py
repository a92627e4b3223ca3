"""A clinic in a saved sheet: only its link is believed, for anybody can write a file."""

from __future__ import annotations

from typing import Any

import pytest
from builders import some_answers, some_clinic
from django.db import OperationalError
from pages import lint

from appointments import continue_views, sealed_cookie
from appointments.answers import Answers
from appointments.clinic_contact import ClinicContact
from appointments.models import Clinic
from appointments.sharing.clinics import contact_of, with_known_clinic

pytestmark = pytest.mark.django_db

CONTINUE = "/appointment/continue/"
CHECK = "/appointment/check-your-answers/"
LEFT_OFF = "We could not find its link here"
CRAFTED = ClinicContact(slug="riverside", name="Riverside Clinic", phone="0900 1234567")
IN_FILE = some_answers(
    clinic=CRAFTED, country="england", safety={"happening": ["rash_after"]}, diet={"has": "none"}
)


@pytest.fixture
def restored(visitor, monkeypatch, tmp_path):
    """Return what a visitor gets who opens a sheet with these answers inside."""

    def restore(answers: Answers) -> Any:
        monkeypatch.setattr(continue_views, "answers_from", lambda _pdf: answers)
        file = tmp_path / "sheet.pdf"
        file.write_bytes(b"%PDF")
        with file.open("rb") as sheet:
            response = visitor.client.post(CONTINUE, {"sheet": sheet})
        visitor.url, visitor.page, visitor.status = CONTINUE, lint(response), response.status_code
        assert visitor.page.heading == "This is in your sheet"
        return visitor.page

    return restore


def test_the_phone_number_is_the_clinics_own_and_not_the_files(visitor, restored):
    clinic = some_clinic(name="Riverside Practice")
    page = restored(IN_FILE)
    assert "Riverside Practice" in page.text
    assert LEFT_OFF not in page.text
    visitor.send()

    assert visitor.answers == IN_FILE.replace(clinic=contact_of(clinic))
    assert "0900" not in visitor.page.html


@pytest.mark.parametrize("state", ["unknown", "retired", "no database"])
def test_without_such_a_clinic_it_is_left_off_and_the_page_says_so(
    visitor, restored, monkeypatch, state
):
    some_clinic(**{"unknown": {"slug": "hill"}, "retired": {"retired": True}}.get(state, {}))
    if state == "no database":

        def fail(*_args, **_kwargs):
            raise OperationalError("the server does not answer")

        monkeypatch.setattr(Clinic.objects, "filter", fail)
    page = restored(IN_FILE)
    assert LEFT_OFF in page.text
    assert "Riverside" not in page.text
    visitor.send()

    assert visitor.answers == IN_FILE.replace(clinic=None)


def test_the_page_says_it_again_when_it_comes_again(visitor, restored):
    restored(IN_FILE)
    visitor.has(some_answers(diet={"has": "some"}))
    page = visitor.send()
    assert "You have other answers here already" in page.text
    assert LEFT_OFF in page.text


def test_a_clinic_that_came_in_between_is_not_left_off(visitor, restored):
    restored(IN_FILE)
    hill = contact_of(some_clinic(slug="hill", name="Hill Practice"))
    visitor.has(some_answers(diet={"has": "some"}, clinic=hill))
    page = visitor.send()
    assert "You have other answers here already" in page.text
    assert LEFT_OFF not in page.text
    visitor.send()

    assert visitor.answers == IN_FILE.replace(clinic=hill)


def test_a_sheet_without_a_clinic_is_nobodys_business(visitor, restored):
    assert LEFT_OFF not in restored(IN_FILE.replace(clinic=None)).text
    visitor.send()
    assert visitor.answers == IN_FILE.replace(clinic=None)


def test_the_clinic_whose_link_brought_the_person_today_goes_before(visitor, restored):
    some_clinic()
    today = contact_of(some_clinic(slug="hill", name="Hill Practice"))
    visitor.has(Answers(clinic=today, country="us"))
    page = restored(IN_FILE)
    # The link alone is nothing to lose.
    assert "You have other answers here already" not in page.text
    visitor.send()

    assert visitor.answers == IN_FILE.replace(clinic=today)


def test_a_clinic_with_a_longer_name_than_there_is_room_for_is_left_off(monkeypatch):
    clinic = some_clinic(name="A name of so many letters that nobody has ever heard them all")
    full = sealed_cookie.seal(IN_FILE.replace(clinic=None, shared_computer=True))
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", len(full) + sealed_cookie.SPARE)
    assert with_known_clinic(IN_FILE, brought_by=contact_of(clinic)).clinic is None
