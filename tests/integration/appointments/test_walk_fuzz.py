"""Anybody, on any page, in any order, typing anything: no fault, and no answer lost.

`make test` takes a few walks; `make fuzz` takes hundreds of them, with more than ten thousand
pages sent.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from form_visitor import CHOICES, Visitor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages import Page
from pdf_checks import assert_pdf_ua
from test_lab_fuzz import TYPED

from appointments import sealed_cookie
from appointments.answers import Answers
from appointments.steps import STEPS
from appointments.steps.step import ItemStep

PAGES_A_WALK = 20
WALKS = max(settings().max_examples // 10, 1)
LAST_PAGES = ["check-your-answers/", "summary/", "summary/?timeline=1", "message/", "clear/"]
ASK_PAGES = ["ask/medicines-and-conditions/", "ask/vitamin-b12-injections/"]
NOT_KEPT = ("/appointment/clear/", "/appointment/lab-paste/")
"""Where answers go, and where a report is read whose rows alone become answers."""

PROMISED = 10_000
"""Pages that `make fuzz` sends at least."""

NONSENSE = "nonsense"

TEXTS = TYPED | st.sampled_from(
    ["2024", "March 2024", "about 3 years ago", "1 mg", "x" * 700, "a\u202eb", "שלום", "मेरा", "🙂"]
)

logger = logging.getLogger(__name__)
sent_pages: list[str] = []


@pytest.fixture(scope="module", autouse=True)
def _say_how_many():
    """Say at the end how many pages were sent: `pytest -rP` shows it, `make fuzz` as well."""
    yield
    logger.info("%d pages sent in %d walks", len(sent_pages), WALKS)
    if WALKS * PAGES_A_WALK > PROMISED:
        assert len(sent_pages) >= PROMISED


def addresses(answers: Answers) -> list[str]:
    """Return every page there is for these answers."""
    paths = ["", *LAST_PAGES, *ASK_PAGES]
    for step in STEPS:
        if not isinstance(step, ItemStep):
            paths.append("" if step.slug == "start" else f"{step.slug}/")
            continue
        paths += [f"{step.slug}/new/"] if step.makes_entries else []
        for item in [entry.item for entry in answers.items if step.find(answers, entry.item)]:
            paths += [f"{step.slug}/{item}/", f"{step.slug}/{item}/remove/"]
    return [f"/appointment/{path}" for path in paths]


def words(text: str) -> str:
    """Return a text as it compares: blanks and line ends are not answers."""
    return " ".join(text.split())


def texts_in(value: Any) -> Iterator[str]:
    """Return every text and id in dumped answers; `has` follows from what is ticked."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from texts_in(part) if name != "has" else ()
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)
    elif isinstance(value, str):
        yield words(value)


def told(answers: Answers) -> set[str]:
    """Return what the answers hold, apart from which pages were read.

    What is in own words counts by them: how a list knows it ("own-" and a number for a question,
    "other" for the rest) is no answer.
    """
    texts = set(texts_in(answers.model_dump(mode="json", exclude={"acknowledged"})))
    return {text for text in texts if not re.fullmatch(r"own-\d+|other", text)}


def anything_in(draw: Any, page: Page) -> dict[str, Any]:
    """Return something for each field of the page: of what it offers, or typed."""
    fields: dict[str, Any] = {}
    for element in page.elements:
        name, kind = element.attrs.get("name", ""), element.attrs.get("type")
        if not name or "form" not in element.inside or name in fields or kind == "hidden":
            continue
        if kind in CHOICES:
            offered = [e.attrs.get("value", "on") for e in page.all("input", name=name)]
            most = 1 if kind == "radio" else 4
            fields[name] = draw(
                st.lists(st.sampled_from([*offered, NONSENSE]), max_size=most, unique=True)
            )
        elif element.tag == "select":
            fields[name] = draw(
                st.sampled_from(["", NONSENSE, *re.findall(r'value="(\w+)"', page.html)])
            )
        elif element.tag in {"input", "textarea"}:
            fields[name] = draw(st.just("") | TEXTS)
    return fields


def typed_in(page: Page, fields: dict[str, Any]) -> set[str]:
    """Return the texts that were typed into boxes."""
    boxes = {e.attrs.get("name") for e in page.all("textarea") + page.all("input", type="text")}
    return {words(fields[name]) for name in boxes & set(fields)} - {""}


def on_page(visitor: Visitor) -> set[str]:
    """Return what the fields of the open page hold."""
    values = visitor.filled().values()
    flat = [text for value in values for text in (value if isinstance(value, list) else [value])]
    return {words(text) for text in flat}


def sealed_size(visitor: Visitor) -> int:
    return sum(
        len(morsel.value)
        for name, morsel in visitor.client.cookies.items()
        if name in sealed_cookie.NAMES
    )


def step_on(draw: Any, visitor: Visitor) -> None:
    """Open a page, send something, and check that nothing else was touched."""
    address = draw(st.sampled_from(addresses(visitor.visit.answers)))
    visitor.open(address)
    # What was ticked is taken off where it was ticked, and has no page to remove it.
    assert visitor.status == 200 or address.endswith("/remove/"), address
    if visitor.stopped:
        if draw(st.booleans()):
            visitor.read_on()
        return
    if all("action" in form.attrs for form in visitor.page.all("form", method="post")):
        return
    here, page, before = visitor.url, visitor.page, visitor.visit.answers
    had, fields = on_page(visitor), anything_in(draw, page)
    buttons = {e.attrs["name"]: e.attrs["value"] for e in page.all("button") if "name" in e.attrs}
    if buttons and draw(st.integers(0, 3)) == 0:
        name = draw(st.sampled_from(sorted(buttons)))
        fields[name] = buttons[name]
    visitor.send(**fields)
    sent_pages.append(here)

    assert visitor.status in {200, 404, 410, 422}, visitor.status
    assert sealed_size(visitor) <= sealed_cookie.LONGEST_SEALED
    after = visitor.visit.answers
    if visitor.status == 422:
        assert visitor.page.errors
        assert after == before
        for text in typed_in(page, fields):
            assert text in on_page(visitor) or text in words(visitor.page.text), (here, text)
    elif not here.startswith(NOT_KEPT) and not here.endswith("/remove/"):
        lost = told(before) - told(after) - had
        assert not lost, (here, lost)
        lost = typed_in(page, fields) - told(after)
        assert not lost, (here, lost)


@settings(
    report_multiple_bugs=False,
    max_examples=WALKS,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_no_walk_ends_in_a_fault_or_loses_an_answer(data):
    visitor = Visitor()
    visitor.open("/appointment/")
    visitor.send(preparing_for=data.draw(st.sampled_from(["self", "other"])), country="us")
    for _page in range(PAGES_A_WALK):
        step_on(data.draw, visitor)
    response = visitor.client.get("/appointment/summary.pdf")
    if visitor.visit.state == "open":
        assert_pdf_ua(response.content)
