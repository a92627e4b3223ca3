"""The blank form for everybody, and the appointment for one's own calendar."""

import pytest
from builders import some_answers
from django.urls import reverse
from icalendar import Calendar
from pages import lint

from tests.pdf_checks import page_count, says


def test_the_page_of_the_blank_form_leads_to_its_four_versions(client):
    page = lint(client.get(reverse("blank-form")))
    links = [a.attrs["href"] for a in page.all("a") if ".pdf" in a.attrs["href"]]
    assert links == [
        "/blank-form.pdf?paper=a4",
        "/blank-form.pdf?paper=a4&size=large",
        "/blank-form.pdf?paper=letter",
        "/blank-form.pdf?paper=letter&size=large",
    ]
    assert reverse("get-help-now") in {a.attrs["href"] for a in page.all("a")}


def test_the_blank_form_is_public_and_may_be_kept_for_an_hour(client):
    response = client.get("/blank-form.pdf?paper=letter")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Cache-Control"] == "public, max-age=3600"
    assert not response.cookies
    assert says(response.content, "Part 2 of 8 Safety")


def test_an_option_that_is_not_there_gives_the_plain_form(client):
    plain = client.get("/blank-form.pdf").content
    assert client.get("/blank-form.pdf?paper=a5&size=huge").content == plain
    assert page_count(client.get("/blank-form.pdf?size=large").content) > page_count(plain)


def test_it_holds_nothing_of_a_visitor(visitor):
    before = visitor.client.get("/blank-form.pdf").content
    visitor.has(some_answers(about={"name": "A. Patient"}))
    assert visitor.client.get("/blank-form.pdf").content == before


def test_the_appointment_goes_into_a_calendar(visitor):
    visitor.has(some_answers(about={"appointment_on": "2026-12-03", "appointment_with": "Dr. Lee"}))
    page = visitor.open("/appointment/summary/")
    assert [a.text for a in page.all("a", href="/appointment/appointment.ics")] == [
        "Add to my calendar"
    ]
    response = visitor.client.get("/appointment/appointment.ics")
    assert response.headers["Content-Type"] == "text/calendar"
    assert "no-store" in response.headers["Cache-Control"]
    assert "appointment.ics" in response.headers["Content-Disposition"]
    [event] = Calendar.from_ical(response.content).events
    assert event.start.isoformat() == "2026-12-03"
    assert b"Lee" not in response.content


def test_without_a_date_there_is_nothing_to_add(visitor):
    visitor.has(some_answers())
    page = visitor.open("/appointment/summary/")
    assert not page.all("a", href="/appointment/appointment.ics")
    assert visitor.client.get("/appointment/appointment.ics").url == reverse("summary")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_they_are_only_read(client, method):
    for name in ("blank-form", "blank-form-pdf", "appointment-file"):
        assert getattr(client, method)(reverse(name)).status_code == 405


def test_a_stranger_is_led_to_the_start(client):
    response = client.get("/appointment/appointment.ics")
    assert response.url == reverse("appointment-start")
