"""What strangers send to the real server is refused, with a page where Django sees it; no 500."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.cookies import SimpleCookie

import pytest
from django.conf import settings as django_settings
from real_server import HOST, Reply, Server, cookies_of, serving

from appointments.sealed_cookie import NAMES, unseal
from b12guide.headers import HEADERS
from tests.builders import full_answers

DIET = "/appointment/diet/"
URLENCODED = "application/x-www-form-urlencoded"
REFUSED = "We could not accept this page"
HEAD = f"Host: {HOST}\r\nX-Forwarded-Proto: https\r\n"


@pytest.fixture(scope="module")
def server(static_files, tmp_path_factory) -> Iterator[Server]:
    """Run one server for all of these tests: they do it no harm."""
    log_file = tmp_path_factory.mktemp("strangers") / "server.log"
    with serving(log_file, django_settings.SECRET_KEY) as running:
        yield running


@pytest.fixture(autouse=True)
def _nothing_failed(server) -> Iterator[None]:
    yield
    assert "Internal Server Error" not in server.log
    assert "Error handling request" not in server.log
    assert server.process.poll() is None


def sent(server: Server, body: bytes, kind: str, **headers: str) -> Reply:
    """Send the page about food as somebody's browser would, with the token of the page."""
    answers = cookies_of(full_answers())
    page = server.get(DIET, cookies=answers)
    jar = SimpleCookie()
    for line in page.set_cookies:
        jar.load(line)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
    return server.ask(
        "POST",
        DIET,
        cookies=f"{answers}; csrftoken={jar['csrftoken'].value}",
        body=body,
        Content_Type=kind,
        X_CSRFToken=token,
        Referer=f"https://{HOST}:{server.port}{DIET}",
        **headers,
    )


def test_a_form_with_its_token_is_accepted(server):
    """Or the tests below would prove nothing."""
    reply = sent(server, b"detail=since+2018", URLENCODED)
    jar = SimpleCookie()
    for line in reply.set_cookies:
        jar.load(line)

    assert reply.status == 302
    assert unseal(jar[NAMES[0]].value).answers.diet.detail == "since 2018"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b'{"detail": "x"}'),
        ("application/xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
        ("application/octet-stream", b"\x00\xff" * 5000),
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=", b"x"),
        ("multipart/form-data; boundary=a; charset=hex", b"--b\r\n\r\nx"),
        (URLENCODED, b"detail=" + b"x" * 1_000_000),
        (URLENCODED, b"&".join(b"f%d=x" % number for number in range(10_000))),
        ("text/plain", b"detail=x"),
    ],
)
def test_what_is_no_form_of_the_page_is_refused_with_a_page(server, kind, body):
    reply = sent(server, body, kind)

    assert reply.status in {400, 413}
    assert REFUSED in reply.text
    assert not any(NAMES[0] in line for line in reply.set_cookies)


@pytest.mark.parametrize("charset", ["hex", "rot13", "utf-16", "idna", "no-such-code", '"', "zlib"])
def test_a_form_is_in_utf_8_whatever_else_it_claims(server, charset):
    reply = sent(server, "detail=Zoë".encode(), f"{URLENCODED}; charset={charset}")

    assert reply.status == 302


@pytest.mark.parametrize(
    "method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "get"]
)
def test_other_methods_are_refused(server, method):
    reply = server.ask(method, DIET, cookies=cookies_of(full_answers()))

    assert 400 <= reply.status < 500
    assert not any(NAMES[0] in line for line in reply.set_cookies)


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/appointment/..%2f..%2f..%2fetc%2fpasswd",
        "/static/..%2f..%2f.env",
        "/static/../../.env",
        "/static/%2e%2e/%2e%2e/.env",
        "/static//etc/passwd",
        "/.env",
        "/.git/config",
        "/appointment/diet%00/",
        "/%ff%fe/",
    ],
)
def test_no_file_of_the_server_is_handed_out(server, path):
    answer = server.send_raw(f"GET {path} HTTP/1.1\r\n{HEAD}Connection: close\r\n\r\n".encode())

    assert answer.split(maxsplit=2)[1] in {b"301", b"404"}
    assert b"SECRET_KEY" not in answer
    assert b"root:x" not in answer
    assert b"[core]" not in answer


POST = f"POST {DIET} HTTP/1.1\r\n{HEAD}"
GET = f"GET / HTTP/1.1\r\n{HEAD}"


@pytest.mark.parametrize(
    ("request_text", "status"),
    [
        (f"{POST}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET", 400),
        (f"{POST}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400),
        (f"{POST}Content-Length: -1\r\n\r\n", 400),
        (f"{POST}Content-Length: 1_0\r\n\r\n0123456789", 400),
        (f"{POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 501),
        (f"{GET}A: b\r\n folded\r\n\r\n", 400),
        (f"{GET}A: b\x00c\r\n\r\n", 400),
        (f"{GET}A : b\r\n\r\n", 400),
        (f"{GET}Host: other.example\r\n\r\n", 400),
        (f"GET /\x00 HTTP/1.1\r\n{HEAD}\r\n", 400),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(server, request_text, status):
    text = request_text.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", 1)
    answer = server.send_raw(text.encode("latin1"))

    assert answer.count(b"HTTP/1.1 ") == 1
    assert int(answer.split()[1]) == status


def test_a_look_at_the_headers_alone_leaves_no_line_in_the_log(server):
    before = server.log
    for path in ("/", DIET, "/no-such-page/"):
        assert server.ask("HEAD", path).body == b""

    assert server.log == before


def test_huge_cookies_and_huge_addresses_are_refused(server):
    assert server.get("/", cookies="a=" + "b" * 9_000).status == 431
    assert server.get("/", cookies="; ".join(f"c{n}=d" for n in range(700))).status == 200
    assert server.get(f"/?{'a' * 100_000}").status == 414
    assert server.get("/", **{f"X_{number}": "1" for number in range(100)}).status == 431


def test_static_files_are_closed_too(server):
    css = re.search(r'href="(/static/css/[^"]+)"', server.get("/").text)[1]
    for path in (css, "/static/icon.svg"):
        reply = server.get(path)

        assert reply.status == 200
        assert HEADERS.items() <= reply.headers.items()
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in reply.headers
