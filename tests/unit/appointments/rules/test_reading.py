"""Each suggested question has a place in the article."""

import pytest

from appointments.rules.questions import QUESTION_RULES_BY_ID
from appointments.rules.reading import ALSO_ON, READING, questions_about
from content.library import get_page


def test_every_question_has_one():
    assert set(READING) == set(QUESTION_RULES_BY_ID)


@pytest.mark.parametrize("question", READING)
def test_it_is_a_heading_of_a_page(question):
    slug, heading = READING[question].split("#")

    assert heading in get_page(slug).anchors


@pytest.mark.parametrize("slug", ALSO_ON)
def test_a_page_offers_each_question_once(slug):
    assert get_page(slug)
    assert set(ALSO_ON[slug]) <= set(READING)
    assert len(questions_about(slug)) == len(set(questions_about(slug)))
