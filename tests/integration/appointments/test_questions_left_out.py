"""A chosen question whose reason is gone: not printed, and not dropped in silence."""

from __future__ import annotations

import pytest
from builders import some_answers

CHECK = "/appointment/check-your-answers/"
SUMMARY = "/appointment/summary/"
LEFT_OUT = "Left out, because your answers have changed"


@pytest.fixture
def no_longer_so(visitor):
    """Return somebody who chose a question about metformin, and then took metformin away."""
    metformin = {"medicine": "metformin", "still_taking": "yes"}
    questions = {"chosen": ["q_metformin", "q_cause", "q_safety"], "important": ["q_metformin"]}
    visitor.has(some_answers(medicines=[metformin], questions=questions))
    assert "I take metformin" in visitor.open(SUMMARY).text
    visitor.open("/appointment/medicines/?change=1")
    visitor.send(picked=["none"])
    visitor.send()
    return visitor


def test_a_question_whose_reason_is_gone_is_not_printed(no_longer_so):
    assert "metformin" not in no_longer_so.open(SUMMARY).text.lower()
    no_longer_so.open("/appointment/question-order/")
    assert "q_metformin" not in no_longer_so.offered("important")


def test_and_the_check_page_says_so(no_longer_so):
    assert no_longer_so.url == CHECK
    assert LEFT_OUT in no_longer_so.page.text
    assert "metformin. Should my B12 be checked" in no_longer_so.page.text


def test_and_it_comes_back_with_its_reason(no_longer_so):
    no_longer_so.open("/appointment/medicines/?change=1")
    no_longer_so.send(picked=["metformin"])
    no_longer_so.send(still_taking="yes")

    assert "I take metformin" in no_longer_so.open(SUMMARY).text
    assert LEFT_OUT not in no_longer_so.open(CHECK).text
