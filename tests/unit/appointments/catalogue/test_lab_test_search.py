"""What somebody may type who looks for a test."""

import pytest

from appointments.catalogue.lab_test_search import likely_tests


@pytest.mark.parametrize(
    ("typed", "tests"),
    [
        ("antibodies", ["ifab", "gpca"]),
        ("parital cell antibodies", ["gpca"]),
        ("intrinsic", ["ifab"]),
        ("hemaglobin", ["hb"]),
        ("feritin", ["ferritin"]),
        ("homocystine", ["homocysteine"]),
        ("b12 test", ["b12_total", "b12_active"]),
        ("methylmalonic", ["mma_serum", "mma_urine"]),
        ("zonulin", []),
        ("copper", []),
        ("blood test", []),
        ("", []),
        ("x" * 80, []),
    ],
)
def test_a_guess_holds_the_test_that_was_meant_and_few_others(typed, tests):
    assert [test.id for test in likely_tests(typed)] == tests
