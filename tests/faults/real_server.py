"""A real gunicorn with its processes, as in production, and a browser that speaks to it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from appointments.answers import Answers
from appointments.sealed_cookie import CHUNK, NAMES, seal

Found = TypeVar("Found")

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
TOKEN = "token-of-the-tests"
PATIENCE = 60.0
"""Seconds for what takes one or two on a machine with nothing else to do."""


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    set_cookies: list[str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Server:
    """A running gunicorn."""

    process: subprocess.Popen
    port: int
    log_file: Path

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    @property
    def web_worker(self) -> int:
        """Return the process that serves pages."""
        return eventually(lambda: children(self.process.pid))[0]

    @property
    def pdf_workers(self) -> list[int]:
        """Return the processes that draw, as soon as there are some."""
        return eventually(lambda: children(self.web_worker))

    def ask(self, method: str, path: str, *, cookies: str = "", body: str = "", **headers) -> Reply:
        """Return the answer to a request, as a proxy would pass it on."""
        sent = {"X-Forwarded-Proto": "https", "Cookie": cookies}
        if body:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body=body or None, headers=sent)
            response = connection.getresponse()
            return Reply(
                response.status,
                dict(response.getheaders()),
                response.headers.get_all("Set-Cookie") or [],
                response.read(),
            )
        finally:
            connection.close()

    def get(self, path: str, *, cookies: str = "", **headers) -> Reply:
        return self.ask("GET", path, cookies=cookies, **headers)

    def send_raw(self, request: bytes) -> bytes:
        """Return what comes back for these very bytes."""
        with socket.create_connection((HOST, self.port), timeout=PATIENCE) as connection:
            connection.sendall(request)
            answer = b""
            while part := connection.recv(65536):
                answer += part
        return answer

    def figure(self, name: str) -> float:
        """Return one of the server's own figures."""
        text = self.get("/metrics", Authorization=f"Bearer {TOKEN}").text
        return next(float(line.split()[-1]) for line in text.splitlines() if line.startswith(name))

    def is_ready(self) -> bool:
        try:
            return self.get("/readyz").status == 200
        except OSError:
            return False

    def is_drawing(self) -> bool:
        return self.figure("b12guide_pdfs_in_hand ") > 0

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(PATIENCE)


def eventually(look: Callable[[], Found], *, within: float = PATIENCE) -> Found:
    """Return the first thing that is found within so many seconds."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.02)
    raise AssertionError(f"not within {within} s")


def children(pid: int) -> list[int]:
    """Return the processes that a process has started and that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it has just ended
            continue
        if int(parent) == pid and state != "Z":
            found.append(int(stat.parent.name))
    return sorted(found)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def command_of(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text()


def processor_seconds(pid: int) -> float:
    """Return how long a process has worked, whatever else the machine did meanwhile."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def environment(secret: str, **more: str) -> dict[str, str]:
    """Return a production environment, and nothing of this one but the path."""
    return {
        "PATH": os.environ["PATH"],
        "LOCAL": "false",
        "SECRET_KEY": secret,
        "ALLOWED_HOSTS": HOST,
        "SITE_URL": "https://b12.example",
        "METRICS_TOKEN": TOKEN,
        "PDF_WORKERS": "1",
        **more,
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def gunicorn(folder: Path, port: int) -> list[str]:
    """Return the command that serves a tree of ours."""
    return [
        sys.executable, "-m", "gunicorn",
        "--chdir", str(folder),
        "--config", str(folder / "gunicorn.conf.py"),
        "--bind", f"{HOST}:{port}",
    ]  # fmt: skip


@contextmanager
def serving(
    log_file: Path, secret: str, *, folder: Path = ROOT, under: Sequence[str] = (), **more: str
) -> Iterator[Server]:
    """Run a server, under another command if one is given, and wait until it is ready."""
    port = free_port()
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [*under, *gunicorn(folder, port)],
            cwd=folder,
            env=environment(secret, **more),
            stdout=log,
            stderr=log,
            start_new_session=True,  # so that a signal can reach all of its processes
        )
    server = Server(process, port, log_file)
    try:
        eventually(lambda: server.is_ready() or process.poll() is not None)
        assert process.poll() is None, server.log
        yield server
    finally:
        server.stop()


def cookies_of(answers: Answers) -> str:
    """Return what the browser of somebody with these answers sends."""
    token = seal(answers)
    chunks = [token[start : start + CHUNK] for start in range(0, len(token), CHUNK)]
    return "; ".join(f"{name}={chunk}" for name, chunk in zip(NAMES, chunks, strict=False))
