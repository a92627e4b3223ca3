"""What people type is on their sheet, and nowhere else."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import pytest
from django.db import connection
from django.utils.html import escape
from form_visitor import Visitor
from pages import Page
from pdf_checks import text_of

from appointments.steps import STEPS
from appointments.steps.fields import TypedText
from b12guide.logs import PrivateFormatter

CHECK = "/appointment/check-your-answers/"
PASTE = "lab-paste"
PICKED = {
    "start": {"preparing_for": "self", "country": "us"},
    "safety": {"happening": ["rash_after"]},
    "symptoms": {"picked": ["fatigue"]},
    "symptom-details": {"trend": "worse"},
    "lab-test": {"test": "other"},
    "lab-result": {"unit": "other"},
    "conditions": {"picked": ["thyroid"]},
    "operations": {"picked": ["rygb"]},
    "medicines": {"picked": ["metformin"]},
    "diet": {"picked": ["vegan"]},
    "nitrous-oxide": {"use": "past"},
    "family": {"has": "yes"},
    "pregnancy": {"status": "planning"},
    "cautions": {"picked": ["heart"]},
    "b12-product": {"route": "injection", "form": "hydroxo"},
    "b12-effect": {"missed": "sometimes", "effect": "some"},
}
TEXT_FIELDS = {
    (step.slug, name)
    for step in STEPS
    for name, kind in step.form.base_fields.items()
    if isinstance(kind, TypedText) and step.slug != PASTE  # it has a test of its own
}


class Everything(logging.Handler):
    """Keeps every line that anything logs, in the format of our settings."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.setFormatter(PrivateFormatter())

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def logged(monkeypatch):
    """Log everything, and return the lines."""
    handler = Everything()
    names = [None, *logging.root.manager.loggerDict]
    for logger in map(logging.getLogger, names):
        monkeypatch.setattr(logger, "level", logging.DEBUG)
        monkeypatch.setattr(logger, "handlers", [handler])
        logger.manager._clear_cache()
    yield handler.lines
    logging.root.manager._clear_cache()


@dataclass
class Walk:
    """A walk through the form by somebody who types another canary into each field."""

    visitor: Visitor
    by: str
    typed: dict[str, tuple[str, str]] = field(default_factory=dict)  # canary -> page and field
    numbers: count = field(default_factory=lambda: count(100))
    added: set[str] = field(default_factory=set)

    def go(self) -> None:
        """Go from the first page to the check page."""
        visitor = self.visitor
        visitor.open("/appointment/")
        while visitor.url != CHECK or visitor.stopped:
            if visitor.stopped:
                visitor.read_on()
                continue
            slug = visitor.url.removeprefix("/appointment/").split("/")[0] or "start"
            visitor.send(**self.texts(slug, visitor.page) | self.picks(slug))
            if "press Continue again" in visitor.page.text:
                visitor.send()
            assert visitor.status == 200, visitor.page.errors

    def texts(self, slug: str, page: Page) -> dict[str, str]:
        """Return a canary for each text on the page."""
        fields = [e.attrs["name"] for e in page.all("input", type="text") + page.all("textarea")]
        texts = {
            name: f"Kanari{next(self.numbers)}q" for name in fields if (slug, name) in TEXT_FIELDS
        }
        self.typed |= {canary: (slug, name) for name, canary in texts.items()}
        return texts

    def picks(self, slug: str) -> dict:
        """Return what is ticked on the page; each list that grows gets one entry."""
        if slug in {"lab-results", "b12-tried"}:
            first = slug not in self.added
            self.added.add(slug)
            return {"add": "some" if first else "enough"}
        if slug == "start":
            return PICKED["start"] | {"preparing_for": self.by}
        return PICKED.get(slug, {})


@pytest.fixture(params=["self", "other"])
def walk(request, visitor) -> Walk:
    """Return the walk of the person themself, and of a caregiver."""
    return Walk(visitor, request.param)


def everything_in_the_database() -> Iterator[str]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield f"{table}: {cursor.fetchall()}"


def caregiver_only(by: str) -> set[tuple[str, str]]:
    names = {("about", "caregiver_name"), ("about", "caregiver_relationship")}
    return set() if by == "other" else names


@pytest.mark.django_db
def test_what_is_typed_anywhere_is_on_the_sheet_and_nowhere_else(
    walk, visitor, logged, tmp_path, monkeypatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    walk.go()
    check, summary = visitor.page, visitor.open("/appointment/summary/")
    pdf = visitor.client.get("/appointment/summary.pdf").content
    printed = text_of(pdf).replace(" ", "")  # a narrow column may break a line anywhere

    # Every field was typed into, and all of it is printed.
    assert set(walk.typed.values()) == TEXT_FIELDS - caregiver_only(walk.by)
    for canary, where in walk.typed.items():
        assert canary in check.text, where
        assert canary in summary.text, where
        assert canary in printed, where

    elsewhere = {
        "database": "\n".join(everything_in_the_database()),
        "log": "\n".join(logged),
        "addresses": "\n".join(exchange.url for exchange in visitor.exchanges),
        "headers": "\n".join(
            f"{name}: {value}"
            for exchange in visitor.exchanges
            for name, value in [
                *exchange.response.headers.items(),
                *((name, m.OutputString()) for name, m in exchange.response.cookies.items()),
            ]
        ),
        "temporary files": "\n".join(
            f"{path} {path.read_bytes()!r}" for path in tmp_path.rglob("*") if path.is_file()
        ),
    }
    assert visitor.visit.state == "open"
    assert "Location: " in elsewhere["headers"]
    assert "b12-answers-1" in elsewhere["headers"]
    for place, text in elsewhere.items():
        for canary, where in walk.typed.items():
            assert canary not in text, (place, where)


def test_what_is_refused_or_given_back_is_not_logged_either(visitor, logged):
    visitor.open("/appointment/diet/")
    visitor.send(detail="Kanari" * 99)
    assert visitor.status == 422
    visitor.post("/appointment/symptom-details/9/", effect="Kanari")
    assert visitor.status == 404
    visitor.post("/appointment/nonsense/", effect="Kanari")
    assert visitor.status == 404

    assert logged
    assert "Kanari" not in "\n".join(logged)


def test_nothing_personal_leaves_the_pages_of_the_form(visitor):
    Walk(visitor, "self").go()

    for address in ("/", "/privacy/", "/get-help-now/", "/vitamin-b12-injections/"):
        assert "Kanari" not in visitor.open(address).html
        assert not visitor.exchanges[-1].response.cookies


def test_typed_text_is_never_markup(visitor):
    visitor.open("/appointment/about/")
    visitor.send(name="<i>Kanari</i>")
    html = visitor.open(CHECK).html

    assert escape("<i>Kanari</i>") in html
    assert "<i>Kanari" not in html
