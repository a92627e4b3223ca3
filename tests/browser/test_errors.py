"""After a mistake a page says so first, leads to each field, and has kept all that was typed."""

import pytest
from barriers import barriers
from mistakes import MISTAKES
from sample_visits import FULL, PICKED_ONLY
from visitor import Visitor
from whole_site import View, pages_that_ask_again, pages_with_errors, sheets_that_are_refused

from appointments import sealed_cookie
from appointments.steps import STEPS

pytestmark = pytest.mark.browser

FIRST_CONTROLS = """() => [...document.querySelectorAll('.field--error')]
    .map(field => field.querySelector('input, select, textarea').id)"""


def focused(visitor: Visitor) -> str:
    """Return the id, or else the class, of what has the focus."""
    focus: str = visitor.page.evaluate(
        "document.activeElement.id || document.activeElement.className"
    )
    return focus


def follow_each_error(visitor: Visitor) -> list[str]:
    """Return where the focus is after each link of the error summary."""
    places = []
    for link in visitor.page.locator(".error-summary a").all():
        link.click()
        places.append(focused(visitor))
    return places


@pytest.mark.parametrize(
    "view", [*pages_with_errors(), *pages_that_ask_again()], ids=lambda view: view.name
)
def test_a_mistake_is_said_first_and_nothing_typed_is_lost(visitor: Visitor, view: View):
    view.open(visitor)
    check_the_error(visitor)
    assert barriers(visitor) == []


def test_all_of_this_works_without_javascript(patient: Visitor):
    patient.brings(PICKED_ONLY)
    patient.go_to(f"/appointment/lab-result/{PICKED_ONLY.lab_results.entries[0].item}/")
    MISTAKES["lab-result"](patient)
    check_the_error(patient)


def check_the_error(visitor: Visitor) -> None:
    assert visitor.title.startswith("Error: ")
    assert visitor.errors
    assert focused(visitor) == "error-summary"
    assert visitor.fields == visitor.sent
    assert follow_each_error(visitor) == visitor.page.evaluate(FIRST_CONTROLS)


@pytest.mark.parametrize("view", list(sheets_that_are_refused()), ids=lambda view: view.name)
def test_why_a_sheet_is_refused_is_said_first(visitor: Visitor, view: View):
    view.open(visitor)
    assert visitor.title.startswith("Error: ")
    assert focused(visitor) == "error-summary"
    assert follow_each_error(visitor) == ["id_sheet"]
    assert barriers(visitor) == []
    assert visitor.answers == FULL


def test_every_question_page_has_its_mistake():
    assert len(list(pages_with_errors())) == len(STEPS)


def test_what_no_longer_fits_in_the_browser_is_said_and_still_there(visitor, monkeypatch):
    visitor.go_to("/appointment/diet/")
    visitor.fill("Anything to add?", "Vegan since 2018")
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", 10)
    visitor.go_on()
    assert visitor.errors[0].startswith("There is no room for this")
    assert focused(visitor) == "error-summary"
    assert visitor.fields == visitor.sent
    assert follow_each_error(visitor) == ["main"]
