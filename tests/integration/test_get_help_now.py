"""The page "When to get help now" names every sign that may be shown, and every number."""

from dataclasses import replace
from datetime import date
from inspect import unwrap

import pytest
from django.urls import reverse

from appointments import stops
from appointments.catalogue.countries import COUNTRIES
from appointments.catalogue.entry import Evidence, shown
from appointments.catalogue.red_flags import RED_FLAGS
from content.library import get_source
from tests.pages import lint


@pytest.fixture
def page(client):
    return lint(client.get(reverse("get-help-now")))


@pytest.mark.parametrize("flag", shown(RED_FLAGS), ids=lambda flag: flag.id)
def test_every_sign_stands_with_what_to_do(page, flag):
    assert str(flag.wording) in page.text
    assert str(flag.action) in page.text


def test_signs_from_memory_are_not_shown(page):
    hidden = [flag for flag in RED_FLAGS if flag.evidence is Evidence.MEMORY]

    assert hidden
    assert not [flag for flag in hidden if str(flag.wording) in page.text]


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.id)
def test_every_number_can_be_dialed(page, country):
    links = {(link.text.strip(), link.attrs["href"]) for link in page.all("a", class_="phone")}

    for contact in (*country.emergency, *country.urgent, *country.crisis):
        if contact.number:
            assert (contact.number, f"tel:{contact.tel}") in links
        else:
            assert str(contact.label) in page.text


def test_emergency_numbers_come_before_anything_else(page):
    assert page.text.index("911") < page.text.index("Get emergency help now")


def test_the_day_of_the_check_is_that_of_the_source_checked_longest_ago(rf, monkeypatch):
    oldest = shown(RED_FLAGS)[-1].sources[0]

    def checked(source):
        return replace(get_source(source), checked_on=date(2031, 5, 2 if source == oldest else 9))

    monkeypatch.setattr(stops, "get_source", checked)
    page = lint(unwrap(stops.get_help_now)(rf.get(reverse("get-help-now"))))
    assert "Checked against these sources on May 2, 2031." in page.text


def test_it_is_one_link_away_on_every_page(client):
    for name in ("home", "privacy", "appointment-start"):
        link = lint(client.get(reverse(name))).one("a", class_="help")
        assert link.attrs["href"] == reverse("get-help-now")
