"""Cookies that were changed, mixed, made up or kept too long open nothing, and end in a kind page.

What somebody copied out of a browser before "Delete my answers" still opens for the rest of its
idle time: the server keeps no list of what was deleted (ADR 2).
"""

from __future__ import annotations

import base64
import json
import time
import zlib
from pathlib import Path

import pytest
from builders import full_answers, some_answers
from cryptography.fernet import Fernet
from django.conf import settings as django_settings
from django.core import signing
from form_visitor import Visitor

from appointments import sealed_cookie
from appointments.answers import Answers
from appointments.sealed_cookie import CHUNK, NAMES, SEEN

LARGEST = Path(__file__).parents[2] / "cases" / "largest.json"
ONE, TWO = NAMES
NAME = "A. Patient"

Cookies = dict[str, str]


def cookies_of(answers: Answers) -> Cookies:
    token = sealed_cookie.seal(answers)
    chunks = [token[start : start + CHUNK] for start in range(0, len(token), CHUNK)]
    return dict(zip(NAMES, chunks, strict=False))


def another(letter: str) -> str:
    return "B" if letter == "A" else "A"


def changed(text: str, place: int) -> str:
    return text[:place] + another(text[place]) + text[place + 1 :]


def with_another_key(answers: Answers) -> Cookies:
    text = zlib.compress(answers.to_json().encode())
    return {ONE: Fernet(Fernet.generate_key()).encrypt(text).decode()}


def with_our_secret_but_not_our_key(answers: Answers) -> Cookies:
    """What any other use of the same secret could make."""
    secret = base64.urlsafe_b64encode(django_settings.SECRET_KEY.encode()[:32].ljust(32, b"."))
    return {ONE: Fernet(secret).encrypt(zlib.compress(answers.to_json().encode())).decode()}


def sealed_by_us(content: bytes) -> str:
    return sealed_cookie._keys().encrypt(content).decode()


LONG = Answers.model_validate(json.loads(LARGEST.read_text(encoding="utf-8")))
FORGED = {
    "the first half is gone": lambda two, _: {TWO: two[TWO]},
    "the second half is gone": lambda two, _: {ONE: two[ONE]},
    "the halves are swapped": lambda two, _: {ONE: two[TWO], TWO: two[ONE]},
    "the first half comes twice": lambda two, _: {ONE: two[ONE], TWO: two[ONE]},
    "halves of two visits": lambda two, other: {ONE: two[ONE], TWO: other[TWO]},
    "the end is cut off": lambda two, _: two | {TWO: two[TWO][:-1]},
    "the beginning is cut off": lambda two, _: two | {ONE: two[ONE][1:]},
    "something is added": lambda two, _: two | {TWO: two[TWO] + "AAAA"},
    "the version is changed": lambda two, _: two | {ONE: changed(two[ONE], 0)},
    "the time is changed": lambda two, _: two | {ONE: changed(two[ONE], 5)},
    "a letter is changed": lambda two, _: two | {TWO: changed(two[TWO], 100)},
    "larger than any of ours": lambda two, _: two | {TWO: two[TWO] + "A" * 100_000},
    "nothing but equals signs": lambda *_: {ONE: "=" * 400},
    "letters beyond ASCII": lambda *_: {ONE: "ÿé" * 40},
    "answers in plain JSON": lambda *_: {ONE: full_answers().to_json()},
    "answers in Base64": lambda *_: {
        ONE: base64.urlsafe_b64encode(zlib.compress(full_answers().to_json().encode())).decode()
    },
    "sealed with a foreign key": lambda *_: with_another_key(full_answers()),
    "sealed for another use": lambda *_: with_our_secret_but_not_our_key(full_answers()),
    "signed by Django": lambda *_: {ONE: signing.dumps(full_answers().to_json(), compress=True)},
    "our seal of something else": lambda *_: {ONE: sealed_by_us(b"\x00" * 32)},
}


@pytest.fixture(params=FORGED.values(), ids=FORGED.keys())
def forger(request, visitor) -> Visitor:
    """Return somebody whose browser holds what our server did not put there like this."""
    cookies, other = cookies_of(LONG), cookies_of(LONG)
    assert set(cookies) == set(NAMES), "two cookies are needed"
    put(visitor, request.param(cookies, other))
    return visitor


def put(visitor: Visitor, cookies: Cookies) -> None:
    for name in (*NAMES, SEEN):
        visitor.client.cookies.pop(name, None)
    for name, value in cookies.items():
        visitor.client.cookies[name] = value


