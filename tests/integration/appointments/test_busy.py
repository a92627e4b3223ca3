"""When several sheets are drawn at once, the next person is asked to wait, and loses nothing."""

from contextlib import ExitStack, contextmanager

import pytest
from django.conf import settings

from appointments import continue_views
from appointments.pdf import drawing
from appointments.pdf.pool import PoolBusyError
from tests.builders import full_answers
from tests.pages import lint


@contextmanager
def no_place():
    raise PoolBusyError
    yield


def broken():
    raise ValueError


@contextmanager
def all_places_taken():
    with ExitStack() as others:
        for _ in range(settings.UPLOAD_PLACES):
            others.enter_context(continue_views._PLACES)
        yield


@pytest.fixture
def busy(monkeypatch):
    """Let no sheet be drawn."""
    monkeypatch.setattr(drawing, "place", no_place)


def test_a_busy_server_asks_again_by_itself(visitor, busy):
    visitor.has(full_answers())
    response = visitor.client.get("/appointment/summary.pdf?paper=letter")

    assert response.status_code == 503
    assert response.headers["Refresh"] == response.headers["Retry-After"]
    assert 5 <= int(response.headers["Refresh"]) <= 9  # an address in it could hold an answer
    assert "no-store" in response.headers["Cache-Control"]
    page = lint(response)
    assert "Your answers are kept" in page.text
    assert f"in {response.headers['Refresh']} seconds" in page.text
    assert 'href="/appointment/summary.pdf?paper=letter"' in page.html
    assert visitor.answers == full_answers()


def test_the_next_try_brings_the_sheet(visitor, monkeypatch):
    visitor.has(full_answers())
    with monkeypatch.context() as once:
        once.setattr(drawing, "place", no_place)
        assert visitor.client.get("/appointment/summary.pdf").status_code == 503

    assert visitor.client.get("/appointment/summary.pdf").content.startswith(b"%PDF-")


def test_the_blank_form_waits_alike(visitor, busy):
    response = visitor.client.get("/blank-form.pdf?size=large&paper=letter")

    assert response.status_code == 503
    assert "public" not in response.headers["Cache-Control"]


def test_a_program_that_only_asks_for_the_headers_is_not_kept_asking(visitor, busy):
    visitor.has(full_answers())
    response = visitor.client.head("/appointment/summary.pdf")

    assert response.status_code == 503
    assert "Refresh" not in response.headers


def test_to_ask_people_to_wait_is_no_failure_and_a_failure_is(visitor, busy, caplog, monkeypatch):
    visitor.has(full_answers())
    for path in ("/appointment/summary.pdf", "/blank-form.pdf"):
        assert visitor.client.get(path).status_code == 503
    assert visitor.client.post("/appointment/continue/", {"sheet": "x"}).status_code == 422
    with all_places_taken():
        assert visitor.client.post("/appointment/continue/", {"sheet": "x"}).status_code == 503
    assert not caplog.records

    monkeypatch.setattr(drawing, "place", broken)
    visitor.client.raise_request_exception = False
    assert visitor.client.get("/appointment/summary.pdf").status_code == 500
    assert [record.levelname for record in caplog.records] == ["ERROR"]
