"""When something fails, the visitor gets a kind page, and the log gets no answer."""

from __future__ import annotations

import io
import logging

import pytest
from builders import full_answers
from django.http import UnreadablePostError
from django.test import Client
from pages import lint

from appointments import sheet_views, views
from appointments.answer_parts import About
from b12guide.logs import PrivateFormatter

CANARY = "Kanari-from-the-form"
URLENCODED = "application/x-www-form-urlencoded"


@pytest.fixture
def log():
    """Return what the deployed log would hold: first in line, so that nobody formats before it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PrivateFormatter())
    logging.root.handlers.insert(0, handler)
    yield stream
    logging.root.removeHandler(handler)


@pytest.fixture
def failing(visitor) -> Client:
    """Return the browser of somebody who is shown failures."""
    visitor.has(full_answers())
    visitor.client.raise_request_exception = False
    return visitor.client


def _quotes_the_text(*args, **kwargs):
    raise ValueError(f"cannot write {CANARY}")


def _quotes_it_twice(*args, **kwargs):
    try:
        _quotes_the_text()
    except ValueError as error:
        raise RuntimeError(f"because of {CANARY}") from error


def _quotes_the_whole_model(*args, **kwargs):
    About(name=CANARY * 9)


@pytest.mark.parametrize("failure", [_quotes_the_text, _quotes_it_twice, _quotes_the_whole_model])
def test_a_failure_shows_a_page_and_logs_where_but_never_what(failing, log, monkeypatch, failure):
    monkeypatch.setattr(views, "_write", failure)
    response = failing.post("/appointment/diet/", {"detail": CANARY})

    assert response.status_code == 500
    page = lint(response)
    assert page.heading == "Something went wrong on our side"
    assert "What you saved on earlier pages is still in your browser" in page.text
    lines = log.getvalue()
    assert CANARY not in page.html
    assert CANARY not in lines
    assert "Internal Server Error: question" in lines  # the route, not the address
    assert "in question" in lines  # the place
    assert lines.strip().endswith(("ValueError", "RuntimeError", "ValidationError"))


def test_a_pdf_that_fails_does_so_alike(failing, log, monkeypatch):
    monkeypatch.setattr(sheet_views, "render_sheet", _quotes_the_text)
    response = failing.get("/appointment/summary.pdf")

    assert response.status_code == 500
    assert CANARY not in log.getvalue()
    assert lint(response).heading == "Something went wrong on our side"


def test_a_failure_leaves_the_answers_alone(failing, visitor, monkeypatch):
    monkeypatch.setattr(views, "_write", _quotes_the_text)
    failing.post("/appointment/diet/", {"detail": CANARY})

    assert visitor.answers == full_answers()


@pytest.mark.parametrize(
    "body",
    ["detail=" + "x" * 200_001, "&".join(f"picked={number}" for number in range(600))],
    ids=["too long", "too many fields"],
)
def test_more_than_any_page_sends_gets_a_kind_page(failing, visitor, log, body):
    response = failing.post("/appointment/diet/", f"own={CANARY}&{body}", content_type=URLENCODED)

    assert response.status_code in {400, 413}
    page = lint(response)
    assert page.heading == "We could not accept this page"
    assert "What you saved on earlier pages is still in your browser" in page.text
    assert CANARY not in log.getvalue()
    assert visitor.answers == full_answers()


def test_a_form_without_its_token_is_refused_and_given_back(log):
    client = Client(enforce_csrf_checks=True)
    response = client.post(
        "/appointment/diet/", f"picked=vegan&detail={CANARY}", content_type=URLENCODED
    )

    assert response.status_code == 403
    page = lint(response)
    assert page.heading == "We could not accept this page"
    assert "allow cookies" in page.text
    assert CANARY in page.text
    assert CANARY not in log.getvalue()


def test_what_was_refused_is_given_back_in_the_words_of_its_page():
    client = Client(enforce_csrf_checks=True)
    sent = "picked=vegan&asked=1&stop=1&detail=since+2018"
    page = lint(client.post("/appointment/diet/", sent, content_type=URLENCODED))
    words = [" ".join(e.text.split()) for e in page.elements if e.tag in {"dt", "dd"}]

    assert words[0] == "Food and drink"
    assert words[1].startswith("No animal foods")
    assert words[2:] == ["Anything to add?", "since 2018"]


def test_a_date_that_was_refused_is_given_back_box_by_box():
    client = Client(enforce_csrf_checks=True)
    sent = "date_of_birth_day=2&caregiver_name=Kim"
    response = client.post("/appointment/about/", sent, content_type=URLENCODED)
    page = lint(response)

    assert "Date of birth: Day 2" in page.text
    assert "no-store" in response.headers["Cache-Control"]


def test_a_form_with_its_token_is_accepted(visitor):
    visitor.client = Client(enforce_csrf_checks=True)
    visitor.open("/appointment/diet/")
    visitor.send(detail="vegan since 2018")

    assert visitor.answers.diet.detail == "vegan since 2018"


@pytest.mark.parametrize(
    "path",
    [
        "/appointment/nonsense/",
        "/appointment/diet/1/",
        "/appointment/diet/new/",
        "/appointment/lab-test/",
        "/appointment/lab-result/new/",
        "/appointment/lab-test/0/",
        "/appointment/lab-test/99/",
        "/appointment/lab-test/99/remove/",
        "/appointment/symptom-details/1/remove/",
        "/appointment/diet/1/remove/",
        f"/appointment/lab-test/{'9' * 5000}/",
        "/appointment/<script>/",
    ],
)
def test_an_address_that_does_not_exist_gets_a_kind_page(visitor, path):
    visitor.has(full_answers())
    page = visitor.open(path)

    assert visitor.status == 404
    assert page.heading in {
        "There is no such page",
        "This entry is no longer in your list",
    }
    assert visitor.answers == full_answers()


def test_what_is_refused_takes_one_line_and_no_more(client, log):
    """Anybody can send it, as often as they like."""
    assert client.post("/appointment/diet/", {"detail": "x" * 300_000}).status_code == 400
    assert log.getvalue().endswith(
        "django.security.RequestDataTooBig: Refused: RequestDataTooBig\n"
    )
    assert log.getvalue().count("\n") == 1


def test_a_name_that_is_not_ours_takes_no_line_at_all(client, log):
    """Scanners ask for every name there is, all day."""
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400
    assert log.getvalue() == ""


def test_a_form_that_breaks_off_in_the_middle_is_no_failure_of_ours(client, log, monkeypatch):
    def broken_off():
        raise UnreadablePostError

    monkeypatch.setattr("content.views.index", broken_off)
    assert client.post("/search/", {"q": "b12"}).status_code == 400
    assert log.getvalue() == ""


class BrokenOff(io.BytesIO):
    """A form of which the rest never comes."""

    def read(self, *_sizes: int | None) -> bytes:
        raise ConnectionResetError

    readline = read


@pytest.mark.parametrize("address", ["/", "/appointment/diet/"])
def test_a_form_that_breaks_off_without_its_token_is_refused_and_no_failure(address, log):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    form = {"CONTENT_LENGTH": "9000", "CONTENT_TYPE": "application/x-www-form-urlencoded"}
    sent = {"wsgi.input": BrokenOff(), "REQUEST_METHOD": "POST", "PATH_INFO": address}
    response = client.request(**form, **sent)

    assert response.status_code == 403
    assert log.getvalue() == ""
