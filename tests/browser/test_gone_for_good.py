"""After "Delete my answers" the browser's Back shows nothing, even where it keeps whole pages."""

import shutil

import pytest
from conftest import CHROMIUM_ARGS
from sample_visits import FULL
from visitor import Visitor

pytestmark = pytest.mark.browser

NAME = "A. Patient"


@pytest.fixture
def visitor(playwright, site):
    """Somebody whose browser keeps pages in memory to go Back to, as people's browsers do."""
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"),
        args=[*CHROMIUM_ARGS, "--enable-features=BackForwardCache"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield Visitor(browser.new_context().new_page(), site)
    browser.close()


def go_back(visitor: Visitor) -> None:
    """Go back; Playwright's own way waits for a page to load, and a kept page does not."""
    before = visitor.page.url
    visitor.page.evaluate("history.back()")
    for _tenth in range(100):
        visitor.page.wait_for_timeout(100)
        if visitor.page.url != before:
            break
    visitor.page.wait_for_timeout(300)


def test_back_finds_pages_that_the_browser_kept(visitor):
    """Or the tests below would prove nothing."""
    visitor.go_to("/privacy/")
    visitor.page.evaluate("window.kept = true")
    visitor.go_to("/")
    go_back(visitor)

    assert visitor.page.evaluate("window.kept")


def test_back_after_deleting_shows_nothing(visitor):
    visitor.brings(FULL)
    for path in (
        "/appointment/about/",
        "/appointment/summary/",
        "/appointment/check-your-answers/",
    ):
        visitor.go_to(path)
        assert NAME in visitor.page.content()
    visitor.go_to("/appointment/clear/")
    visitor.press("Delete my answers")
    assert visitor.heading == "Your answers are deleted"

    for _step in range(4):
        go_back(visitor)
        assert NAME not in visitor.page.content()
    assert visitor.path.startswith("/appointment/")


def test_a_personal_page_is_not_kept_once_it_is_left(visitor):
    visitor.brings(FULL)
    visitor.go_to("/appointment/about/")
    visitor.page.evaluate("window.kept = true")
    visitor.go_to("/privacy/")
    visitor.page.context.clear_cookies()
    go_back(visitor)

    assert not visitor.page.evaluate("window.kept ?? false")
    assert NAME not in visitor.page.content()
