"""A clinic's link: it greets, starts the form, and never touches answers unasked."""

from __future__ import annotations

import time

import pytest
from builders import full_answers, long_notes, some_answers, some_clinic
from django.db import OperationalError
from django.utils.html import escape

from appointments.answers import Answers
from appointments.models import Clinic
from appointments.sealed_cookie import seal
from appointments.sharing import clinics
from appointments.sharing import views as clinic_views
from appointments.sharing.clinics import contact_of

pytestmark = pytest.mark.django_db

LINK = "/c/riverside/"
FROM = "/appointment/from-clinic/riverside/"
START = "/appointment/"
CHECK = "/appointment/check-your-answers/"
OFF = "/appointment/clinic/"
VEGAN = some_answers(diet={"has": "some", "chosen": ["vegan"]})


@pytest.fixture(autouse=True)
def counted(monkeypatch):
    """Keep what is counted, and write nothing."""
    counts = []
    monkeypatch.setattr(clinic_views, "count", lambda what, slug: counts.append((what, slug)))
    return counts


@pytest.fixture
def clinic() -> Clinic:
    return some_clinic()


@pytest.fixture
def _no_database(monkeypatch):
    def fail(*_args, **_kwargs):
        raise OperationalError("the server does not answer")

    monkeypatch.setattr(Clinic.objects, "filter", fail)


def to_the_form(visitor):
    """Follow the button that leads to the form without any clinic."""
    visitor.open(visitor.page.one("a", class_="button").attrs["href"])
    assert visitor.url == START


def start(visitor):
    """Press Start on the clinic's page."""
    visitor.open(LINK)
    return visitor.send(FROM)


def test_the_page_greets_in_the_clinics_name_and_says_what_to_bring(visitor, clinic):
    page = visitor.open(LINK)

    assert visitor.status == 200
    assert page.heading == f"Get ready for your visit at {clinic.name}"
    assert page.one("a", class_="phone").attrs["href"] == "tel:+442079460000"
    for words in (clinic.phone, clinic.hours, clinic.languages, "A list of <i>allergies</i>"):
        assert words in page.text
    assert "nothing is sent to the clinic" in page.text
    assert page.one("form", action=FROM).attrs["method"] == "post"


def test_what_the_clinic_did_not_say_leaves_no_gap(visitor):
    some_clinic(hours="", languages="", please_bring="")
    text = visitor.open(LINK).text
    assert "Please bring" not in text
    assert "Phone hours" not in text
    assert "Languages" not in text


def test_the_page_knows_nobody(visitor, clinic):
    visitor.has(VEGAN)
    response = visitor.client.get(LINK)
    # The answers' cookies stay under the address of the form; only the form's guard is set here.
    assert set(response.cookies) == {"csrftoken"}
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert visitor.open(LINK).one("meta", name="robots").attrs["content"] == "noindex"


@pytest.mark.parametrize(
    "address",
    ["/C/riverside/", "/c/Riverside/", "/C/RIVERSIDE/", "/c/riverside,/", "/c/riverside)./",
     "/c/(riverside%20/", "/c/riverside&/", "/C/riverside./"],
)  # fmt: skip
def test_capital_letters_lead_to_the_same_page(visitor, clinic, address):
    response = visitor.client.get(address)
    assert response.status_code == 301
    assert response.headers["Location"] == LINK


@pytest.mark.parametrize(
    "written", ["st%20mary", "St_Mary", "st-mary%22", "%E2%80%9Cst-mary%E2%80%9D"]
)
def test_blanks_and_signs_around_a_link_do_not_matter(visitor, written):
    some_clinic(slug="st-mary")
    for start in ("c", "C"):
        response = visitor.client.get(f"/{start}/{written}/")
        assert (response.status_code, response.headers["Location"]) == (301, "/c/st-mary/")
    response = visitor.client.get(f"/C/{written}/share/")
    assert (response.status_code, response.headers["Location"]) == (301, "/c/st-mary/share/")


@pytest.mark.parametrize("slug", ["%5Celsewhere.example", "http:elsewhere.example", ",", "%0d%0aX"])
def test_nobody_is_led_to_another_site(visitor, slug):
    for address in (f"/c/{slug}/", f"/C/{slug}/", f"/C/{slug}/share/"):
        response = visitor.client.get(address)
        assert response.headers.get("Location", "/c/").startswith("/c/")
        assert visitor.client.get(address, follow=True).status_code == 404


def test_the_last_slash_may_be_missing(visitor, clinic):
    response = visitor.client.get("/c/riverside", follow=True)
    assert response.redirect_chain == [(LINK, 301)]


@pytest.mark.parametrize("slug", ["riversde", "river%20side", "%00", "ж", "a" * 300])
@pytest.mark.parametrize("address", ["/c/{}/", "/appointment/from-clinic/{}/"])
def test_a_link_that_is_not_known_helps_on(visitor, clinic, slug, address):
    page = visitor.open(address.format(slug))
    assert visitor.status == 404
    assert page.heading == "We do not know this link"
    assert "check the spelling" in page.text
    to_the_form(visitor)
    assert visitor.page.heading == "Prepare for your appointment"


