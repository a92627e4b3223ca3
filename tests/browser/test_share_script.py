"""The one script of the site copies and shares where the browser can, and nobody needs it."""

import pytest
from visitor import DESKTOP, Visitor

from tests.pdf_checks import page_count

pytestmark = pytest.mark.browser

KIT, PAGE = "/share/", "/share/page/glossary/"

SHARED = """
    window.shared = [];
    navigator.share = data => { window.shared.push(data); return Promise.resolve(); };
"""

# The site's policy forbids every page to read the clipboard, so this notes what is written to it.
NOTED = """
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = text => write(text).then(() => { window.copied = text; });
"""


def test_a_text_is_copied_as_it_stands(open_browser):
    visitor = open_browser(permissions=["clipboard-write"])
    visitor.page.add_init_script(NOTED)
    visitor.go_to(KIT)
    for folded in visitor.page.locator("main summary").all():
        folded.click()
    for field, button in zip(
        visitor.page.locator("textarea").all(),
        visitor.page.get_by_role("button", name="Copy").all(),
        strict=True,
    ):
        button.click()
        visitor.page.wait_for_function("text => window.copied === text", arg=field.input_value())
    assert visitor.page.get_by_role("status").get_by_text("Copied").count() == 5


def test_where_copying_is_refused_the_text_is_selected(visitor: Visitor):
    visitor.page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
    )
    visitor.go_to(PAGE)
    visitor.page.get_by_role("button", name="Copy").click()
    visitor.page.get_by_text("The text is selected. Copy it now.").wait_for()
    selected = visitor.page.evaluate("getSelection().toString()")
    assert selected == visitor.page.get_by_label("Its address").input_value()


def test_the_devices_own_share_window_gets_the_address_and_nothing_else(visitor: Visitor):
    visitor.page.add_init_script(SHARED)
    visitor.go_to(PAGE)
    visitor.page.get_by_role("button", name="Share", exact=True).click()
    address = visitor.page.get_by_label("Its address").input_value()
    assert visitor.page.evaluate("window.shared") == [{"url": address}]


def test_a_button_that_could_not_work_is_not_shown(visitor: Visitor):
    visitor.page.add_init_script(
        "for (const name of ['clipboard', 'share'])"
        " Object.defineProperty(navigator, name, { value: undefined })"
    )
    for path in (KIT, PAGE):
        visitor.go_to(path)
        assert visitor.page.get_by_role("button", name="Copy").count() == 0
        assert visitor.page.get_by_role("button", name="Share", exact=True).count() == 0


def test_all_of_it_works_without_a_script(open_browser):
    visitor = open_browser(viewport=DESKTOP, java_script_enabled=False)
    visitor.go_to("/glossary/")
    visitor.page.get_by_role("link", name="Share this page").click()
    assert visitor.heading == "Share this page"
    assert visitor.page.get_by_role("button").count() == 0
    assert visitor.page.get_by_label("Its address").input_value().endswith("/glossary/")
    assert visitor.page.get_by_role("link", name="By e-mail").is_visible()
    visitor.page.get_by_role("link", name="For clinics").click()
    assert visitor.page.get_by_label("Letter", exact=True).input_value()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_page_for_the_visit_is_one_page_on_paper(visitor: Visitor, paper):
    visitor.go_to("/share/in-the-visit/")
    assert page_count(visitor.page.pdf(format=paper)) == 1
