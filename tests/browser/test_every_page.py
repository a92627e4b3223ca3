"""No page has a barrier that axe or a narrow screen can show (after errors: test_errors.py)."""

from collections.abc import Callable, Iterator

import axe
import pytest
import whole_site
from barriers import barriers
from builders import some_clinic
from django.db import OperationalError
from visitor import DESKTOP, PHONE, Visitor
from whole_site import View

from appointments.models import Clinic
from content import views

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "pages",
    [
        whole_site.public_pages,
        whole_site.empty_pages,
        whole_site.answered_pages,
        whole_site.stop_pages,
        whole_site.last_pages,
        whole_site.pages_to_continue_from_a_sheet,
        whole_site.pages_after_a_loss,
    ],
)
def test_pages_have_no_barriers(visitor: Visitor, pages: Callable[[], Iterator[View]]):
    assert {name: wrong for name, wrong in look_at(visitor, pages()) if wrong} == {}


@pytest.mark.django_db(transaction=True)
def test_pages_of_clinics_have_no_barriers(visitor: Visitor):
    some_clinic(languages="English, Polish")
    some_clinic(slug="hill", retired=True)
    found = look_at(visitor, whole_site.clinic_pages())
    assert {name: wrong for name, wrong in found if wrong} == {}


def test_the_page_without_a_database_has_no_barriers(visitor: Visitor, monkeypatch):
    def fail(*_args: object, **_options: object) -> None:
        raise OperationalError("planted")

    monkeypatch.setattr(Clinic.objects, "filter", fail)
    visitor.go_to("/c/riverside/")
    assert visitor.heading == "We cannot show the clinic’s details right now"
    assert barriers(visitor) == []


def look_at(visitor: Visitor, pages: Iterator[View]) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each page, and what is wrong with it."""
    for view in pages:
        visitor.page.set_viewport_size(DESKTOP)
        view.open(visitor)
        yield view.name, barriers(visitor)


def test_axe_finds_nothing_where_a_phone_stacks_the_tables(open_browser):
    visitor = open_browser(viewport=PHONE)
    for view in (*whole_site.last_pages(), *whole_site.pages_to_continue_from_a_sheet()):
        view.open(visitor)
        assert axe.violations(visitor) == [], view.name


def test_the_page_for_our_own_failures_has_no_barriers(visitor: Visitor, monkeypatch):
    def fail():
        raise RuntimeError("planted")

    monkeypatch.setattr(views, "list_pages", fail)
    visitor.go_to("/")
    assert visitor.heading == "Something went wrong on our side"
    assert barriers(visitor) == []


def test_the_checks_see_what_is_wrong(visitor: Visitor):
    """A check that cannot fail would be no check."""
    visitor.go_to("/appointment/")
    assert barriers(visitor) == []
    visitor.page.evaluate(
        """() => {
            document.documentElement.removeAttribute('lang');
            document.querySelector('label[for=id_country]').remove();
            document.querySelector('h1').style.width = '400px';
            document.querySelector('.hint').style.color = '#888';  // 3.5:1
            document.querySelector('.lead').style.color = '#6b6b6b';  // 5.2:1
            document.querySelector('.button').style.padding = 0;
        }"""
    )
    assert {line.split(":")[0] for line in barriers(visitor)} == {
        "html-has-lang",
        "select-name",
        "color-contrast",
        "color-contrast-enhanced",
        "too wide",
        "below 44 pixels",
    }
