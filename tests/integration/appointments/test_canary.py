"""What people type is on their sheet, and nowhere else: not after any page, nor after a failure."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from builders import full_answers, some_answers, some_clinic
from canary_errands import ERRANDS, refused, searching
from canary_places import CANARY, Places, watch
from canary_walk import CHECK, TEXT_FIELDS, Walk
from django.contrib.auth.models import User
from django.test import Client
from django.utils.html import escape
from form_visitor import Visitor
from pdf_checks import text_of

from appointments.models import Clinic

pytestmark = pytest.mark.django_db(transaction=True)  # so that what is written gets to the disk

SUMMARY = "/appointment/summary/"
OTHER_PAGES = (
    SUMMARY, CHECK, "/appointment/continue/", "/appointment/lab-paste/new/",
    "/appointment/ask/nitrous-oxide-and-b12/", "/search/", "/appointment/clear/",
)  # fmt: skip


@pytest.fixture
def places(settings, monkeypatch, tmp_path, capfd) -> Iterator[Places]:
    """Watch every place where something could be left."""
    yield watch(settings, monkeypatch, tmp_path, capfd)
    logging.root.manager._clear_cache()


@pytest.fixture
def visitor(visitor) -> Visitor:
    """Return a visitor who is shown failures."""
    visitor.client = Client(raise_request_exception=False)
    return visitor


@pytest.mark.parametrize("by", ["self", "other"])
def test_what_is_typed_anywhere_is_on_the_sheet_and_nowhere_else(visitor, places, by):
    walk = Walk(visitor, by)
    walk.go()
    check, summary = visitor.page, visitor.open(SUMMARY)
    pdf = visitor.client.get("/appointment/summary.pdf").content
    printed = text_of(pdf).replace(" ", "")  # a narrow column may break a line anywhere

    # Every field was typed into, and all of it is printed.
    caregivers = {("about", "caregiver_name"), ("about", "caregiver_relationship")}
    assert set(walk.typed.values()) == TEXT_FIELDS - (caregivers if by == "self" else set())
    for canary, where in walk.typed.items():
        assert canary in check.text, where
        assert canary in summary.text, where
        assert canary in printed, where
    assert visitor.visit.state == "open"
    places.assert_nothing_is_left(visitor)


def test_what_is_sent_in_every_box_and_button_of_every_page_is_not_kept(visitor, places):
    walk = Walk(visitor)
    walk.go()
    answers = visitor.answers
    sent = 0
    for page in (*dict.fromkeys(walk.pages), *OTHER_PAGES):
        visitor.has(answers)
        visitor.open(page)
        boxes = [*walk.names_on_the_page(), "own", "typed", CANARY]
        for some in (boxes, *([box] for box in boxes)):
            visitor.has(answers)
            response = visitor._request("post", page, {box: walk.canary() for box in some})
            assert response.status_code < 500
            sent += 1

    assert sent > 200
    assert {exchange.response.status_code for exchange in visitor.exchanges} >= {200, 302, 422}
    places.assert_nothing_is_left(visitor)


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand.__name__)
def test_no_path_through_the_site_leaves_anything_behind(visitor, places, errand, monkeypatch):
    clinic = some_clinic(name="Riverside Practice")
    answers = full_answers()
    about = answers.about.model_copy(update={"name": CANARY, "reason": f"{CANARY} again"})
    visitor.has(answers.replace(about=about))
    errand(visitor, monkeypatch)

    owner, stranger = Visitor(), Visitor()
    owner.client.force_login(User.objects.create_superuser("owner"))
    counts = f"/owner/appointments/clinic/{clinic.pk}/counts"
    for path in (f"{counts}/", f"{counts}.csv", "/owner/", "/owner/appointments/clinic/"):
        assert CANARY not in owner.client.get(path).text
    for path in ("/", "/privacy/", "/get-help-now/", "/vitamin-b12-injections/", "/c/riverside/"):
        assert CANARY not in stranger.open(path).html
    assert Clinic.objects.count() == 1
    places.assert_nothing_is_left(visitor, owner, stranger)


def test_pages_with_something_typed_are_kept_by_nobody_on_the_way(visitor, monkeypatch):
    Walk(visitor).go()
    refused(visitor, monkeypatch)
    searching(visitor, monkeypatch)
    with_canary = [
        exchange for exchange in visitor.exchanges if CANARY.encode() in exchange.response.content
    ]

    assert len(with_canary) > 10
    for exchange in with_canary:
        kept = exchange.response.headers["Cache-Control"]
        assert "no-store" in kept or (exchange.url == "/search/" and "private" in kept)
        assert exchange.response.headers["Referrer-Policy"] == "same-origin"


def test_typed_text_is_never_markup(visitor):
    visitor.has(some_answers())
    visitor.open("/appointment/about/")
    visitor.send(name=f"<i>{CANARY}</i>")
    html = visitor.open(CHECK).html

    assert escape(f"<i>{CANARY}</i>") in html
    assert f"<i>{CANARY}" not in html
