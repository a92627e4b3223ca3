"""Somebody searches, opens a find, and goes back to the finds."""

import pytest
from visitor import Visitor

pytestmark = pytest.mark.browser


def test_going_back_from_a_find_shows_the_finds_again(visitor: Visitor):
    visitor.go_to("/")
    visitor.page.get_by_role("searchbox").fill("pernicous anemia")
    visitor.press("Search")
    assert visitor.heading == "What we found"
    assert visitor.page.url == f"{visitor.site}/search/"

    visitor.follow("Glossary: Pernicious anemia")
    assert visitor.page.url == f"{visitor.site}/glossary/#pernicious-anemia"

    visitor.page.go_back()
    assert visitor.heading == "What we found"
    assert visitor.page.context.cookies() == []
