"""From the home page to the sheet: a patient by phone without scripts, a caregiver by keyboard."""

import pytest
from visitor import KeyboardVisitor, Visitor
from whole_story import answer_everything

from appointments.steps import STEPS

pytestmark = pytest.mark.browser


def watch_pages(visitor: Visitor) -> set[str]:
    """Return a set that the slug of every page of the form is added to, as it is opened."""
    opened: set[str] = set()

    def note(_frame: object) -> None:
        parts = visitor.path.strip("/").split("/")
        if parts[0] == "appointment":
            opened.add(parts[1] if len(parts) > 1 else "start")

    visitor.page.on("framenavigated", note)
    return opened


def walk_from_home_to_sheet(visitor: Visitor, *, caregiver: bool = False) -> str:
    """Read a page, answer everything, and return the words of the PDF."""
    opened = watch_pages(visitor)
    visitor.go_to("/")
    visitor.follow("Learn about B12 injections")
    visitor.follow("Prepare for your appointment")
    answer_everything(visitor, caregiver=caregiver)
    assert visitor.heading == "Check your answers"
    assert "Not answered" not in visitor.text
    visitor.follow("Make my sheet")
    assert visitor.heading == "Your sheet is ready"
    assert opened >= {step.slug for step in STEPS}
    return visitor.sheet()


def test_a_patient_walks_from_home_to_the_sheet_without_javascript(patient):
    sheet = walk_from_home_to_sheet(patient)
    assert [text for text in patient.typed if text not in sheet] == []
    assert [text for text in patient.typed if text not in patient.text] == []
    assert "born 2 April 1961" in sheet
    assert "Written by the patient" in sheet
    assert sheet.index("Can I drive to work?") < sheet.index("Symptoms")


def test_a_caregiver_walks_from_home_to_the_sheet_by_keyboard(caregiver: KeyboardVisitor):
    sheet = walk_from_home_to_sheet(caregiver, caregiver=True)
    assert [text for text in caregiver.typed if text not in sheet] == []
    assert "Written for the patient by Sam O’Brien, son" in sheet


def test_the_first_tab_leads_past_the_header(caregiver: KeyboardVisitor):
    caregiver.go_to("/appointment/")
    caregiver.page.keyboard.press("Tab")
    assert caregiver.page.locator(":focus").inner_text() == "Skip to the main content"
    caregiver.page.keyboard.press("Enter")
    assert caregiver.page.locator(":focus").get_attribute("id") == "main"
    caregiver.page.keyboard.press("Tab")
    assert caregiver.page.locator("main :focus").count() == 1
