"""On a shared computer nothing stays: not after a quarter of an hour, not after leaving."""

from __future__ import annotations

import time

import pytest
from builders import full_answers

from appointments import sealed_cookie
from appointments.answers import Answers

LEFT = "/appointment/left-alone/"


@pytest.fixture
def shared(visitor):
    """Return somebody in a library who has answered every question."""
    visitor.has(full_answers().replace(shared_computer=True))
    return visitor


@pytest.mark.parametrize(
    "path", ["", "diet/", "lab-result/3/", "check-your-answers/", "summary/", "message/", "clear/"]
)
def test_a_page_that_is_left_alone_goes_when_its_answers_go(shared, path):
    shared.open(f"/appointment/{path}")

    assert shared.last.response.headers["Refresh"] == f"905; url={LEFT}"


def test_a_page_of_errors_goes_too(shared):
    shared.open("/appointment/diet/")
    shared.send(detail="x" * 999)

    assert shared.status == 422
    assert shared.last.response.headers["Refresh"] == f"905; url={LEFT}"


def test_one_s_own_computer_is_left_in_peace(visitor):
    visitor.has(full_answers())
    page = visitor.open("/appointment/diet/")

    assert "Refresh" not in visitor.last.response.headers
    assert "leave now" not in page.html


def test_what_was_left_alone_is_deleted(shared, monkeypatch):
    later = time.time() + sealed_cookie.IDLE_SECONDS_SHARED + 5
    monkeypatch.setattr(sealed_cookie.time, "time", lambda: later)
    page = shared.open(LEFT)

    assert page.heading == "This page was closed"
    assert "deleted from this browser too" in page.text
    assert shared.last.response.headers["Clear-Site-Data"] == '"cache"'
    assert "no-store" in shared.last.response.headers["Cache-Control"]
    assert shared.visit.state == "new"


def test_another_tab_that_is_in_use_keeps_its_answers_and_their_time(shared):
    before = dict(shared.client.cookies)
    page = shared.open(LEFT)

    assert "another tab is in use" in page.text
    assert "A. Patient" not in page.html
    assert shared.answers.about.name == "A. Patient"
    assert dict(shared.client.cookies) == before


def test_one_press_deletes_all_and_leaves(shared):
    page = shared.open("/appointment/diet/")
    form = page.one("form", action="/appointment/clear/")
    assert "Delete all and leave now" in form.text
    shared.post("/appointment/clear/")

    assert shared.page.heading == "Your answers are deleted"
    assert shared.visit.answers == Answers()
    assert shared.last.response.headers["Clear-Site-Data"] == '"cache"'
    assert "Refresh" not in shared.last.response.headers


def test_the_sheet_is_no_page_and_stays_open(shared):
    response = shared.client.get("/appointment/summary.pdf")

    assert response.status_code == 200
    assert "Refresh" not in response.headers
