"""Two servers that share only their configuration serve one patient's journey turn by turn.

Nothing about a visit stays in a server: neither in its memory nor in its files. Real gunicorns
run here, each with a folder of its own; the database, which both are told of, knows clinics only.
"""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from shutil import copytree
from sqlite3 import connect
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from builders import FORM_DATA
from pdf_checks import text_of

ROOT = Path(__file__).parents[2]
CLINIC = "Riverside Practice"
COUNTS = "SELECT opened, started, sheets FROM appointments_dailycount"
SECONDS = 30


class Hidden(HTMLParser):
    """Finds the hidden fields of a page's form."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "input" and found.get("type") == "hidden" and found.get("name"):
            self.fields[found["name"]] = found.get("value") or ""


@dataclass
class Traveler:
    """Somebody with one browser, whom a load balancer sends to the next server at every request."""

    ports: tuple[int, int]
    cookies: dict[str, str] = field(default_factory=dict)
    served: list[int] = field(default_factory=list)

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, dict[str, str], bytes]:
        """Send a request; return the status, the headers and the body."""
        port = self.ports[len(self.served) % 2]
        self.served.append(port)
        connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(
            method,
            path,
            body,
            {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"},
        )
        response = connection.getresponse()
        content = response.read()
        for header in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
                if not morsel.value:
                    del self.cookies[name]
        connection.close()
        return response.status, dict(response.headers), content

    def open(self, path: str) -> tuple[str, str]:
        """Open an address and go where it leads; return where that is, and its page."""
        status, headers, content = self.ask("GET", path)
        if status == 302:
            return self.open(headers["Location"])
        assert status == 200, (path, status)
        return path, content.decode()

    def send(self, page: str, to: str, **fields: object) -> tuple[str, str]:
        """Send the form of a page; return where that leads, and the page there."""
        body = urlencode(Hidden(page).fields | fields, doseq=True)
        status, headers, content = self.ask("POST", to, body)
        assert status == 302, (to, status, content.decode())
        return self.open(headers["Location"])


def a_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def manage(configuration: dict[str, str], *command: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=configuration, check=True)


def is_ready(port: int) -> bool:
    """Return whether the server is there, and its PDF workers too."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
            return True
    except OSError:
        return False


@contextmanager
def an_instance(configuration: dict[str, str], folder: Path) -> Iterator[int]:
    """Run a server with a folder of its own; give its port."""
    own = configuration | {"VAR_DIR": str(folder), "TMPDIR": str(folder)}
    port = a_port()
    gunicorn = [sys.executable, "-m", "gunicorn", "b12guide.wsgi", "--threads", "4"]
    server = subprocess.Popen(
        [*gunicorn, "--bind", f"127.0.0.1:{port}", "--log-level", "error"], cwd=ROOT, env=own
    )
    try:
        give_up = time.monotonic() + SECONDS
        while not is_ready(port):
            assert time.monotonic() < give_up, "the server does not start"
            assert server.poll() is None, "the server has stopped"
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(SECONDS)


@pytest.fixture
def configuration(tmp_path) -> dict[str, str]:
    """Return all that the two servers share."""
    return {
        "LOCAL": "true",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'clinics.sqlite3'}",
        "PATH": os.environ["PATH"],
    }


@pytest.fixture
def traveler(configuration, tmp_path) -> Iterator[Traveler]:
    """Return a traveler between two servers that know nothing of each other."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    owner = configuration | {"VAR_DIR": str(first)}
    manage(owner, "migrate", "--verbosity", "0")
    manage(owner, "collectstatic", "--noinput", "--verbosity", "0")
    clinic = ["--name", CLINIC, "--slug", "riverside", "--phone", "020 7946 0000"]
    manage(owner, "add_clinic", *clinic, "--country", "england")
    copytree(first, second)
    with ExitStack() as stack:
        ports = [
            stack.enter_context(an_instance(configuration, folder)) for folder in (first, second)
        ]
        yield Traveler(ports=(ports[0], ports[1]))


def test_a_journey_from_the_clinics_link_to_the_sheet(traveler, tmp_path):
    _link, page = traveler.open("/c/riverside/")
    path, page = traveler.send(page, "/appointment/from-clinic/riverside/")
    assert path == "/appointment/"
    assert f"Preparing for your visit at {CLINIC}" in page

    pages = 0
    added: set[str] = set()
    while path != "/appointment/check-your-answers/":
        slug = path.removeprefix("/appointment/").split("/")[0] or "start"
        fields = dict(FORM_DATA[slug])
        if slug in {"lab-results", "b12-tried"}:
            fields = {"add": "enough" if slug in added else "some"}
            added.add(slug)
        path, page = traveler.send(page, path, **fields)
        if 'name="read"' in page:
            path, page = traveler.send(page, path, read="flags", shown=["rash_after"])
        pages += 1
    assert pages > 15
    assert len(set(traveler.served)) == 2

    status, headers, pdf = traveler.ask("GET", "/appointment/summary.pdf")
    assert status == 200
    assert headers["Content-Type"] == "application/pdf"
    printed = " ".join(text_of(pdf).split())
    assert f"Clinic: {CLINIC}, phone 020 7946 0000" in printed
    for typed in ("A. Patient", "Tired for 2 years, numb feet", "Cold nose", "Plain B12"):
        assert typed in printed
    # Turn by turn, whatever was asked for.
    assert traveler.served[::2] == [traveler.ports[0]] * len(traveler.served[::2])
    assert traveler.served[1::2] == [traveler.ports[1]] * len(traveler.served[1::2])

    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in written if b"Cold nose" in path.read_bytes()] == []
    with closing(connect(tmp_path / "clinics.sqlite3")) as database:
        give_up = time.monotonic() + SECONDS
        while database.execute(COUNTS).fetchall() != [(1, 1, 1)]:
            assert time.monotonic() < give_up, database.execute(COUNTS).fetchall()
            time.sleep(0.1)
