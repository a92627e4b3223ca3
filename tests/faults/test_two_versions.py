"""While a new version is rolled out, old and new servers share the visitors' answers."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from http.cookies import SimpleCookie

import pytest
from django.conf import settings as django_settings
from real_server import Reply, Server, cookies_of, serving

from appointments import sealed_cookie
from appointments.answers import Answers
from appointments.sealed_cookie import CHUNK, NAMES, VisitState
from tests.builders import full_answers

NEWER = {
    "sleep": {"hours": "6"},
    "about": {"pronoun": "they"},
    "diet": {"soy": "daily"},
    "symptoms": {"scale": 3},
}


@pytest.fixture(scope="module")
def server(static_files, tmp_path_factory) -> Iterator[Server]:
    """Run a server of this version, the older one."""
    log_file = tmp_path_factory.mktemp("older") / "server.log"
    with serving(log_file, django_settings.SECRET_KEY) as running:
        yield running


def of_a_newer_version() -> dict:
    """Return the JSON of full answers with fields that this version has no name for."""
    answers = json.loads(full_answers().to_json())
    for name, part in NEWER.items():
        answers[name] = answers.get(name, {}) | part
    answers["symptoms"]["entries"][0]["severity"] = 7
    return answers


def sealed(answers: dict) -> str:
    """Return the cookies that a newer server has sent."""
    token = sealed_cookie._keys().encrypt(zlib.compress(json.dumps(answers).encode())).decode()
    assert len(token) < CHUNK
    return f"{NAMES[0]}={token}"


def opened(set_cookies: list[str]) -> dict:
    """Return the JSON that the server has just sealed."""
    jar = SimpleCookie()
    for line in set_cookies:
        jar.load(line)
    token = "".join(jar[name].value for name in NAMES if name in jar)
    text, _time = sealed_cookie._open(token.encode())
    return json.loads(text)


def post(server: Server, path: str, cookies: str, body: str) -> Reply:
    """Send a form as a browser does that has just opened its page."""
    secret = "a" * 32
    return server.ask(
        "POST",
        path,
        cookies=f"{cookies}; csrftoken={secret}",
        body=f"csrfmiddlewaretoken={secret}&{body}",
        Referer="https://127.0.0.1/",
        Host="127.0.0.1",
    )


@pytest.mark.parametrize(
    ("path", "body", "changed"),
    [
        ("/appointment/diet/", "asked=1&picked=vegan&detail=since+2019", ("diet", "detail")),
        ("/appointment/about/", "name=B.+Patient", ("about", "name")),
        ("/appointment/symptom-details/1/", "effect=No+walks", ("symptoms", "entries")),
    ],
)
def test_the_older_server_saves_a_page_and_keeps_what_only_the_newer_knows(
    server, path, body, changed
):
    newer = of_a_newer_version()
    reply = post(server, path, sealed(newer), body)
    assert reply.status == 302, reply.text
    kept = opened(reply.set_cookies)
    part, field = changed

    assert kept[part][field] != newer[part].get(field)
    assert kept["sleep"] == NEWER["sleep"]
    for name, unknown in NEWER.items():
        assert unknown.items() <= kept[name].items()
    assert kept["symptoms"]["entries"][0]["severity"] == 7


def test_the_older_server_shows_pages_and_draws_the_sheet(server):
    cookies = sealed(of_a_newer_version())

    for path in ("check-your-answers/", "summary/", "diet/", "symptom-details/1/", "summary.pdf"):
        assert server.get(f"/appointment/{path}", cookies=cookies).status == 200, path


def test_answers_that_only_the_newer_can_read_are_left_alone(server):
    answers = of_a_newer_version()
    answers["diet"]["chosen"] = ["a-way-of-eating-to-come"]
    reply = server.get("/appointment/diet/", cookies=sealed(answers))

    assert reply.status == 503
    assert reply.headers["Refresh"] == reply.headers["Retry-After"]
    assert "Your answers are still in your browser" in reply.text
    assert not reply.set_cookies

    reply = post(server, "/appointment/diet/", sealed(answers), "asked=1&detail=since+2018")
    assert reply.status == 503
    assert "since 2018" in reply.text
    assert "Refresh" not in reply.headers
    assert "b12-answers" not in str(reply.set_cookies)

    reply = server.get("/appointment/left-alone/", cookies=sealed(answers))
    assert reply.status == 200
    assert not reply.set_cookies


def test_they_can_be_deleted_all_the_same(server):
    answers = of_a_newer_version() | {"version": 2}
    reply = post(server, "/appointment/clear/", sealed(answers), "")

    assert reply.status == 200
    assert f'{NAMES[0]}=""' in str(reply.set_cookies)


def test_a_newer_server_reads_what_an_older_one_sealed(monkeypatch):
    token = sealed_cookie.seal(full_answers())

    class Newer(Answers):
        sleep: str = ""

    monkeypatch.setattr(sealed_cookie, "Answers", Newer)
    visit = sealed_cookie.unseal(token)

    assert visit.state is VisitState.OPEN
    assert isinstance(visit.answers, Newer)
    assert visit.answers.to_json() == full_answers().to_json()


@pytest.mark.parametrize("days", [-3650, -1, 1, 3650])
def test_a_clock_that_jumps_ends_in_a_page(server, monkeypatch, days):
    now = sealed_cookie.time.time()
    with monkeypatch.context() as moved:
        moved.setattr(sealed_cookie.time, "time", lambda: now + days * 24 * 3600)
        cookies = cookies_of(full_answers())
    reply = server.get("/appointment/summary/", cookies=cookies)

    assert reply.status == (200 if days > 0 else 410)
    assert "<h1>" in reply.text
