"""What a visitor types is left nowhere by the real server: no file, no log, no process knows it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

import pytest
from clinics_database import make_clinics, opened, send
from conftest import LARGEST
from django.conf import settings
from real_server import HOST, Reply, Server, children, cookies_of, eventually, serving

from appointments.answers import Answers

CANARY = f"Kanari{token_hex(4)}"
"""Another one each time, so that no other program's file has it."""

FOR_EVERYBODY = ("/tmp", "/var/tmp", "/dev/shm")
SHEET = "/appointment/summary.pdf"
CONTINUE = "/appointment/continue/"
FILE = (
    "--edge\r\n"
    f'Content-Disposition: form-data; name="sheet"; filename="{CANARY}.pdf"\r\n'
    f"Content-Type: application/{CANARY}\r\n\r\n%PDF-1.7 {CANARY * 50_000}\r\n"
    '--edge\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
)


@pytest.fixture
def folder(tmp_path) -> Path:
    """Return where the server may write: its own files, and temporary ones."""
    (tmp_path / "temporary").mkdir()
    return tmp_path


@pytest.fixture
def started() -> float:
    """Return when the test began."""
    return time.time()


@pytest.fixture
def server(static_files, folder, started) -> Iterator[Server]:
    var = folder / "var"
    shutil.copytree(settings.STATIC_ROOT, var / "static")
    database = f"sqlite:///{var / 'db.sqlite3'}"
    make_clinics(database)
    told = {
        "VAR_DIR": str(var),
        "TMPDIR": str(folder / "temporary"),
        "DATABASE_URL": database,
        "REQUEST_LOG": "true",
    }
    with serving(folder / "server.log", settings.SECRET_KEY, **told) as running:
        yield running


@pytest.fixture
def cookies() -> str:
    """Return the cookies of somebody whose sheet has canaries, and takes a second to draw."""
    answers = Answers.model_validate(json.loads(LARGEST.read_text(encoding="utf-8")))
    about = answers.about.model_copy(update={"name": CANARY, "reason": ""})
    return cookies_of(answers.replace(about=about))


def processes(server: Server) -> list[int]:
    return [server.process.pid, server.web_worker, *server.pdf_workers]


def assert_nothing_is_left(server: Server, folder: Path) -> None:
    """Fail with the first file that knows something of a visitor."""
    kept = [path for path in folder.rglob("*") if path.is_file()]
    for pid in processes(server) if server.process.poll() is None else []:
        kept += [Path(f"/proc/{pid}/cmdline"), Path(f"/proc/{pid}/environ")]
        # A file that is deleted and still open is in no folder any more.
        kept += [path for path in Path(f"/proc/{pid}/fd").iterdir() if path.is_file()]
    for path in kept:
        try:
            held = path.read_bytes()
        except FileNotFoundError:  # a font, taken away meanwhile
            continue
        assert CANARY.encode().lower() not in held.lower(), path


def assert_nothing_is_left_elsewhere(since: float) -> None:
    """Fail with the first file in the system's temporary folders that knows of a visitor.

    Args:
        since: When the server was started; what is older is not of it.
    """
    command = ["find", *FOR_EVERYBODY, "-type", "f", "-newermt", f"@{since}", "-print0"]
    # It complains of folders that are gone meanwhile, or that are somebody else's.
    found = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    paths = [Path(os.fsdecode(name)) for name in found.stdout.split(b"\0") if name]
    assert paths, "nothing is seen"
    for path in paths:
        with suppress(FileNotFoundError, PermissionError):
            held = os.fsencode(path) + path.read_bytes()
            assert CANARY.encode().lower() not in held.lower(), path


def upload(server: Server) -> Reply:
    """Send a file that is no sheet."""
    cookies, [token] = opened(server, CONTINUE)
    return server.ask(
        "POST",
        CONTINUE,
        cookies=cookies,
        body=f"{FILE}{token}\r\n--edge--\r\n",
        Content_Type="multipart/form-data; boundary=edge",
        Referer=f"https://{HOST}:{server.port}{CONTINUE}",
    )


def visit(server: Server, cookies: str) -> None:
    """Fill in a page, take every kind of sheet, and make each kind of mistake."""
    assert send(server, "/appointment/about/", name=CANARY, reason=CANARY).status == 302
    assert send(server, "/appointment/diet/", detail=CANARY * 99).status == 422
    assert send(server, "/search/", q=CANARY).status == 200
    for address in (SHEET, f"{SHEET}?size=large", f"{SHEET}?data=no&timeline=1"):
        assert server.get(address, cookies=cookies).body.startswith(b"%PDF-")
    for name in ("summary/", "message/?length=short", "summary.json", "check-your-answers/"):
        assert CANARY in server.get(f"/appointment/{name}", cookies=cookies).text
    assert upload(server).status == 422
    assert server.get(f"/{CANARY}/?{CANARY}").status == 404
    assert server.ask("POST", "/appointment/diet/", body=f"detail={CANARY}").status == 403
    damaged = server.get("/appointment/diet/", cookies=f"b12-answers-1={CANARY}")
    assert damaged.status == 410


def shout(server: Server) -> None:
    """Send what is not HTTP, or too much of it."""
    for start in (f"{CANARY} nonsense", f"GET /{CANARY * 400} HTTP/1.1", f"GET /{CANARY} HTTP/9"):
        assert b" 4" in server.send_raw(f"{start}\r\nHost: 127.0.0.1\r\n\r\n".encode())[:14]
    large = f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: b12-answers-1={CANARY * 9000}\r\n\r\n"
    assert b" 431 " in server.send_raw(large.encode())[:14]


def kill_while_it_draws(server: Server, folder: Path, cookies: str) -> None:
    """Kill the PDF worker, and after it the web worker, while they have the answers in hand."""
    with ThreadPoolExecutor() as browser:
        sheet = browser.submit(server.get, SHEET, cookies=cookies)
        eventually(server.is_drawing)
        assert_nothing_is_left(server, folder)
        os.kill(server.pdf_workers[0], signal.SIGKILL)
        assert sheet.result().status == 200

        sheet = browser.submit(server.get, SHEET, cookies=cookies)
        eventually(server.is_drawing)
        os.kill(server.web_worker, signal.SIGKILL)
        assert sheet.exception()
    eventually(server.is_ready)


def test_no_file_no_log_and_no_process_knows_what_was_typed(started, server, folder, cookies):
    visit(server, cookies)
    shout(server)
    kill_while_it_draws(server, folder, cookies)
    assert_nothing_is_left(server, folder)

    server.stop()
    assert_nothing_is_left(server, folder)
    assert_nothing_is_left_elsewhere(started)
    assert "another one is started" in server.log
    assert not list((folder / "temporary").iterdir())


def test_pdf_workers_have_no_secret(server):
    [worker] = children(server.web_worker)
    told = Path(f"/proc/{worker}/environ").read_text()

    assert settings.SECRET_KEY in Path(f"/proc/{server.web_worker}/environ").read_text()
    assert settings.SECRET_KEY not in told
    assert "SECRET" not in told
    assert "DATABASE" not in told
    assert settings.SECRET_KEY not in Path(f"/proc/{worker}/cmdline").read_text()


def test_no_process_leaves_its_memory_in_a_file_when_it_crashes(server):
    for pid in processes(server):
        limits = Path(f"/proc/{pid}/limits").read_text()
        [line] = [line for line in limits.splitlines() if line.startswith("Max core file size")]
        assert line.split()[4:6] == ["0", "0"], pid
