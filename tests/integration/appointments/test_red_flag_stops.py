"""Answers that cannot wait: the page that says whom to contact now, once."""

from __future__ import annotations

import pytest
from builders import long_notes, some_answers

from appointments import sealed_cookie
from appointments.catalogue.entry import shown
from appointments.catalogue.red_flags import RED_FLAGS

ANY = "/appointment/diet/"
CHECK = "/appointment/check-your-answers/"
SUMMARY = "/appointment/summary/"
SYMPTOM = {"symptoms": [{"symptom": "unsteady"}]}


def test_what_is_happening_now_stops_the_way_and_loses_nothing(visitor):
    visitor.has(some_answers(country="us"))
    visitor.open("/appointment/safety/")
    page = visitor.send(happening=["chest_pain", "rash_after"], past="Fainted in 2020")
    assert visitor.stopped
    assert page.heading == "Get emergency help now"
    assert page.text.index("Chest pain") < page.text.index("Rash")

    visitor.read_on()

    assert visitor.page.heading == "About you and your appointment"
    assert visitor.answers.safety.happening == ("chest_pain", "rash_after")
    assert visitor.answers.safety.past == "Fainted in 2020"


@pytest.mark.parametrize(
    ("symptom", "said", "heading"),
    [
        ("unsteady", {"recent": "yes"}, "Get medical help today"),
        ("confusion", {"recent": "yes"}, "Get emergency help now"),
        ("bladder", {"recent": "yes"}, "Get emergency help now"),
        ("blurred", {"trend": "worse"}, "Get medical help today"),
        ("numbness", {"trend": "worse"}, "Contact your clinician soon"),
        ("bladder", {"recent": "unknown"}, "Contact your clinician soon"),
        ("unsteady", {"trend": "better"}, "Contact your clinician soon"),
    ],
)
def test_a_symptom_that_is_new_or_worse_stops_the_way(visitor, symptom, said, heading):
    visitor.has(some_answers(symptoms=[{"symptom": symptom}, {"symptom": "fatigue"}]))
    visitor.open("/appointment/symptom-details/1/")
    visitor.send(since="last week", **said)
    assert visitor.stopped
    assert visitor.page.heading == heading

    visitor.read_on()

    assert visitor.url == "/appointment/symptom-details/2/"
    assert not visitor.stopped
    assert visitor.answers.symptoms.entries[0].since == "last week"


@pytest.mark.parametrize("said", [{"recent": "no", "trend": "same"}, {}])
def test_a_symptom_that_is_neither_does_not(visitor, said):
    visitor.has(some_answers(**SYMPTOM))
    visitor.open("/appointment/symptom-details/1/")
    visitor.send(**said)

    assert visitor.url == "/appointment/lab-results/"
    assert not visitor.stopped


def test_the_reports_own_critical_mark_stops_the_way(visitor):
    visitor.has(some_answers(country="england", lab_results=[{"test": "potassium"}]))
    visitor.open("/appointment/lab-result/1/")
    visitor.send(value="6.9", unit="mmol_per_l", flag="critical")
    if visitor.status == 422:
        visitor.send()  # an unusual number: asked about once
    assert visitor.stopped
    assert "that sent the report" in visitor.page.text
    assert visitor.page.one("a", class_="phone").attrs["href"] == "tel:111"

    visitor.read_on()

    assert visitor.url == "/appointment/lab-timing/1/"
    assert visitor.answers.lab_results.entries[0].value == "6.9"


@pytest.mark.parametrize("value", ["2", "1500"])
def test_a_number_alone_never_does(visitor, value):
    visitor.has(some_answers(lab_results=[{"test": "b12_total"}]))
    visitor.open("/appointment/lab-result/1/")
    visitor.send(value=value, unit="pg_per_ml", lab_range="200-900")
    if visitor.status == 422:
        visitor.send()

    assert visitor.url == "/appointment/lab-timing/1/"
    assert not visitor.stopped


def test_pregnancy_with_symptoms_stops_the_way(visitor):
    visitor.has(some_answers(**SYMPTOM))
    visitor.open("/appointment/pregnancy/")
    visitor.send(status="pregnant")
    assert visitor.stopped
    visitor.read_on()

    assert visitor.url == "/appointment/cautions/"
    assert visitor.answers.pregnancy.status == "pregnant"


def test_what_was_read_is_not_shown_again_until_something_new_comes(visitor):
    visitor.has(some_answers(**SYMPTOM))
    visitor.open("/appointment/safety/")
    visitor.send(happening=["rash_after"])
    visitor.read_on()
    for page in ("safety", "about", "diet"):
        visitor.open(f"/appointment/{page}/")
        visitor.send()
        assert not visitor.stopped

    visitor.open("/appointment/safety/")
    page = visitor.send(happening=["rash_after", "collapse"])

    assert visitor.stopped
    assert "fainting" in page.text


@pytest.mark.parametrize("address", [ANY, "/appointment/", "/appointment/lab-test/new/", CHECK])
def test_passing_the_page_by_does_not_help_and_reading_it_leads_on(visitor, address):
    visitor.has(some_answers(safety={"happening": ["collapse"]}))
    visitor.open(address)
    assert visitor.stopped
    visitor.read_on()

    assert visitor.url == address
    assert not visitor.stopped


