"""Whom to call: the numbers of the person's own country, on the stop page, before and after."""

from __future__ import annotations

import pytest
from builders import full_answers, some_answers

ANY = "/appointment/diet/"
CHECK = "/appointment/check-your-answers/"
SUMMARY = "/appointment/summary/"


def phones(visitor) -> list[str]:
    """Return the numbers that the page offers to call."""
    links = [e.attrs.get("href", "") for e in visitor.page.all("a")]
    return [link.removeprefix("tel:") for link in links if link.startswith("tel:")]


@pytest.mark.parametrize(
    ("country", "emergency", "same_day"),
    [
        ("us", ["911"], ["18002221222", "911"]),
        ("england", ["999"], ["111", "999"]),
        ("canada", ["911"], ["811", "911"]),
        ("australia", ["000"], ["1800022222", "000"]),
        ("new_zealand", ["111"], ["0800611116", "111"]),
        ("elsewhere", [], []),
        (None, [], []),
    ],
)
def test_the_page_shows_the_numbers_of_the_country(visitor, country, emergency, same_day):
    visitor.has(some_answers(country=country, safety={"happening": ["chest_pain"]}))
    visitor.open(ANY)
    assert visitor.page.heading == "Get emergency help now"
    assert phones(visitor) == emergency

    visitor.has(some_answers(country=country, safety={"happening": ["cord_signs"]}))
    visitor.open(ANY)
    assert visitor.page.heading == "Get medical help today"
    assert phones(visitor) == same_day
    if not emergency:
        assert "Your local emergency number" in visitor.page.text


def test_thoughts_of_suicide_lead_to_the_crisis_line(visitor):
    visitor.has(some_answers(country="us", safety={"happening": ["suicidal"]}))
    visitor.open(ANY)

    assert phones(visitor) == ["988", "911"]


def test_the_check_page_and_the_sheet_remind_of_it_and_say_whom_to_call(visitor):
    visitor.has(some_answers(country="us", safety={"happening": ["clot"]}))
    visitor.open(CHECK)
    visitor.read_on()
    for address in (CHECK, SUMMARY):
        page = visitor.open(address)
        assert "Whom to contact, because of your answers" in page.text
        assert phones(visitor) == ["911"]


def test_nothing_is_said_where_nothing_is_wrong(visitor):
    visitor.has(full_answers())
    for address in (ANY, CHECK, SUMMARY):
        page = visitor.open(address)
        assert not visitor.stopped
        assert "Whom to contact" not in page.text
        assert not phones(visitor)