@pytest.mark.usefixtures("_no_database")
@pytest.mark.parametrize("address", [LINK, FROM])
def test_without_a_database_the_form_is_still_there(visitor, address):
    page = visitor.open(address)
    assert visitor.status == 503
    assert page.heading == "We cannot show the clinic’s details right now"
    to_the_form(visitor)
    assert visitor.page.heading == "Prepare for your appointment"


def test_a_database_that_fails_is_left_alone_for_a_moment(visitor, clinic, monkeypatch):
    asked = []

    def fail(*_args, **_kwargs):
        asked.append(1)
        raise OperationalError("the server does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(Clinic.objects, "filter", fail)
        for address in (LINK, FROM, f"{LINK}share/"):
            visitor.open(address)
            assert visitor.status == 503
    assert len(asked) == 1

    later = time.time() + clinics.REST_SECONDS + 1
    monkeypatch.setattr(time, "time", lambda: later)
    visitor.open(LINK)
    assert visitor.status == 200


def test_a_retired_link_says_so_and_leads_to_the_general_form(visitor, counted):
    some_clinic(retired=True)
    page = visitor.open(LINK)
    assert visitor.status == 200
    assert page.heading == "This link is no longer handed out"
    assert "tel:" not in page.html
    visitor.send(FROM, choice="without")
    assert visitor.url == START
    assert visitor.visit.state == "new"

    visitor.post(FROM)  # from a page that was open before
    assert visitor.url == LINK
    assert visitor.visit.state == "new"


@pytest.mark.parametrize("slug", ["riverside", "hill"])
def test_a_retired_clinic_is_taken_off_and_another_one_stays(visitor, clinic, slug):
    contact = contact_of(clinic).model_copy(update={"slug": slug})
    visitor.has(VEGAN.replace(clinic=contact))
    Clinic.objects.update(retired=True)

    assert "taken off when you go on" in visitor.open(LINK).text
    button = visitor.page.one("button", name="choice")
    page = visitor.send(FROM, choice=button.attrs["value"])

    assert visitor.url == START
    assert visitor.answers == VEGAN.replace(clinic=None if slug == "riverside" else contact)
    assert (clinic.name in page.heading) == (slug == "hill")


def test_without_is_nothing_to_send_to_a_clinic_that_is_in_use(visitor, clinic):
    before = VEGAN.replace(clinic=contact_of(clinic))
    visitor.has(before)
    visitor.post(FROM, choice="without")
    assert visitor.answers == before


def test_the_form_starts_with_the_clinic_its_country_and_its_paper(visitor, clinic, counted):
    page = start(visitor)

    assert visitor.url == START
    assert page.heading == f"Preparing for your visit at {clinic.name}"
    assert visitor.filled()["country"] == "england"
    assert "You have answers here already" not in page.text
    assert visitor.answers == Answers(clinic=contact_of(clinic), country="england")

    visitor.send(preparing_for="self")
    assert visitor.answers.clinic == contact_of(clinic)
    assert "I need A4 paper" in visitor.open("/appointment/summary/").text
    assert counted == [("opened", "riverside"), ("started", "riverside")]


def test_pressing_start_twice_asks_nothing(visitor, clinic):
    start(visitor)
    assert start(visitor).heading.startswith("Preparing")


def test_a_look_at_the_form_part_starts_nothing(visitor, clinic, counted):
    visitor.open(FROM)
    assert visitor.url == LINK
    assert visitor.visit.state == "new"
    assert counted == [("opened", "riverside")]


def test_answers_that_are_there_are_asked_about_and_stay_until_then(visitor, clinic, counted):
    visitor.has(VEGAN)
    page = start(visitor)

    assert visitor.url == FROM
    assert page.heading == "You have answers here already"
    assert visitor.answers == VEGAN
    assert counted == [("opened", "riverside")]


def test_going_on_keeps_every_answer_and_adds_the_clinic(visitor, clinic, counted):
    visitor.has(VEGAN)
    assert "another country" not in start(visitor).text
    visitor.press("choice", "continue")

    assert visitor.url == "/appointment/nitrous-oxide/"
    assert visitor.answers == VEGAN.replace(clinic=contact_of(clinic))
    assert counted[-1] == ("started", "riverside")


def test_going_on_from_another_country_asks_where_the_patient_is(visitor, clinic):
    visitor.has(VEGAN.replace(country="us"))
    page = start(visitor)
    assert "Where you are, by your answers: United States." in page.text

    visitor.press("choice", "continue")
    assert visitor.url == f"{START}?change=1"
    assert visitor.filled()["country"] == "us"
    visitor.send(country="england")
    assert visitor.url == CHECK
    assert visitor.answers == VEGAN.replace(clinic=contact_of(clinic))


def test_going_on_with_all_answered_leads_to_the_check_page(visitor, clinic):
    visitor.has(full_answers())
    start(visitor)
    visitor.press("choice", "continue")
    assert visitor.url == CHECK


def test_who_comes_again_by_the_same_link_reads_that_the_answers_stay(visitor, clinic):
    visitor.has(VEGAN.replace(clinic=contact_of(clinic)))
    page = start(visitor)
    assert "Your answers stay." in page.text
    assert "are put on your sheet" not in page.text


def test_going_on_says_which_clinic_makes_room(visitor, clinic):
    other = contact_of(clinic).model_copy(update={"slug": "hill", "name": "Hill Practice"})
    visitor.has(VEGAN.replace(clinic=other))
    assert "takes the place of Hill Practice" in start(visitor).text
    visitor.press("choice", "continue")
    assert visitor.answers.clinic == contact_of(clinic)


def test_starting_fresh_deletes_them_when_asked_to(visitor, clinic):
    visitor.has(VEGAN.replace(shared_computer=True))
    start(visitor)
    visitor.press("choice", "fresh")

    assert visitor.url == START
    fresh = Answers(clinic=contact_of(clinic), country="england", shared_computer=True)
    assert visitor.answers == fresh


def test_without_room_the_answers_stay_as_they_are(visitor, clinic, monkeypatch):
    from appointments import sealed_cookie  # noqa: PLC0415 (the test changes its limit)

    full = some_answers(**long_notes())
    visitor.has(full)
    start(visitor)
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", len(seal(full)) + sealed_cookie.SPARE)
    page = visitor.press("choice", "continue")

    assert visitor.status == 422
    assert "There is no room left" in page.text
    assert visitor.answers == full


def test_answers_that_were_closed_are_not_lost_in_silence(visitor, clinic):
    visitor.has(VEGAN)
    visitor.client.cookies["b12-answers-1"] = "nonsense"
    page = start(visitor)
    assert visitor.url == START
    assert "Your earlier answers are no longer here" in page.text


def test_the_clinic_is_taken_off_and_nothing_else(visitor, clinic):
    visitor.has(VEGAN.replace(clinic=contact_of(clinic)))
    page = visitor.open(CHECK)
    assert clinic.name in page.text
    page = visitor.open(page.one("a", href=f"{OFF}?change=1").attrs["href"])
    assert page.heading == "Is this your clinic?"
    assert visitor.answers.clinic
    visitor.send()

    assert visitor.url == CHECK
    assert visitor.answers == VEGAN
    assert clinic.name not in visitor.page.text


def test_on_the_first_page_too(visitor, clinic):
    start(visitor)
    visitor.follow("Not your clinic?")
    page = visitor.send()
    assert visitor.url == START
    assert page.heading == "Prepare for your appointment"


def test_without_a_clinic_there_is_none_to_take_off(visitor):
    visitor.open(OFF)
    assert visitor.url == START
    visitor.has(VEGAN)
    visitor.open(f"{OFF}?change=1")
    assert visitor.url == CHECK


def test_deleting_the_answers_deletes_it_too(visitor, clinic):
    start(visitor)
    visitor.open("/appointment/clear/")
    visitor.send()
    assert visitor.visit.state == "new"
    assert visitor.open(START).heading == "Prepare for your appointment"


def test_a_clinics_words_are_never_markup(visitor, clinic):
    danger = some_answers(
        clinic=contact_of(clinic), country="us", safety={"happening": ["cord_signs"]}
    )
    pages = {LINK: VEGAN, FROM: VEGAN, OFF: danger, "/appointment/diet/": danger}
    pages |= {START: Answers(clinic=contact_of(clinic))}
    read = danger.replace(acknowledged=("cord_signs",))
    pages |= dict.fromkeys((CHECK, "/appointment/summary/", "/appointment/message/"), read)
    for address, answers in pages.items():
        visitor.has(answers)
        html = visitor.open(address).html
        assert escape(clinic.name) in html, address
        assert clinic.name not in html, address
        assert "<i>" not in html, address


def test_on_red_flag_pages_its_number_comes_after_the_emergency_number(visitor, clinic):
    visitor.has(
        some_answers(
            clinic=contact_of(clinic), country="england", safety={"happening": ["chest_pain"]}
        )
    )
    page = visitor.open("/appointment/diet/")
    phones = [e for e in page.all("a") if e.attrs.get("class", "").startswith("phone")]
    assert [(e.attrs["href"], e.attrs["class"]) for e in phones] == [
        ("tel:999", "phone"),
        ("tel:+442079460000", "phone phone--quiet"),
    ]
    assert clinic.hours in page.text
    assert "Do not wait until somebody answers there." in page.text
    assert f"After that, tell your clinic, {clinic.name}" in page.text
