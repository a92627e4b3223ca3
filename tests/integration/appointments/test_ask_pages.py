"""From a page of the article to the list of questions."""

from __future__ import annotations

import pytest
from builders import some_answers

from appointments.rules.reading import ALSO_ON, READING, questions_about
from content.library import list_pages

ASK = "/appointment/ask/medicines-and-conditions/"
METFORMIN = "I take metformin. Should B12 be checked now and then?"


def listed(page) -> list[str]:
    return [" ".join(e.text.split()) for e in page.all("li")]


@pytest.mark.parametrize(
    "slug", sorted({place.split("#")[0] for place in READING.values()} | {*ALSO_ON})
)
def test_every_page_with_questions_leads_to_them(visitor, slug):
    page = visitor.open(f"/{slug}/")
    link = next(e for e in page.all("a") if e.attrs["href"] == f"/appointment/ask/{slug}/")
    assert link.text.strip()

    visitor.open(link.attrs["href"])

    assert set(visitor.offered("add")) <= set(questions_about(slug))


def test_nearly_every_page_has_questions():
    without = {page.slug for page in list_pages() if not questions_about(page.slug)}

    assert without <= {"for-clinic-staff"}


def test_a_page_without_questions_has_no_such_address(visitor):
    visitor.open("/appointment/ask/for-clinic-staff/")
    assert visitor.status == 404
    visitor.open("/appointment/ask/no-such-page/")
    assert visitor.status == 404


def test_somebody_who_has_answered_nothing_can_start_with_a_question(visitor):
    visitor.open(ASK)
    page = visitor.send(add=["q_metformin"])
    assert visitor.url == ASK
    assert any("metformin" in words for words in listed(page))
    assert "q_metformin" not in visitor.offered("add")

    visitor.open("/appointment/questions/")
    assert "q_metformin" in visitor.filled()["chosen"]
    assert "You added it while reading." in visitor.page.text


def test_an_added_question_is_on_the_sheet_beside_the_suggested_ones(visitor):
    visitor.has(some_answers(medicines=[{"medicine": "omeprazole", "a_year_or_more": "yes"}]))
    visitor.open(ASK)
    visitor.send(add=["q_metformin"])
    text = visitor.open("/appointment/summary/").text

    assert "metformin" in text
    assert "acid" in text


def test_a_list_that_was_chosen_keeps_its_order_and_gets_one_more(visitor):
    visitor.has(some_answers(questions={"chosen": ["q_cause", "q_safety"]}))
    visitor.open(ASK)
    visitor.send(add=["q_crohns", "q_crohns"])

    assert visitor.answers.questions.chosen == ("q_cause", "q_safety", "q_crohns")


def test_an_added_question_can_be_taken_off_again(visitor):
    visitor.open(ASK)
    visitor.send(add=["q_metformin"])
    visitor.open("/appointment/questions/")
    kept = [question for question in visitor.filled()["chosen"] if question != "q_metformin"]
    visitor.send(chosen=kept)

    assert "q_metformin" not in visitor.answers.questions.chosen


def test_nothing_ticked_gets_a_sentence(visitor):
    visitor.open(ASK)
    page = visitor.send()

    assert visitor.status == 422
    assert page.errors == ["Tick a question, or go back to the page"]


def test_a_question_of_another_page_is_refused(visitor):
    visitor.open(ASK)
    visitor.send(add=["q_n2o"])

    assert visitor.status == 422


def test_each_suggestion_leads_to_the_page_behind_it(visitor):
    visitor.has(some_answers(medicines=[{"medicine": "metformin"}]))
    page = visitor.open("/appointment/questions/")
    links = {e.attrs["href"] for e in page.all("a")}

    for question in visitor.offered("chosen"):
        slug, heading = READING[question].split("#")
        assert f"/{slug}/#{heading}" in links
