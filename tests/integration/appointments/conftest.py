"""The people whom the tests of the guided form know."""

import pytest
from builders import some_answers
from form_visitor import Visitor


@pytest.fixture
def visitor() -> Visitor:
    """Return somebody who has just arrived."""
    return Visitor()


@pytest.fixture
def tested(visitor) -> Visitor:
    """Return somebody with one result of total B12 to fill in."""
    visitor.has(some_answers(lab_results=[{"test": "b12_total"}]))
    visitor.open("/appointment/lab-result/1/")
    return visitor