def test_what_was_sent_from_a_page_that_was_open_before_is_kept(visitor):
    visitor.has(some_answers())
    visitor.open("/appointment/about/")
    visitor.has(some_answers(safety={"happening": ["collapse"]}))
    visitor.send(name="A. Patient")
    assert visitor.stopped
    visitor.read_on()

    assert visitor.url == "/appointment/symptoms/"
    assert visitor.answers.about.name == "A. Patient"


def test_adding_an_entry_goes_on_after_the_page_was_read(visitor):
    visitor.has(some_answers())
    visitor.open("/appointment/lab-results/?change=1")
    visitor.has(some_answers(safety={"happening": ["collapse"]}))
    visitor.send(add="some")
    visitor.read_on()

    assert visitor.url == "/appointment/lab-test/new/?change=list"
    assert not visitor.stopped


def test_no_address_tells_that_somebody_saw_the_page(visitor):
    visitor.open("/appointment/safety/")
    visitor.send(happening=["suicidal"])
    visitor.read_on()
    with_flag = [exchange.url for exchange in visitor.exchanges]

    assert set(with_flag) == {"/appointment/safety/", "/appointment/about/"}


def test_what_is_over_does_not_alarm_and_is_on_the_sheet(visitor):
    visitor.open("/appointment/safety/")
    visitor.send(happening=["none"], past="Chest pain in 2020")
    assert not visitor.stopped

    for address in (CHECK, SUMMARY):
        page = visitor.open(address)
        assert "Earlier, and over now: Chest pain in 2020" in page.text
        assert "should not wait" not in page.text


def test_none_and_something_cannot_both_be_right(visitor):
    visitor.open("/appointment/safety/")
    page = visitor.send(happening=["none", "clot"])

    assert page.errors == ["Choose what is happening, or “None of these”. Both cannot be right"]


def test_from_the_check_page_the_stop_leads_back_there(visitor):
    visitor.has(some_answers())
    visitor.open("/appointment/safety/?change=1")
    visitor.send(happening=["clot"])
    assert visitor.stopped
    visitor.read_on()

    assert visitor.url == CHECK
    assert not visitor.stopped


def test_somebody_whose_storage_is_full_can_go_on_too(visitor, monkeypatch):
    asked = [flag.id for flag in shown(RED_FLAGS) if flag.asked]
    answers = some_answers(safety={"happening": asked}, **long_notes())
    visitor.has(answers)
    full = len(sealed_cookie.seal(answers)) + sealed_cookie.SPARE
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", full)
    visitor.open("/appointment/safety/")
    visitor.read_on()
    assert not visitor.stopped
    assert set(visitor.answers.acknowledged) >= set(asked)

    visitor.send()
    assert visitor.url == "/appointment/about/"
    page = visitor.send(appointment_with="One word more, and it does not fit")
    assert page.errors[0].startswith("There is no room for this")


def test_what_was_raised_in_another_tab_is_not_taken_as_read(visitor):
    visitor.has(some_answers(safety={"happening": ["collapse"]}))
    visitor.open(ANY)
    assert visitor.stopped
    visitor.has(some_answers(safety={"happening": ["collapse", "cauda_equina"]}))
    visitor.read_on()

    assert visitor.stopped
    assert visitor.answers.acknowledged == ("collapse",)
    visitor.read_on()
    assert not visitor.stopped
    assert set(visitor.answers.acknowledged) == {"collapse", "cauda_equina"}


def test_nobody_is_stopped_again_to_hear_the_same_or_less(visitor):
    visitor.has(some_answers(safety={"happening": ["collapse"]}))
    visitor.open(ANY)
    visitor.read_on()
    for more in ("clot", "cord_signs", "rash_after"):
        visitor.has(
            visitor.answers.replace(
                safety=visitor.answers.safety.model_copy(update={"happening": ("collapse", more)})
            )
        )
        visitor.open(ANY)
        assert not visitor.stopped, more
        assert "Call the emergency number now." in visitor.open(CHECK).text


def test_a_mistake_can_be_mended_before_going_on(visitor):
    visitor.has(some_answers(country="us"))
    visitor.open("/appointment/safety/")
    visitor.send(happening=["chest_pain"])
    assert visitor.stopped
    visitor.follow("I made a mistake. Change my answer")

    assert visitor.page.heading == "First, a safety check"
    visitor.send(happening=["none"])
    assert not visitor.stopped
    assert visitor.url == "/appointment/about/"


def test_only_what_is_on_the_page_can_be_taken_as_read(visitor):
    visitor.has(some_answers(safety={"happening": ["collapse"]}))
    visitor.open(ANY)
    visitor.press("read", "flags", shown=["collapse", "clot", "nonsense"])

    assert visitor.answers.acknowledged == ("collapse",)


@pytest.mark.parametrize("address", [ANY, "/appointment/"])
def test_a_page_to_read_first_has_a_link_to_the_sheet(visitor, address):
    visitor.has(some_answers(safety={"happening": ["collapse"]}))
    visitor.open(address)
    visitor.follow("Stop here and print")

    assert visitor.url == SUMMARY
