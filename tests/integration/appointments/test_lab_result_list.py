"""The list of lab results: add, change, remove, a full list, and why there may be none."""

from __future__ import annotations

import pytest
from builders import some_answers

from appointments.answer_parts import MAX_LAB_RESULTS

LIST = "/appointment/lab-results/"
RESULT = "/appointment/lab-result/1/"


def test_a_result_is_added_in_four_pages(visitor):
    visitor.open(LIST)
    visitor.send(add="some")
    assert visitor.url == "/appointment/lab-test/new/"
    visitor.send(test="mma_serum")
    assert visitor.url == RESULT
    assert visitor.page.heading.endswith("what does the report say?")
    visitor.send(value="0.62", unit="umol_per_l")
    assert visitor.url == "/appointment/lab-timing/1/"
    visitor.send()
    assert visitor.url == LIST

    visitor.send(add="more")
    visitor.send(test="hb")
    visitor.send(value="12.4", unit="g_per_dl")
    visitor.send()
    visitor.send(add="enough")

    assert visitor.url == "/appointment/conditions/"
    assert [entry.test for entry in visitor.answers.lab_results.entries] == ["mma_serum", "hb"]
    assert visitor.answers.lab_results.has == "some"


def test_setting_out_to_add_a_result_and_going_back_adds_nothing(visitor):
    visitor.open(LIST)
    visitor.send(add="some")
    visitor.follow("Back")

    assert visitor.url == LIST
    assert not visitor.answers.lab_results.entries
    assert visitor.answers.lab_results.has is None


def test_the_test_of_a_result_can_be_changed_and_the_rest_stays(tested):
    tested.send(value="23", unit="pg_per_ml", lab_range="200-900")
    tested.send()
    tested.send()
    tested.follow("Change")
    assert tested.url == RESULT
    tested.follow("Back")
    assert tested.url == "/appointment/lab-test/1/"
    tested.send(test="mma_serum")
    assert tested.url == RESULT
    assert "pg_per_ml" in tested.offered("unit")
    tested.send()

    kept = tested.answers.lab_results.entries[0]
    assert (kept.test, kept.value, kept.unit) == ("mma_serum", "23", "pg_per_ml")


@pytest.mark.parametrize("sure", [True, False])
def test_a_result_is_removed_after_one_question(tested, sure):
    tested.open(LIST)
    tested.follow("Remove")
    assert tested.page.heading == "Remove “Vitamin B12 (total)”?"
    if sure:
        tested.send()
    else:
        tested.follow("Keep it")

    assert tested.url == LIST
    assert bool(tested.answers.lab_results.entries) is not sure
    assert (tested.answers.lab_results.has is None) is sure


def test_looking_at_the_page_that_removes_removes_nothing(tested):
    tested.open("/appointment/lab-result/1/remove/")

    assert tested.answers.lab_results.entries


def test_a_removed_number_is_not_given_out_again(tested):
    tested.open(LIST)
    tested.follow("Remove")
    tested.send()
    tested.send(add="some")
    tested.send(test="hb")

    assert tested.url == "/appointment/lab-result/2/"


def full_list(entries: int):
    return some_answers(lab_results=[{"test": "hb", "waiting": True}] * entries)


def test_a_full_list_says_so_and_still_leads_on(visitor):
    visitor.has(full_list(MAX_LAB_RESULTS))
    visitor.open(LIST)
    page = visitor.send(add="more")
    assert page.errors == ["The list is full at 30. Remove one to make room for another"]

    visitor.send(add="enough")

    assert visitor.url == "/appointment/conditions/"


def test_a_list_that_filled_up_in_another_tab_takes_no_more_and_keeps_what_it_has(visitor):
    visitor.has(full_list(MAX_LAB_RESULTS - 1))
    visitor.open("/appointment/lab-test/new/")
    visitor.has(full_list(MAX_LAB_RESULTS))
    page = visitor.send(test="other", own_words="Copper")

    assert page.errors == ["The list is full at 30. Remove one to make room for another"]
    assert visitor.filled()["own_words"] == "Copper"
    assert len(visitor.answers.lab_results.entries) == MAX_LAB_RESULTS


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("waiting", "Waiting for results"),
        ("none", "No results yet"),
        ("unknown", "not known"),
        ("", "Not answered"),
    ],
)
def test_why_there_are_no_results_is_an_answer_too(visitor, said, printed):
    visitor.open(LIST)
    visitor.send(add=said or None)
    assert visitor.url == "/appointment/conditions/"
    assert visitor.answers.lab_results.has == (said or None)

    page = visitor.open("/appointment/check-your-answers/")
    row = next(row for row in page.all("tr") if row.text.split()[:2] == ["Lab", "results"])
    assert printed in row.text

    visitor.open(LIST)
    assert visitor.filled().get("add") == ([said] if said else None)