def held(visitor: Visitor) -> Cookies:
    """Return a copy of what the browser holds."""
    names = (*NAMES, SEEN)
    return {n: m.value for n, m in visitor.client.cookies.items() if n in names and m.value}


@pytest.mark.parametrize("path", ["diet/", "lab-result/3/", "summary/", "summary.pdf"])
def test_what_was_forged_opens_nothing_and_a_page_says_so(forger, path):
    page = forger.open(f"/appointment/{path}")

    assert forger.status == 410
    assert page.heading == "Your answers are no longer here"
    assert "answers in this browser could not be opened" in page.text
    assert NAME not in page.html
    assert not held(forger)
    assert forger.open("/appointment/").heading == "Prepare for your appointment"


def test_what_is_sent_along_with_it_is_kept(forger):
    forger.post("/appointment/diet/", picked="vegan", detail="since 2018")

    assert forger.status == 200
    assert forger.answers.diet.detail == "since 2018"
    assert NAME not in forger.answers.to_json()


def test_one_s_own_halves_together_open(visitor):
    """Or the tests above would prove nothing."""
    put(visitor, cookies_of(LONG))

    assert visitor.answers == LONG


@pytest.mark.parametrize("name", ["b12-answers-3", "b12-answers", "B12-ANSWERS-1"])
def test_a_cookie_of_another_name_is_not_looked_at(visitor, name):
    visitor.client.cookies[name] = sealed_cookie.seal(full_answers())
    visitor.open("/appointment/diet/")

    assert visitor.visit.state == "new"


def wait(monkeypatch, seconds: float) -> None:
    later = time.time() + seconds
    monkeypatch.setattr(sealed_cookie.time, "time", lambda: later)


@pytest.mark.parametrize(
    ("shared", "seconds"),
    [(False, sealed_cookie.IDLE_SECONDS), (True, sealed_cookie.IDLE_SECONDS_SHARED)],
)
def test_a_copy_made_before_deleting_opens_until_its_idle_time_is_over_and_no_longer(
    visitor, monkeypatch, shared, seconds
):
    visitor.has(full_answers().replace(shared_computer=shared))
    visitor.open("/appointment/diet/")
    copy = held(visitor)
    assert set(copy) == {ONE, SEEN}
    visitor.open("/appointment/clear/")
    visitor.send()

    assert visitor.page.heading == "Your answers are deleted"
    assert not held(visitor)
    assert visitor.open("/appointment/about/").html.count(NAME) == 0

    # What nobody can prevent who keeps no list (docs/security.md).
    put(visitor, copy)
    assert visitor.answers.about.name == NAME

    wait(monkeypatch, seconds + 2)
    page = visitor.open("/appointment/about/")
    assert visitor.status == 410
    assert NAME not in page.html


@pytest.mark.parametrize("kept", [(ONE,), (ONE, SEEN)])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_copy_that_comes_back_too_late_opens_nothing(visitor, monkeypatch, kept, method):
    visitor.has(full_answers())
    visitor.open("/appointment/diet/")
    copy = {name: value for name, value in held(visitor).items() if name in kept}
    wait(monkeypatch, sealed_cookie.IDLE_SECONDS + 2)
    put(visitor, copy)
    response = getattr(visitor.client, method)("/appointment/about/", {"reason": "x" * 999})

    assert response.status_code in {410, 422}
    assert NAME not in response.content.decode()


NEW_KEY = "a new key, as long as a key should be, for the time after the rotation"


def test_a_key_is_changed_while_somebody_writes(visitor, settings):
    visitor.has(full_answers())
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = NEW_KEY
    visitor.open("/appointment/diet/")
    visitor.send(detail="since 2018")
    settings.SECRET_KEY_FALLBACKS = []

    # Saving has sealed them anew, so that the old key can go.
    assert visitor.answers.about.name == NAME
    assert visitor.answers.diet.detail == "since 2018"


def test_a_key_that_was_taken_away_ends_every_copy_at_once(visitor, settings):
    visitor.has(full_answers())
    settings.SECRET_KEY = NEW_KEY
    page = visitor.open("/appointment/summary/")

    assert visitor.status == 410
    assert "answers in this browser could not be opened" in page.text
    assert NAME not in page.html


def test_answers_of_two_browsers_never_meet(visitor):
    stranger = Visitor()
    visitor.has(full_answers())
    stranger.has(some_answers(about={"name": "Somebody else"}))
    visitor.open("/appointment/summary/")

    assert "Somebody else" not in visitor.page.html
    assert NAME not in stranger.open("/appointment/summary/").html
