"""Changing answers from the check page, and the way back."""

from __future__ import annotations

import pytest
from builders import full_answers, some_answers

CHECK = "/appointment/check-your-answers/"
PLAIN = [
    "",
    "safety/",
    "about/",
    "symptoms/",
    "symptom-details/1/",
    "lab-results/",
    "lab-timing/3/",
    "conditions/",
    "operations/",
    "operation-details/5/",
    "medicines/",
    "medicine-details/7/",
    "diet/",
    "nitrous-oxide/",
    "family/",
    "pregnancy/",
    "cautions/",
    "b12-tried/",
    "questions/",
    "question-order/",
]


@pytest.fixture
def told(visitor):
    """Return somebody who has answered every question."""
    visitor.has(full_answers())
    return visitor


@pytest.mark.parametrize("by", ["self", "other"])
def test_every_change_link_of_the_check_page_leads_to_a_page_and_back(visitor, by):
    visitor.has(full_answers(by=by))
    page = visitor.open(CHECK)
    links = {e.attrs["href"] for e in page.all("a") if e.text.strip().startswith("Change")}

    assert len(links) > 20
    for link in links:
        visitor.open(link)
        assert visitor.status == 200
        visitor.follow("Back")
        if "/lab-test/" in visitor.url:  # behind the result stands the page with its test
            visitor.follow("Back")
        assert visitor.url == CHECK


def test_every_change_link_says_what_it_changes(told):
    page = told.open(CHECK)
    words = [" ".join(e.text.split()) for e in page.all("a") if e.text.strip().startswith("Change")]

    assert "Change" not in words
    assert {"Change Medicines", "Change Metformin", "Change Ramipril"} <= set(words)


@pytest.mark.parametrize("page", PLAIN)
def test_a_change_returns_to_the_check_page_and_changes_nothing_else(told, page):
    before = told.answers
    told.open(f"/appointment/{page}?change=1")
    told.send()

    assert told.url == CHECK
    assert told.answers == before


def test_an_error_on_the_way_does_not_lose_the_way_back(told):
    told.open("/appointment/symptom-details/1/?change=1")
    told.send(since="x" * 99)
    assert told.status == 422
    assert told.page.one("a", class_="back").attrs["href"] == CHECK
    told.send(since="2020")

    assert told.url == CHECK
    assert told.answers.symptoms.entries[0].since == "2020"


@pytest.mark.parametrize(
    ("page", "picked", "details"),
    [
        ("symptoms", "memory", "symptom-details"),
        ("operations", "sleeve", "operation-details"),
        ("medicines", "omeprazole", "medicine-details"),
    ],
)
def test_a_newly_picked_entry_gets_its_page_before_the_way_back(told, page, picked, details):
    told.open(f"/appointment/{page}/?change=1")
    told.send(picked=[*told.filled()["picked"], picked], own_words="Cold nose")
    if told.status == 422:
        told.send()  # the entry in own words is taken away
    headings = []
    while told.url != CHECK:
        assert told.url.startswith(f"/appointment/{details}/")
        headings.append(told.page.heading)
        told.send()

    assert len(headings) == 1 + (page != "symptoms")  # the cold nose was there already
    assert told.answers.items


def test_a_result_added_from_the_check_page_leads_back_to_the_list_and_then_there(told):
    told.open("/appointment/lab-results/?change=1")
    told.send(add="more")
    told.send(test="hb")
    told.send(value="12.4", unit="g_per_dl")
    told.send(b12_before="none")
    assert told.url == "/appointment/lab-results/?change=1"
    assert len(told.answers.lab_results.entries) == 3
    told.send(add="enough")

    assert told.url == CHECK


def test_b12_added_from_the_check_page_leads_back_to_the_list_and_then_there(told):
    told.open("/appointment/b12-tried/?change=1")
    told.send(add="more")
    told.send(route="nasal")
    told.send(effect="better")
    assert told.url == "/appointment/b12-tried/?change=1"
    told.send(add="enough")

    assert told.url == CHECK


@pytest.mark.parametrize("page", ["lab-results", "b12-tried"])
def test_an_entry_removed_from_the_check_pages_list_leads_back_the_same_way(told, page):
    told.open(f"/appointment/{page}/?change=1")
    removes = [e for e in told.page.all("a") if e.text.strip().startswith("Remove")]
    told.open(removes[0].attrs["href"])
    assert told.page.one("a", class_="back").attrs["href"] == f"/appointment/{page}/?change=1"
    told.send()
    assert told.url == f"/appointment/{page}/?change=1"
    told.send()

    assert told.url == CHECK


def test_an_entry_changed_from_the_list_leads_back_to_the_list(told):
    told.open("/appointment/b12-tried/?change=1")
    told.follow("Change")
    told.send(dose="2,000")
    told.send()
    assert told.url == "/appointment/b12-tried/?change=1"
    told.follow("Back")

    assert told.url == CHECK
    assert told.answers.attempts.entries[0].dose == "2,000"


def test_the_product_changed_from_the_check_page_leads_on_to_what_came_of_it_and_back(told):
    told.open(CHECK)
    link = next(e for e in told.page.all("a") if "/b12-product/" in e.attrs.get("href", ""))
    told.open(link.attrs["href"])
    told.send(dose="2,000")
    assert "/b12-effect/" in told.url
    told.follow("Back")
    assert "/b12-product/" in told.url
    told.send()
    told.send(effect="better")

    assert told.url == CHECK


