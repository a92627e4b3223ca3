"""What no browser sends ends in a page of ours, never in a failure, and costs nobody an answer."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from builders import full_answers
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from pages import lint

from appointments.answer_parts import Diet

DIET = "/appointment/diet/"
URLENCODED = "application/x-www-form-urlencoded"
REFUSED = "We could not accept this page"
KEPT = "What you saved on earlier pages is still in your browser"


@pytest.fixture
def told(visitor):
    """Return somebody who has answered every question, and would be shown a failure."""
    visitor.has(full_answers())
    visitor.client.raise_request_exception = False
    return visitor


def is_refused(response: Any) -> bool:
    page = lint(response)
    return response.status_code in {400, 413} and page.heading == REFUSED and KEPT in page.text


MULTIPART = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
BODIES = {
    "JSON": ("application/json", b'{"detail": "x", "picked": ["vegan"]}'),
    "XML": (
        "application/xml",
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><detail>&b;</detail>',
    ),
    "bytes": ("application/octet-stream", b"\x00\xff" * 500),
    "plain text": ("text/plain", b"detail=x"),
    "no kind at all": ("", b"detail=x"),
    "a kind that is none": ("\x01nonsense;;;=", b"detail=x"),
    "a form of another page": (URLENCODED, b"name=A&reason=B"),
    "an empty form": (URLENCODED, b""),
    "half an escape": (URLENCODED, b"%&=%&%zz=%"),
    "parts without a boundary": ("multipart/form-data", b"detail=x"),
    "parts with an empty boundary": ("multipart/form-data; boundary=", b"detail=x"),
    "parts with a boundary too long": (f"multipart/form-data; boundary={'x' * 300}", b"detail=x"),
    "parts with a boundary that is no word": ("multipart/form-data; boundary=\xe9", b"detail=x"),
    "parts of another boundary": ("multipart/form-data; boundary=other", MULTIPART.encode()),
    "a part that never ends": (MULTIPART_CONTENT, f'{MULTIPART}"x"\r\n\r\nx'.encode()),
    "a field of 1 MB": (URLENCODED, b"detail=" + b"x" * 1_000_000),
    "a part of 1 MB": (MULTIPART_CONTENT, encode_multipart(BOUNDARY, {"detail": "x" * 1_000_000})),
    "10,000 fields": (URLENCODED, b"&".join(b"f%d=x" % number for number in range(10_000))),
    "10,000 times the same": (URLENCODED, b"&".join([b"picked=vegan"] * 10_000)),
    "10,000 parts": (
        MULTIPART_CONTENT,
        encode_multipart(BOUNDARY, {f"f{number}": "x" for number in range(10_000)}),
    ),
    "10,000 files": (
        MULTIPART_CONTENT,
        b"".join(
            f'{MULTIPART}"f{number}"; filename="f"\r\n\r\nx\r\n'.encode()
            for number in range(10_000)
        )
        + f"--{BOUNDARY}--\r\n".encode(),
    ),
}


@pytest.mark.parametrize(("kind", "body"), BODIES.values(), ids=BODIES)
def test_what_is_no_form_of_the_page_is_refused_and_the_page_keeps_its_answers(told, kind, body):
    response = told.client.generic("POST", DIET, body, content_type=kind)

    assert is_refused(response)
    assert told.answers == full_answers()


@pytest.mark.parametrize(
    "text",
    [
        b"%ff%fe",  # not UTF-8
        b"%c0%af",  # a slash, written too long
        b"%ed%a0%80",  # half of a pair
        b"\xff\xfe",
        b"%f4%90%80%80",  # beyond Unicode
        b"%u0041",
        b"%00",
        b"%e2%80%ae%e2%81%a6",  # turns the direction of what follows
        b"%ef%bf%be",  # a character that is none
        b"a" + b"%cc%81" * 250,  # letters under a tower of accents
    ],
)
@pytest.mark.parametrize("kind", [URLENCODED, f"{URLENCODED}; charset=utf-16"])
def test_text_that_is_none_is_refused_or_kept_but_never_a_failure(told, text, kind):
    response = told.client.generic("POST", DIET, b"detail=" + text, content_type=kind)

    assert response.status_code in {302, 400, 422}
    if response.status_code != 302:
        assert lint(response).heading
        assert told.answers == full_answers()
    assert told.answers.replace(diet=Diet()) == full_answers().replace(diet=Diet())
    assert told.client.get("/appointment/summary.pdf").status_code == 200


def test_of_a_field_that_comes_twice_the_last_one_counts(told):
    body = b"detail=first&detail=last&picked=vegan&picked=vegan"
    response = told.client.generic("POST", f"{DIET}?detail=address", body, content_type=URLENCODED)

    assert response.status_code == 302
    assert told.answers.diet.detail == "last"
    assert told.answers.diet.chosen == ("vegan",)


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("safety", "happening", "clot"),
        ("symptoms", "picked", "tinnitus"),
        ("medicines", "picked", "metformin"),
        ("questions", "chosen", "q_cause"),
    ],
)
def test_what_is_ticked_twice_is_kept_once(visitor, page, name, value):
    visitor.open("/appointment/")
    visitor.send(preparing_for="self", country="us")
    visitor.open(f"/appointment/{page}/")
    visitor.send(**{name: [value, value]})

    assert visitor.answers.to_json().count(f'"{value}"') == 1


def test_a_field_of_another_page_changes_nothing_there(told):
    body = b"detail=mine&name=Other&next_item=1&country=us&shared_computer=on&acknowledged=x"
    told.client.generic("POST", DIET, body, content_type=URLENCODED)

    assert told.answers.diet.detail == "mine"
    assert told.answers.replace(diet=Diet()) == full_answers().replace(diet=Diet())


@pytest.mark.parametrize(
    "query", ["detail=x&picked=vegan", "stop=1", "read=rf_clot", "x=" + "y" * 100_000, "&" * 5000]
)
@pytest.mark.parametrize(
    "path",
    [DIET, "/appointment/clear/", "/appointment/summary/", "/appointment/lab-result/3/remove/"],
)
def test_nothing_is_changed_by_an_address(told, path, query):
    response = told.client.get(f"{path}?{query}")

    assert response.status_code == 200 or is_refused(response)
    assert told.answers == full_answers()


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-Method-Override"])
def test_a_method_cannot_be_put_on_by_a_header(told, header):
    told.client.get("/appointment/clear/?_method=POST", headers={header: "POST"})

    assert told.answers == full_answers()


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/appointment/../../../etc/passwd",
        "/appointment/..%2f..%2fetc%2fpasswd/",
        "/appointment/%2e%2e/%2e%2e/settings.py",
        "/static/../b12guide/settings.py",
        "/static/..%2f..%2f.env",
        "/static/%00",
        "/.env",
        "/.git/config",
        "/var/db.sqlite3",
        "/content/pages/en/glossary.md",
        "/appointment/ask/..%2fdiet/",
        "/appointment/diet%00/",
        "/appointment/" + quote("\udcff", errors="surrogateescape") + "/",
        "/appointment/" + "x" * 20_000 + "/",
        "/%0d%0aSet-Cookie:%20a=b/",
        "//other.example/%2e%2e",
    ],
)
def test_no_address_leads_out_of_the_site(told, path):
    response = told.client.get(path)

    assert response.status_code == 404
    assert lint(response).heading == "There is no such page"
    assert "Set-Cookie" not in response.headers
    assert told.answers == full_answers()


@pytest.mark.parametrize("path", ["//other.example/x", "/%5cother.example/x", "/x\r\nA: b/y"])
def test_an_address_without_its_last_slash_stays_on_the_site(told, path):
    response = told.client.get(path)

    assert response.status_code in {301, 404}
    place = response.headers.get("Location", "/")
    assert place.startswith("/")
    assert not place.startswith(("//", "/\\"))


@pytest.mark.parametrize("name", ["change", "onto", "next", "from", "back"])
@pytest.mark.parametrize(
    "place", ["https://other.example/", "//other.example/", "javascript:alert(1)", "a\r\nB: c"]
)
def test_no_word_of_an_address_leads_to_another_site(told, name, place):
    response = told.client.post(f"{DIET}?{name}={quote(place)}", {"detail": "x"})
    page = told.client.get(f"{DIET}?{name}={quote(place)}").content.decode()

    assert response.headers["Location"].startswith("/appointment/")
    assert "\r" not in response.headers["Location"]
    assert "other.example" not in response.headers["Location"] + page
    assert "javascript:" not in page


@pytest.mark.parametrize(
    "host", ["other.example", "127.0.0.1.other.example", "a b", "", "x" * 5000, "é", "a@127.0.0.1"]
)
def test_another_name_for_the_site_is_refused_with_a_page(told, settings, host):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    response = told.client.get("/", headers={"host": host})

    assert is_refused(response)
    assert host not in response.content.decode() or not host


def test_the_name_that_a_proxy_claims_is_not_believed(told):
    headers = {"x-forwarded-host": "other.example", "x-original-url": "/clear/", "forwarded": "x"}
    response = told.client.get(DIET, headers=headers)

    assert response.status_code == 200
    assert b"other.example" not in response.content
