"""A lab result in a line: nothing that was typed is left out, and nothing is added."""

import pytest

from appointments.phrases import say
from appointments.rules.result_words import result_in_words
from appointments.steps.lab_results import describe
from tests.builders import some_answers


def result_of(**said):
    (entry,) = some_answers(lab_results=[{"test": "ifab", **said}]).lab_results.entries
    return entry


RESULTS = [
    ({}, "result not typed in"),
    ({"waiting": True}, "waiting for the result"),
    ({"value": "3.2", "unit": "u_per_ml"}, "3.2 U/mL"),
    ({"value": "0"}, "0"),
    ({"value": "3.2", "unit": "none"}, "3.2"),
    ({"value": "3.2", "unit": "other", "unit_as_printed": "kU"}, "3.2 kU"),
    ({"qualitative": "not_detected"}, "Not detected"),
    ({"qualitative": "negative", "value": "3.2", "unit": "u_per_ml"}, "Negative, 3.2 U/mL"),
    ({"qualitative": "negative", "unit": "other", "unit_as_printed": "kU"}, "Negative, kU"),
    ({"unit": "other", "unit_as_printed": "kU"}, "result not typed in, kU"),
    ({"value": "3.2", "waiting": True}, "3.2, waiting for the result"),
]


@pytest.mark.parametrize(("said", "words"), RESULTS)
def test_a_result_in_words(said, words):
    assert say(result_in_words(result_of(**said))) == words


@pytest.mark.parametrize(("said", "words"), RESULTS)
def test_the_list_on_the_page_says_it_alike_with_its_date(said, words):
    assert describe(result_of(**said)) == words
    assert describe(result_of(taken_on="May 2024", **said)) == f"{words}, May 2024"
