"""The sealed cookie opens what it sealed, within its time, and nothing else."""

import time

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from appointments import sealed_cookie
from appointments.answer_parts import About, Symptoms
from appointments.answers import Answers
from appointments.choices import Has, PreparingFor
from appointments.sealed_cookie import AnswersTooLongError, VisitState


@pytest.fixture
def answers():
    return Answers(about=About(name="A. Patient"), symptoms=Symptoms(has=Has.NONE))


def sealed(answers: Answers) -> dict[str, str]:
    response = HttpResponse()
    sealed_cookie.save(response, answers)
    return {name: morsel.value for name, morsel in response.cookies.items() if morsel.value}


def loaded(cookies: dict[str, str]):
    request = RequestFactory().get("/appointment/")
    request.COOKIES.update(cookies)
    return sealed_cookie.load(request)


def test_what_was_sealed_is_opened(answers):
    visit = loaded(sealed(answers))

    assert visit.state is VisitState.OPEN
    assert visit.answers == answers


def test_no_cookie_is_a_first_visit():
    assert loaded({}).state is VisitState.NEW


def test_nothing_can_be_read_from_the_cookie(answers):
    assert "Patient" not in "".join(sealed(answers).values())


def test_long_answers_take_two_cookies_and_come_back(monkeypatch, answers):
    monkeypatch.setattr(sealed_cookie, "CHUNK", 150)

    cookies = sealed(answers)

    assert len(cookies) == 2
    assert loaded(cookies).answers == answers


def test_the_second_cookie_goes_when_one_is_enough(answers):
    response = HttpResponse()
    sealed_cookie.save(response, answers)

    assert response.cookies[sealed_cookie.NAMES[1]]["max-age"] == 0


def test_answers_that_do_not_fit_are_refused(monkeypatch, answers):
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", 100)
    response = HttpResponse()

    with pytest.raises(AnswersTooLongError):
        sealed_cookie.save(response, answers)

    assert not response.cookies


def test_answers_that_could_not_be_opened_again_are_refused(monkeypatch, answers):
    monkeypatch.setattr(sealed_cookie, "LONGEST_JSON", len(answers.to_json().encode()))
    assert loaded(sealed(answers)).answers == answers

    monkeypatch.setattr(sealed_cookie, "LONGEST_JSON", len(answers.to_json().encode()) - 1)
    with pytest.raises(AnswersTooLongError):
        sealed_cookie.seal(answers)


def test_pages_that_were_read_take_no_more_than_the_spare_room(monkeypatch, answers):
    read = answers.replace(acknowledged=tuple(f"page {number * 7919}" for number in range(99)))
    limit = len(sealed_cookie.seal(read))
    assert limit > len(sealed_cookie.seal(answers)) + sealed_cookie.SPARE
    monkeypatch.setattr(sealed_cookie, "LONGEST_SEALED", limit - 1)

    with pytest.raises(AnswersTooLongError):
        sealed_cookie.seal(read)


@pytest.mark.parametrize(
    ("shared", "minutes", "state"),
    [
        (False, 119, VisitState.OPEN),
        (False, 121, VisitState.EXPIRED),
        (True, 14, VisitState.OPEN),
        (True, 16, VisitState.EXPIRED),
    ],
)
def test_idle_answers_expire(monkeypatch, answers, shared, minutes, state):
    answers = answers.replace(
        shared_computer=shared, country="us", preparing_for=PreparingFor.OTHER
    )
    cookies = sealed(answers)
    later = time.time() + minutes * 60
    monkeypatch.setattr(sealed_cookie.time, "time", lambda: later)

    visit = loaded(cookies)

    assert visit.state is state
    # What is new on a shared computer must not stay longer than what expired there.
    kept = Answers(shared_computer=shared, country="us", preparing_for=PreparingFor.OTHER)
    assert visit.answers == (kept if state is VisitState.EXPIRED else answers)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: token[:-10],
        lambda token: token[:20] + ("A" if token[20] != "A" else "B") + token[21:],
        lambda _token: "nonsense",
        lambda _token: "é",
    ],
)
def test_what_these_keys_did_not_seal_is_unreadable(answers, spoil):
    cookies = sealed(answers)
    cookies[sealed_cookie.NAMES[0]] = spoil(cookies[sealed_cookie.NAMES[0]])

    assert loaded(cookies).state is VisitState.UNREADABLE


def test_an_older_key_still_opens_and_a_forgotten_one_does_not(settings, answers):
    cookies = sealed(answers)
    old = settings.SECRET_KEY
    settings.SECRET_KEY = "a new key that is long enough for this test"

    assert loaded(cookies).state is VisitState.UNREADABLE

    settings.SECRET_KEY_FALLBACKS = [old]
    assert loaded(cookies).answers == answers


def test_the_cookie_is_for_this_site_and_this_form_only(answers):
    response = HttpResponse()
    sealed_cookie.save(response, answers)
    cookie = response.cookies[sealed_cookie.NAMES[0]]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/appointment/"
    assert not cookie["max-age"]


def touched(cookies: dict[str, str]) -> dict[str, str]:
    """Return the cookies after a page was looked at."""
    request = RequestFactory().get("/appointment/")
    request.COOKIES.update(cookies)
    response = HttpResponse()
    sealed_cookie.touch(request, response)
    assert set(response.cookies) == {sealed_cookie.SEEN}, "looking never writes the answers"
    return cookies | {sealed_cookie.SEEN: response.cookies[sealed_cookie.SEEN].value}


def pass_minutes(monkeypatch, minutes: int) -> None:
    later = time.time() + minutes * 60
    monkeypatch.setattr(time, "time", lambda: later)


def test_looking_at_pages_keeps_the_answers_alive(monkeypatch, answers):
    cookies = sealed(answers)
    pass_minutes(monkeypatch, 100)
    cookies = touched(cookies)
    pass_minutes(monkeypatch, 100)

    assert loaded(cookies).answers == answers

    pass_minutes(monkeypatch, 121)
    assert loaded(cookies).state is VisitState.EXPIRED


def test_another_visit_does_not_keep_old_answers_alive(monkeypatch, answers):
    old = sealed(answers)
    pass_minutes(monkeypatch, 121)
    fresh = touched(sealed(Answers(about=About(name="Somebody else"))))

    assert loaded(old | {sealed_cookie.SEEN: fresh[sealed_cookie.SEEN]}).state is VisitState.EXPIRED


def test_nonsense_about_when_answers_were_seen_changes_nothing(answers):
    assert loaded(sealed(answers) | {sealed_cookie.SEEN: "nonsense é"}).answers == answers


def test_answers_that_only_another_version_can_read_are_not_called_damaged(monkeypatch, answers):
    monkeypatch.setattr(Answers, "to_json", lambda _self: '{"version":2}')
    monkeypatch.setattr(Answers, "from_json", lambda *_args, **_how: None)
    token = sealed_cookie.seal(answers)
    monkeypatch.undo()

    assert sealed_cookie.unseal(token).state is VisitState.NEWER

    pass_minutes(monkeypatch, 121)
    assert sealed_cookie.unseal(token).state is VisitState.EXPIRED
