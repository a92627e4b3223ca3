"""Every response is closed to the outside, and no personal page is kept by anybody."""

from __future__ import annotations

import pytest
from builders import full_answers

from b12guide.headers import HEADERS, PAGE_HEADERS

PERSONAL = [
    "/appointment/",
    "/appointment/diet/",
    "/appointment/lab-result/3/",
    "/appointment/lab-test/new/",
    "/appointment/lab-test/3/remove/",
    "/appointment/check-your-answers/",
    "/appointment/summary/",
    "/appointment/summary.pdf",
    "/appointment/summary.json",
    "/appointment/message/",
    "/appointment/continue/",
    "/appointment/clear/",
    "/appointment/left-alone/",
    "/appointment/lab-result/99/",
]
YEAR = 365 * 24 * 3600
OPEN = ["/", "/privacy/", "/privacy/health-data/", "/get-help-now/", "/no-such-page/"]


def no_store(response) -> bool:
    return {"no-store", "private"} <= set(response.headers["Cache-Control"].split(", "))


def assert_closed(response) -> None:
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    for name, value in (HEADERS | (PAGE_HEADERS if is_page else {})).items():
        assert response.headers[name] == value
    assert "Access-Control-Allow-Origin" not in response.headers
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.fixture
def told(visitor):
    """Return somebody who has answered every question."""
    visitor.has(full_answers())
    visitor.client.raise_request_exception = False
    return visitor


@pytest.mark.parametrize("path", [*PERSONAL, *OPEN])
@pytest.mark.parametrize("method", ["get", "head", "post", "put", "delete", "options"])
def test_every_response_is_closed_to_the_outside(told, path, method):
    response = getattr(told.client, method)(path)

    assert response.status_code < 500
    assert_closed(response)
    if response.status_code == 405:
        assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize("path", PERSONAL)
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_no_personal_page_is_kept_by_a_browser_or_a_proxy(told, path, method):
    response = getattr(told.client, method)(path)

    assert response.status_code == 405 or no_store(response)


@pytest.mark.parametrize("path", PERSONAL)
def test_head_is_get_without_the_page(told, path):
    whole, head = told.client.get(path), told.client.head(path)

    assert head.status_code == whole.status_code
    assert not head.content
    assert told.answers == full_answers()


@pytest.mark.parametrize("path", PERSONAL)
@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_other_methods_are_refused_and_change_nothing(told, path, method):
    response = getattr(told.client, method)(path)

    assert response.status_code == 405
    assert told.answers == full_answers()


@pytest.mark.parametrize("path", ["/appointment/summary/", "/appointment/summary.pdf"])
def test_the_sheet_is_only_read(told, path):
    assert told.client.post(path).status_code == 405


def test_redirects_and_gone_pages_are_not_kept_either(told):
    told.open("/appointment/diet/")
    told.send()
    assert no_store(told.last.response)
    assert_closed(told.last.response)

    told.client.cookies["b12-answers-1"] = "nonsense"
    response = told.client.get("/appointment/diet/")
    assert response.status_code == 410
    assert no_store(response)
    assert_closed(response)


def test_a_failure_is_closed_and_not_kept_either(told, monkeypatch):
    monkeypatch.setattr("appointments.views._page", None)
    response = told.client.get("/appointment/diet/")

    assert response.status_code == 500
    assert_closed(response)


# What Mozilla's HTTP Observatory (algorithm 4, @mdn/mdn-http-observatory 1.4.8) adds to its 100
# points: CSP with default-src 'none', no 'unsafe' and a form-action 10; CORP 10; a private
# Referrer-Policy 5; framing refused by CSP 5. Three more are out of reach of a header: 5 for a
# domain that is in the browsers' HSTS list, 5 for cookies (the page scanned sets none), and 5 for
# checksums of scripts (there are none). It takes points off for HSTS under half a year, a missing
# nosniff, cross-origin access, and a redirect that does not lead to HTTPS on the same host first.
def test_the_observatory_gives_every_point_that_headers_can_earn(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = YEAR
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    settings.SECURE_HSTS_PRELOAD = True
    redirect = client.get("/")
    home = client.get("/", secure=True)
    policy = dict(
        part.strip().split(" ", 1) for part in home.headers["Content-Security-Policy"].split(";")
    )

    assert (redirect.status_code, redirect.headers["Location"]) == (301, "https://testserver/")
    assert HEADERS.items() <= dict(redirect.headers).items()
    assert_closed(home)
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert set(policy.values()) <= {"'none'", "'self'"}
    assert policy["form-action"] == "'self'"
    assert home.headers["Strict-Transport-Security"] == (
        f"max-age={YEAR}; includeSubDomains; preload"
    )
    assert not home.cookies
    assert b"<script" not in home.content


def test_open_pages_set_no_cookie(told):
    for path in OPEN:
        assert not told.client.get(path).cookies


def test_the_cookies_are_for_the_form_only_and_out_of_reach_of_scripts(told):
    cookies = {
        **told.client.get("/appointment/diet/").cookies,
        **told.client.post("/appointment/diet/", {"detail": ""}).cookies,
    }

    for name in ("b12-answers-1", "b12-seen", "csrftoken"):
        assert cookies[name]["httponly"]
        assert cookies[name]["samesite"] == "Lax"
        assert not cookies[name]["domain"]
    for name in ("b12-answers-1", "b12-seen"):
        assert cookies[name]["path"] == "/appointment/"


@pytest.mark.parametrize("secure", [True, False])
def test_outside_a_local_machine_the_answers_travel_over_https_only(told, settings, secure):
    settings.ANSWERS_COOKIE_SECURE = secure
    answers = told.client.post("/appointment/diet/", {"detail": ""}).cookies["b12-answers-1"]
    seen = told.client.get("/appointment/diet/").cookies["b12-seen"]

    assert bool(answers["secure"]) is secure
    assert bool(seen["secure"]) is secure


def test_the_pdf_has_a_name_that_says_nothing_about_the_person(told):
    response = told.client.get("/appointment/summary.pdf")

    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'inline; filename="b12-appointment.pdf"'
    assert response.content.startswith(b"%PDF-")
    assert b"A. Patient" not in str(response.headers).encode()