@pytest.mark.parametrize("by", ["self", "other"])
def test_back_leads_through_every_page_to_the_start(visitor, by):
    visitor.has(full_answers(by=by))
    visitor.open(CHECK)
    seen = [visitor.url]
    while visitor.page.all("a", class_="back"):
        visitor.follow("Back")
        seen.append(visitor.url)

    assert seen[-1] == "/appointment/"
    assert len(seen) == len(set(seen))

    # And Continue leads through the same pages again.
    visitor.send()
    forward = ["/appointment/", visitor.url]
    while visitor.url != CHECK:
        fields = {"add": "enough"} if "add" in visitor.page.html and _is_list(visitor) else {}
        visitor.send(**fields)
        forward.append(visitor.url)
    assert forward == seen[::-1]


def _is_list(visitor) -> bool:
    return visitor.url in {"/appointment/lab-results/", "/appointment/b12-tried/"}


def test_back_loses_what_was_typed_on_this_page_only(told):
    told.open("/appointment/medicine-details/8/")
    told.send(dose="5 mg")
    assert told.url == "/appointment/diet/"
    # What was refused is on the page, and nowhere else.
    told.send(detail="too long " * 40)
    assert "too long" in told.filled()["detail"]
    told.follow("Back")
    assert told.filled()["dose"] == "5 mg"
    told.open("/appointment/diet/")

    assert told.filled()["detail"] == "since 2018"


def test_the_check_page_shows_gaps_and_the_sheet_leaves_them_out(visitor):
    visitor.has(some_answers(diet={"has": "private"}))

    assert "Not answered" in visitor.open(CHECK).text
    text = visitor.open("/appointment/summary/").text
    assert "Not answered" not in text
    assert "Prefers not to say" in text


def test_the_start_page_leads_on_from_where_one_was(told):
    told.has(some_answers(diet={"has": "none"}))
    told.open("/appointment/")
    told.follow("Go on with the questions")
    assert told.url == "/appointment/nitrous-oxide/"

    told.has(full_answers())
    told.open("/appointment/")
    told.follow("Check your answers")
    assert told.url == CHECK


def test_the_check_page_leads_on_while_pages_are_left(told):
    assert "Go on with the questions" not in told.open(CHECK).text

    told.has(some_answers(diet={"has": "none"}))
    links = [a for a in told.open(CHECK).all("a") if a.text.strip() == "Go on with the questions"]
    assert [a.attrs["href"] for a in links] == ["/appointment/nitrous-oxide/"] * 2


@pytest.mark.parametrize("address", [CHECK, "/appointment/summary/", "/appointment/summary.pdf"])
def test_without_answers_there_is_nothing_to_check_or_print(visitor, address):
    visitor.open(address)

    assert visitor.url == "/appointment/"


@pytest.mark.parametrize("change", ["2", "yes", "", "<script>", "list"])
def test_a_mistyped_change_in_the_address_is_harmless(told, change):
    told.open(f"/appointment/diet/?change={change}")
    told.send()

    assert told.status == 200
    assert told.url == (CHECK if change == "list" else "/appointment/nitrous-oxide/")


def test_details_that_were_passed_over_are_not_asked_for_after_a_change(visitor):
    symptoms = [{"symptom": "fatigue", "since": "2020"}, {"symptom": "memory"}]
    visitor.has(some_answers(symptoms=symptoms))
    visitor.open("/appointment/symptom-details/1/?change=1")
    visitor.send(since="2021")
    assert visitor.url == CHECK

    visitor.open("/appointment/symptoms/?change=1")
    visitor.send()
    assert visitor.url == CHECK


def test_only_what_was_just_picked_gets_its_page(visitor):
    symptoms = [{"symptom": "fatigue"}, {"symptom": "other", "own_words": "Cold nose"}]
    visitor.has(some_answers(symptoms=symptoms))
    visitor.open("/appointment/symptoms/?change=1")
    visitor.send(picked=["fatigue", "memory"], own_words="Cold nose\nItch")
    seen = []
    while visitor.url != CHECK:
        seen.append(visitor.url)
        visitor.send()

    new = "/appointment/symptom-details/{}/?change=new"
    assert seen == [new.format(3), new.format(4)]


def test_stopping_keeps_what_is_on_the_page_and_leads_to_the_sheet(told):
    told.open("/appointment/diet/")
    told.press("stop", "1", detail="since 2001")

    assert told.url == "/appointment/summary/"
    assert told.answers.diet.detail == "since 2001"
    assert "since 2001" in told.page.text


def test_stopping_with_an_error_keeps_the_page(told):
    told.open("/appointment/diet/")
    told.press("stop", "1", detail="x" * 301)

    assert told.status == 422
    assert told.filled()["detail"] == "x" * 301


@pytest.mark.parametrize("page", ["lab-test/new/", "b12-product/new/", "question-order/", "about/"])
def test_stopping_where_nothing_was_typed_asks_for_nothing(told, page):
    before = told.answers
    told.open(f"/appointment/{page}")
    told.press("stop", "1")

    assert told.url == "/appointment/summary/"
    assert told.answers == before


def test_the_first_page_has_nothing_to_print_yet(visitor):
    assert "Stop here and print" not in visitor.open("/appointment/").text
