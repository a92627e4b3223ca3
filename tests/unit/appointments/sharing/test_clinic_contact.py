"""What of a clinic travels with the answers, and where its phone number stands."""

from __future__ import annotations

import pytest
from builders import some_answers

from appointments.answers import Answers
from appointments.catalogue.countries import COUNTRIES
from appointments.catalogue.red_flags import RED_FLAGS, Route
from appointments.clinic_contact import ClinicContact
from appointments.stops import contacts

CLINIC = ClinicContact(slug="riverside", name="Riverside Clinic", phone="020 7946 0000")


@pytest.mark.parametrize(
    ("phone", "tel"),
    [
        ("020 7946 0000", "02079460000"),
        ("(212) 555-0123", "2125550123"),
        ("+1 212.555.0123", "+12125550123"),
        ("+44 (0)20 7946 0000", "+442079460000"),
        ("0044 (0)20 7946 0000", "00442079460000"),
        ("(0)20 7946 0000", "02079460000"),
        ("111", "111"),
    ],
)
def test_the_number_is_dialed_as_it_is_read(phone, tel):
    assert CLINIC.model_copy(update={"phone": phone}).tel == tel


def test_the_clinics_paper_goes_before_the_countrys():
    assert some_answers(country="us").paper == "letter"
    assert some_answers(country="us", clinic=CLINIC).paper == "a4"
    assert some_answers(country="england").paper == "a4"
    assert some_answers(country=None).paper == "a4"


def test_a_link_alone_is_not_an_answer():
    brought = Answers(clinic=CLINIC, country="us", shared_computer=True)
    assert brought.are_untouched
    assert Answers().are_untouched
    assert not some_answers().are_untouched
    assert not brought.replace(acknowledged=("collapse",)).are_untouched


def test_the_clinic_survives_the_way_through_a_file():
    answers = some_answers(clinic=CLINIC)
    assert Answers.from_json(answers.to_json()).clinic == CLINIC


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.id)
@pytest.mark.parametrize("route", Route)
def test_every_route_names_the_clinic_and_no_emergency_number_comes_after_it(country, route):
    names = [contact.number for contact in contacts(route, country, CLINIC)]
    assert names.count(CLINIC.phone) == 1
    before = names[: names.index(CLINIC.phone)]
    without = [contact.number for contact in contacts(route, country)]
    if route is Route.CLINICIAN:
        assert names == [CLINIC.phone, *without[1:]]
    elif route is Route.CLINICIAN_OR_EMERGENCY:
        emergency = [contact.number for contact in country.emergency]
        assert names == [*emergency, CLINIC.phone, *without[len(emergency) + 1 :]]
    else:
        assert before == names[:-1] == without


def test_whoever_should_call_an_ambulance_tells_the_clinic_afterwards():
    country = COUNTRIES[0]
    for route in (Route.EMERGENCY, Route.CRISIS):
        assert str(contacts(route, country, CLINIC)[-1].label) == (
            "After that, tell your clinic, Riverside Clinic"
        )
    assert str(contacts(Route.URGENT, country, CLINIC)[-1].label) == "Your clinic, Riverside Clinic"


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.id)
def test_what_to_do_names_the_emergency_number_only_where_it_stands_there(country):
    mentioned = [flag for flag in RED_FLAGS if "emergency number" in str(flag.action)]
    assert {"chest_pain", "suicidal", "rash_after"} <= {flag.id for flag in mentioned}
    for flag in mentioned:
        called = contacts(flag.route, country, CLINIC)
        assert set(country.emergency) <= set(called)
        clinic = next(contact for contact in called if contact.number == CLINIC.phone)
        assert clinic.quiet, flag.id


def test_the_clinics_line_says_when_somebody_answers_and_not_to_wait_for_it():
    open_late = CLINIC.model_copy(update={"hours": "Monday, 8 to 20"})
    for route in (Route.EMERGENCY, Route.CRISIS, Route.URGENT, Route.SENDER):
        notes = contacts(route, COUNTRIES[0], open_late)[-1].notes
        assert [str(note) for note in notes] == [
            "Monday, 8 to 20",
            "Do not wait until somebody answers there.",
        ]
    clinician = contacts(Route.CLINICIAN, COUNTRIES[0], open_late)[0]
    assert (clinician.notes, clinician.quiet) == (("Monday, 8 to 20",), False)
