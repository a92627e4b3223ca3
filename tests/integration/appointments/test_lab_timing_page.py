"""What was taken before a sample: B12, how long before, and biotin."""

from __future__ import annotations

import pytest
from builders import some_answers

TIMING = "/appointment/lab-timing/1/"
LIST = "/appointment/lab-results/"


def kept(visitor):
    entry = visitor.answers.lab_results.entries[-1]
    return entry.b12_before, entry.b12_how_long, entry.biotin


def test_the_time_since_the_last_b12_is_kept_as_typed(tested):
    tested.open(TIMING)
    tested.send(b12_before="injection", b12_how_long="about 5 days", biotin="unknown")

    assert tested.url == LIST
    assert kept(tested) == ("injection", "about 5 days", "unknown")


def test_nothing_has_to_be_said(tested):
    tested.open(TIMING)
    tested.send()

    assert tested.url == LIST
    assert kept(tested) == (None, "", None)


def test_no_b12_and_a_time_since_the_last_do_not_go_together(tested):
    tested.open(TIMING)
    page = tested.send(b12_before="none", b12_how_long="5 days")

    assert page.errors == [
        "You chose “No B12 before this test” and typed details too. Take one of them out"
    ]
    assert tested.filled()["b12_how_long"] == "5 days"


@pytest.mark.parametrize(
    ("day", "before"),
    [("12 Nov 2026", "injection"), ("November 12, 2026", "injection"), ("13 Nov 2026", None)],
)
def test_results_of_one_day_share_what_was_taken_before(visitor, day, before):
    first = {"test": "b12_total", "value": "231", "unit": "ng_per_l", "b12_before": "injection"}
    second = {"test": "hb", "value": "12", "unit": "g_per_dl", "taken_on": day}
    visitor.has(some_answers(lab_results=[first | {"taken_on": "12 Nov 2026"}, second]))
    page = visitor.open("/appointment/lab-timing/2/")

    assert ("of the same day" in page.text) is bool(before)
    visitor.send()
    assert kept(visitor)[0] == before


def test_what_was_said_of_a_result_is_not_overwritten_by_another(visitor):
    both = {"test": "hb", "waiting": True, "taken_on": "12 Nov 2026"}
    visitor.has(
        some_answers(lab_results=[both | {"b12_before": "oral"}, both | {"b12_before": "none"}])
    )
    visitor.open("/appointment/lab-timing/2/")
    visitor.send()

    assert kept(visitor)[0] == "none"


@pytest.mark.parametrize("day", ["", "2024", "Nov 2024", "12/11/2024"])
def test_days_that_are_not_certain_are_not_the_same_day(visitor, day):
    first = {"test": "b12_total", "waiting": True, "b12_before": "injection", "taken_on": day}
    second = {"test": "hb", "waiting": True, "taken_on": day}
    visitor.has(some_answers(lab_results=[first, second]))
    page = visitor.open("/appointment/lab-timing/2/")

    assert "of the same day" not in page.text
    visitor.send()
    assert kept(visitor)[0] is None


def test_stopping_keeps_what_was_filled_in(visitor):
    first = {"test": "b12_total", "waiting": True, "b12_before": "injection"}
    second = {"test": "hb", "waiting": True, "taken_on": "12 Nov 2024"}
    visitor.has(some_answers(lab_results=[first | {"taken_on": "12 Nov 2024"}, second]))
    visitor.open("/appointment/lab-timing/2/")
    visitor.press("stop", "1")

    assert kept(visitor)[0] == "injection"
