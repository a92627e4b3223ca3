"""What the real server answers to strangers and to machines, and what it writes down of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

import pytest
from django.conf import settings as django_settings
from real_server import TOKEN, Server, cookies_of, processor_seconds, serving

from tests.builders import full_answers

CANARY = "Kanari"


@pytest.fixture(scope="module")
def log_file(tmp_path_factory):
    return tmp_path_factory.mktemp("server") / "server.log"


@pytest.fixture(scope="module")
def server(static_files, log_file) -> Iterator[Server]:
    """Run one server for all of these tests: they do it no harm."""
    with serving(log_file, django_settings.SECRET_KEY, REQUEST_LOG="true") as running:
        yield running


def lines(server: Server) -> list[dict]:
    return [json.loads(line) for line in server.log.splitlines()]


@pytest.mark.parametrize("name", ["Script_Name", "SCRIPT_NAME", "Script-Name", "Path_Info"])
def test_no_header_moves_the_site(server, name):
    request = (
        f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-Proto: https\r\n{name}: /{CANARY}\r\n"
    )
    answer = server.send_raw(request.encode() + b"Connection: close\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert CANARY.encode() not in answer


@pytest.mark.parametrize(
    ("request_line", "header", "status"),
    [
        (f"GET /{CANARY} HTTP/9.9", "", 400),
        (f"{CANARY} nonsense", "", 400),
        (f"GET /{'Kanari' * 400} HTTP/1.1", "", 414),
        ("GET / HTTP/1.1", f"{CANARY}: {'x' * 9000}", 431),
        ("GET / HTTP/1.1", f"Bad Header {CANARY}: 1", 400),
        ("GET / HTTP/1.1", f"Transfer-Encoding: {CANARY}", 501),
        (f"GET /?{CANARY}=%00 HTTP/1.1", "Host: kanari.example", 400),
        (f"GET /{CANARY}%00/ HTTP/1.1", "", 404),
        (f"KANARI /{CANARY}/ HTTP/1.1", "", 403),
    ],
)
def test_nonsense_is_refused_and_not_written_down(server, request_line, header, status):
    head = header if header.startswith("Host") else f"Host: 127.0.0.1\r\n{header}".strip()
    request = f"{request_line}\r\n{head}\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n"
    answer = server.send_raw(request.encode())

    assert int(answer.split()[1]) == status
    assert CANARY.casefold() not in server.log.casefold()
    assert "127.0.0.1, " not in server.log
    assert "ip=" not in server.log


def test_a_line_for_each_request_says_what_and_how_fast_but_not_who(server):
    server.ask(
        "GET",
        f"/appointment/symptom-details/1/?change={CANARY}",
        cookies=cookies_of(full_answers()),
        User_Agent=CANARY,
        X_Request_ID=CANARY,
        Referer=f"https://{CANARY}.example/",
    )
    reply = server.get("/vitamin-b12-injections/", X_Request_ID=CANARY)
    last, article = [line for line in lines(server) if line["message"] == "request"][-2:]

    assert set(last) == {
        "time", "level", "logger", "message", "request", "method", "route", "status", "ms",
    }  # fmt: skip
    assert last["route"] == "question-entry"
    assert (article["route"], article["method"], article["status"]) == ("page", "GET", 200)
    assert article["request"] == reply.headers["X-Request-ID"]
    assert re.fullmatch(r"[0-9a-f]{16}", article["request"])
    assert CANARY not in server.log
    assert "symptom-details" not in server.log
    assert "vitamin-b12-injections" not in server.log


def test_machines_are_told_in_a_word_by_any_name_and_without_https(server):
    for path, answer in {"/healthz": b"ok\n", "/readyz": b"fonts ok\nkeys ok\npdf ok\n"}.items():
        request = f"GET {path} HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n"
        head, _, body = server.send_raw(request.encode()).partition(b"\r\n\r\n")

        assert head.startswith(b"HTTP/1.1 200 OK")
        assert b"Cache-Control: no-store" in head
        assert answer in body


@pytest.mark.parametrize(
    "sent", ["", TOKEN, "Bearer ", f"Bearer {TOKEN}x", "Bearer é".encode("latin1").decode("latin1")]
)
def test_figures_are_for_those_who_know_the_token(server, sent):
    reply = server.get("/metrics", Authorization=sent)

    assert reply.status in {301, 404}
    assert "b12guide_requests" not in reply.text


def test_figures_count_routes_and_sheets(server):
    reply = server.get("/appointment/summary.pdf", cookies=cookies_of(full_answers()))

    assert reply.status == 200
    assert server.figure('b12guide_requests_total{route="summary-pdf",status="2xx"}') >= 1
    assert server.figure("b12guide_pdf_seconds_count") >= 1
    assert 0 < server.figure("b12guide_pdf_seconds_sum") < 60
    assert server.figure("b12guide_pdfs_in_hand") == 0
    assert server.figure("b12guide_pdf_places") == 5


def test_the_first_sheet_costs_no_more_than_the_others(static_files, tmp_path, settings):
    cookies = cookies_of(full_answers())
    with serving(tmp_path / "fresh.log", settings.SECRET_KEY) as fresh:
        (worker,) = fresh.pdf_workers
        spent = [processor_seconds(worker)]
        for _ in range(7):
            assert fresh.get("/appointment/summary.pdf", cookies=cookies).status == 200
            spent.append(processor_seconds(worker))
    costs = [later - earlier for earlier, later in pairwise(spent)]

    assert costs[0] <= 1.5 * median(costs)


def test_static_files_are_compressed_and_kept_for_good(server):
    page = server.get("/").text
    css = re.search(r'href="(/static/css/[^"]+)"', page)[1]
    reply = server.get(css, Accept_Encoding="br, gzip")

    assert reply.headers["Content-Encoding"] == "br"
    assert "immutable" in reply.headers["Cache-Control"]
