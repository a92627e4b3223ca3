"""Dates in three boxes, and the word for people under 16."""

from __future__ import annotations

from datetime import date

import pytest
from builders import some_answers
from django.utils import timezone

ABOUT = "/appointment/about/"
NO_SUCH_DAY = "Check the date: there is no such day. An example is 2 April 1961"
NOT_BORN = "Check the year of birth: the date must be in the past, after 1900"

TODAY = timezone.localdate


def boxes(field: str, day: str, month: str, year: str) -> dict[str, str]:
    return {f"{field}_day": day, f"{field}_month": month, f"{field}_year": year}


def born(day: str, month: str, year: str) -> dict[str, str]:
    return boxes("date_of_birth", day, month, year)


def years_ago(years: int, *, days: int = 0) -> dict[str, str]:
    """Return a birthday so many years before today, and some days after that."""
    today = TODAY()
    # On February 29 there is no such birthday in most years: March 1 it is, as in law.
    leap = (today.month, today.day) == (2, 29) and years % 4
    day = date(today.year - years, 3, 1) if leap else today.replace(year=today.year - years)
    day = date.fromordinal(day.toordinal() + days)
    return born(str(day.day), str(day.month), str(day.year))


@pytest.fixture
def about(visitor):
    """Return somebody at the page about the person."""
    visitor.open(ABOUT)
    return visitor


@pytest.mark.parametrize(
    "month", ["4", "04", "April", "april", "APRIL", "Apr", "apr.", " April ", "aprl"]
)
def test_the_month_may_be_a_number_or_a_name(about, month):
    about.send(**born("2", month, "1961"))

    assert about.answers.about.date_of_birth == date(1961, 4, 2)
    assert "2 April 1961" in about.open("/appointment/check-your-answers/").text


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_known_by_name(about, number):
    name = date(2000, number, 1).strftime("%B")
    about.send(**boxes("appointment_on", "1", name, "2027"))

    assert about.answers.about.appointment_on == date(2027, number, 1)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("2", "4", ""), "Add a year, or leave all three boxes empty"),
        (("", "4", "1961"), "Add a day, or leave all three boxes empty"),
        (("", "", "1961"), "Add a day and a month, or leave all three boxes empty"),
        (("31", "2", "1961"), NO_SUCH_DAY),
        (("29", "2", "2023"), NO_SUCH_DAY),
        (("0", "4", "1961"), NO_SUCH_DAY),
        (("2", "13", "1961"), NO_SUCH_DAY),
        (("2", "Smarch", "1961"), NO_SUCH_DAY),
        (("two", "4", "1961"), NO_SUCH_DAY),
        (("2", "4", "61"), NO_SUCH_DAY),
        (("999999999999", "4", "1961"), NO_SUCH_DAY),
        (("2", "9" * 60, "1961"), NO_SUCH_DAY),
        (("-2", "4", "1961"), NO_SUCH_DAY),
        (("2", "4", "9" * 81), "Shorten this to 80 characters or fewer. It has 81 now"),
    ],
)
@pytest.mark.parametrize("field", ["date_of_birth", "appointment_on"])
def test_a_date_that_cannot_be_is_given_back_with_what_to_do(about, field, typed, says):
    page = about.send(name="A. Patient", **boxes(field, *typed))

    assert about.status == 422
    assert page.errors == [says]
    assert about.filled() | boxes(field, *typed) == about.filled()
    assert about.filled()["name"] == "A. Patient"


@pytest.mark.parametrize("typed", [("31", "12", "1899"), ("2", "4", "2961"), ("2", "4", "1161")])
def test_a_birthday_is_in_the_past_and_not_too_long_ago(about, typed):
    assert about.send(**born(*typed)).errors == [NOT_BORN]


def test_a_birthday_is_not_tomorrow(about):
    assert about.send(**years_ago(0, days=1)).errors == [NOT_BORN]


def test_no_date_is_fine(about):
    about.send()

    assert about.answers.about.date_of_birth is None
    assert about.url == "/appointment/symptoms/"


@pytest.mark.parametrize(
    ("age", "days", "stops"), [(16, 1, True), (16, 0, False), (17, 0, False), (0, 0, True)]
)
def test_the_guide_is_for_people_from_their_sixteenth_birthday(about, age, days, stops):
    about.send(**years_ago(age, days=days))

    assert about.stopped is stops


def test_somebody_under_16_is_told_whom_to_see_and_can_go_on(about):
    page = about.send(name="Kim", **years_ago(12))
    assert page.heading == "This guide is for people of 16 and over"
    assert "children’s doctor" in page.text

    about.read_on()
    assert about.url == "/appointment/symptoms/"
    assert about.answers.about.name == "Kim"

    about.open(ABOUT)
    about.send()
    assert about.url == "/appointment/symptoms/"
    assert "written for people of 16" in about.open("/appointment/summary/").text


def test_changed_from_the_check_page_the_word_comes_first_and_then_the_check_page(about):
    about.send()
    about.open(f"{ABOUT}?change=1")
    about.send(**years_ago(12))
    assert about.stopped
    about.read_on()

    assert about.url == "/appointment/check-your-answers/"


def test_a_caregiver_is_asked_for_a_name_and_others_are_not(visitor):
    visitor.open("/appointment/")
    visitor.send(preparing_for="other", country="us")
    visitor.open(ABOUT)
    visitor.send(caregiver_name="B. Daughter", caregiver_relationship="daughter")
    visitor.open("/appointment/")
    visitor.send(preparing_for="self")
    visitor.open(ABOUT)
    assert "caregiver_name" not in visitor.filled()
    visitor.send(name="A. Patient")

    # Nothing is lost if that was a slip.
    assert visitor.answers.about.caregiver_name == "B. Daughter"
    assert "Daughter" not in visitor.open("/appointment/summary/").text


@pytest.mark.parametrize(
    ("country", "order", "example"),
    [
        ("us", ["month", "day", "year"], "April 2 1961"),
        ("england", ["day", "month", "year"], "2 April 1961"),
        (None, ["day", "month", "year"], "2 April 1961"),
    ],
)
def test_the_boxes_stand_in_the_order_of_the_country(visitor, country, order, example):
    visitor.has(some_answers(country=country))
    page = visitor.open(ABOUT)
    names = [e.attrs["name"] for e in page.all("input", type="text")]

    for field in ("date_of_birth", "appointment_on"):
        assert [n for n in names if n.startswith(field)] == [f"{field}_{part}" for part in order]
    assert f"For example: {example}." in page.text

    page = visitor.send(**born("31", "2", "1961"))
    assert page.errors == [f"Check the date: there is no such day. An example is {example}"]
    visitor.send(**born("3", "2", "1961"))
    assert visitor.answers.about.date_of_birth == date(1961, 2, 3)


def test_the_page_about_a_caregiver_never_says_that_you_means_the_other(visitor):
    hint = "“You” means them"
    visitor.has(some_answers(by="other"))

    assert hint in visitor.open("/appointment/diet/").text
    page = visitor.open(ABOUT)
    assert hint not in page.text
    assert "Name of the caregiver (you)" in page.text
