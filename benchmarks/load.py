"""Measures the real server under load, on this machine only and for some minutes at most.

python -m benchmarks.load [--seconds 60] [--sheets 1000] [--only articles form pdfs overload memory]
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import django
from django.conf import settings

from appointments.answers import Answers
from appointments.pdf.pool import Pool
from appointments.pdf.render import Paper
from appointments.pdf.sheet import render_sheet_html
from appointments.summary.build import build_summary
from tests.faults.real_server import (
    HOST,
    ROOT,
    cookies_of,
    environment,
    eventually,
    free_port,
    gunicorn,
    serving,
)

REFERENCE = ROOT / "tests" / "cases" / "reference.json"
TODAY = date(2026, 11, 22)
ARTICLE = "/vitamin-b12-injections/"
SHEET = "/appointment/summary.pdf"
STEP = "/appointment/diet/"
CSRF = "a" * 32

WRK_SECONDS = 5
PDF_SECONDS = 12
PAGES_PER_SECOND = 20
"""Of the visitors who read while others have their sheets drawn."""

# What a proxy adds.
PROXIED = {"X-Forwarded-Proto": "https", "Accept-Encoding": "gzip"}

POST = """\
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Referer"] = "https://127.0.0.1/"
wrk.headers["Host"] = "127.0.0.1"
wrk.body = "{body}"
"""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What wrk has measured; milliseconds."""

    per_second: float
    p50: float
    p99: float
    refused: int

    def __str__(self) -> str:
        text = f"{self.per_second:7.1f}/s  p50 {self.p50:6.1f} ms  p99 {self.p99:6.1f} ms"
        return f"{text}  not 2xx or 3xx: {self.refused}" if self.refused else text


def wrk(
    url: str, *, seconds: float, connections: int, script: Path | None = None, **headers: str
) -> Measured:
    """Ask for one address as fast as it is answered."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "--latency"]
    command += [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    command += ["-s", str(script)] if script else []
    printed = subprocess.run(  # noqa: S603 (our own arguments)
        [*command, url], check=True, capture_output=True, text=True
    ).stdout
    found = re.search(r"Non-2xx or 3xx responses: (\d+)", printed)
    errors = re.search(r"Socket errors: (.*)", printed)
    if errors:
        say(f"  socket errors: {errors[1]}")
    return Measured(
        per_second=float(re.search(r"Requests/sec:\s+([\d.]+)", printed)[1]),
        p50=_milliseconds(re.search(r"\n +50%\s+(\S+)", printed)[1]),
        p99=_milliseconds(re.search(r"\n +99%\s+(\S+)", printed)[1]),
        refused=int(found[1]) if found else 0,
    )


def _milliseconds(text: str) -> float:
    value, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


@contextmanager
def bare(page: Path) -> Iterator[str]:
    """Serve a file's bytes by Django alone, under the same gunicorn; give its address."""
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 (our own arguments)
        [*gunicorn(ROOT, port), "django.core.wsgi:get_wsgi_application()"],
        cwd=ROOT,
        env=environment("of no use")
        | {"DJANGO_SETTINGS_MODULE": "benchmarks.bare", "BARE_PAGE": str(page)},
        stderr=subprocess.DEVNULL,
    )
    try:
        eventually(lambda: _is_up(port))
        yield f"http://{HOST}:{port}/"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _is_up(port: int) -> bool:
    try:
        return ask(port, "/")[0] == 200  # noqa: PLR2004 (an HTTP status)
    except OSError:
        return False


def ask(port: int, path: str, **headers: str) -> tuple[int, bytes, float]:
    """Return the status, the body, and how many milliseconds it took."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    try:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        return response.status, response.read(), (time.perf_counter() - start) * 1000
    finally:
        connection.close()


def articles(folder: Path) -> None:
    """(a) Article pages per second, against a view that does nothing but return the bytes."""
    with serving(folder / "log", settings.SECRET_KEY) as server:
        _status, body, _time = ask(server.port, ARTICLE, **PROXIED)
        page = folder / "page"
        page.write_bytes(body)
        url = f"http://{HOST}:{server.port}{ARTICLE}"
        with bare(page) as bare_url:
            # In turns, so that whatever else the machine does hits both.
            turns = [
                [wrk(address, seconds=WRK_SECONDS, connections=8, **PROXIED) for address in pair]
                for pair in [(url, bare_url)] * 3
            ]
    ours, theirs = ([turn[place] for turn in turns] for place in (0, 1))
    rates = [statistics.median(one.per_second for one in side) for side in (ours, theirs)]
    say(f"(a) an article of {len(body) / 1000:.1f} kB, 8 connections, median of 3")
    say(f"    ours   {sorted(ours, key=lambda one: one.per_second)[1]}")
    say(f"    bare   {sorted(theirs, key=lambda one: one.per_second)[1]}")
    say(f"    ratio  {rates[0] / rates[1]:.2f}  (aim: at least 0.8)")


def form(folder: Path) -> None:
    """(b) One page of the form, sent again and again."""
    script = folder / "post.lua"
    script.write_text(POST.format(body=f"csrfmiddlewaretoken={CSRF}&asked=1&detail=since+2018"))
    cookies = f"{_cookies()}; csrftoken={CSRF}"
    with serving(folder / "log", settings.SECRET_KEY) as server:
        url = f"http://{HOST}:{server.port}{STEP}"
        for connections in (1, 8):
            measured = wrk(
                url,
                seconds=WRK_SECONDS,
                connections=connections,
                script=script,
                Cookie=cookies,
                **PROXIED,
            )
            say(f"(b) form POST, connections: {connections}   {measured}")


def pdfs(folder: Path) -> None:
    """(c) Sheets per second by one worker, and by two."""
    rates = []
    for workers in (1, 2):
        more = {"PDF_WORKERS": str(workers)}
        with serving(folder / "log", settings.SECRET_KEY, **more) as server:
            times = [ask(server.port, SHEET, Cookie=_cookies(), **PROXIED)[2] for _ in range(9)]
            measured = wrk(
                f"http://{HOST}:{server.port}{SHEET}",
                seconds=PDF_SECONDS,
                connections=2 * workers,
                Cookie=_cookies(),
                **PROXIED,
            )
        rates.append(measured.per_second)
        say(f"(c) the reference sheet, workers: {workers}   {measured}")
        first = f"first {times[0]:.0f} ms, median {statistics.median(times):.0f} ms"
        say(f"    after the start: {first}, ratio {times[0] / statistics.median(times):.2f}")
    say(f"    from 1 to 2 workers: x {rates[1] / rates[0]:.2f}")


def overload(folder: Path, seconds: float) -> None:
    """(d) Readers, while twice as many sheets are asked for as can be drawn."""
    with serving(
        folder / "log", settings.SECRET_KEY, PDF_WORKERS=str(os.cpu_count() or 1)
    ) as server:
        read = _repeated(lambda: ask(server.port, ARTICLE, **PROXIED))
        want = _repeated(lambda: ask(server.port, SHEET, Cookie=_cookies(), **PROXIED))
        capacity = wrk(
            f"http://{HOST}:{server.port}{SHEET}",
            seconds=PDF_SECONDS,
            connections=settings.PDF_WORKERS * 2,
            Cookie=_cookies(),
            **PROXIED,
        ).per_second
        calm = read(rate=PAGES_PER_SECOND, seconds=10)
        with ThreadPoolExecutor(2) as both:
            sheets_asked = both.submit(want, rate=2 * capacity, seconds=seconds)
            busy = both.submit(read, rate=PAGES_PER_SECOND, seconds=seconds).result()
            sheets = sheets_asked.result()
    say(f"(d) {2 * capacity:.0f} sheets/s asked for, {capacity:.0f} can be drawn, {seconds:.0f} s")
    say(f"    articles, unloaded   {_told(calm)}")
    say(f"    articles, meanwhile  {_told(busy)}")
    say(f"    sheets               {_told(sheets)}")
    ratio = _p99(busy) / _p99(calm)
    say(f"    article p99: x {ratio:.1f}  (aim: at most 5, and no error but 503)")


Answered = list[tuple[int | str, float]]


def _repeated(once: Callable[[], tuple[int, bytes, float]]) -> Callable[..., Answered]:
    """Return a function that starts so many requests a second, whether they are answered or not."""

    def safely() -> tuple[int | str, float]:
        start = time.perf_counter()
        try:
            status, _body, taken = once()
        except OSError as error:
            return type(error).__name__, (time.perf_counter() - start) * 1000
        return status, taken

    def repeat(*, rate: float, seconds: float) -> Answered:
        start = time.perf_counter()
        with ThreadPoolExecutor(max_workers=100) as crowd:
            begun = []
            for number in range(int(rate * seconds)):
                time.sleep(max(0, start + number / rate - time.perf_counter()))
                begun.append(crowd.submit(safely))
            return [one.result() for one in begun]

    return repeat


def _p99(answered: Answered) -> float:
    return statistics.quantiles([taken for _status, taken in answered], n=100)[-1]


def _told(answered: Answered) -> str:
    statuses = ", ".join(f"{n} x {status}" for status, n in Counter(s for s, _ in answered).items())
    median = statistics.median(taken for _status, taken in answered)
    return f"p50 {median:6.1f} ms  p99 {_p99(answered):6.1f} ms   {statuses}"


def memory(_folder: Path, sheets: int) -> None:
    """(e) What a worker weighs after many sheets."""
    html = render_sheet_html(build_summary(_answers(), today=TODAY), paper=Paper.A4)
    pool = Pool(workers=1, places=1, sheets=sys.maxsize)
    try:
        with pool.place() as draw:
            weights = {}
            for number in range(1, sheets + 1):
                # No two people write the same.
                draw(html.replace("</h1>", f" {number}</h1>"), paper=Paper.A4, answers=b"{}")
                if number in (1, sheets // 10, sheets):
                    (pid,) = (worker.process.pid for worker in pool.staff)
                    weights[number] = _resident(pid)
    finally:
        pool.close()
    told = ", ".join(f"after {number}: {weight:.1f} MB" for number, weight in weights.items())
    _first, early, late = weights.values()
    say(f"(e) memory of a PDF worker {told}")
    say(f"    ratio {late / early:.2f}  (aim: at most 1.1)")


def _resident(pid: int) -> float:
    """Return how many MB of memory a process holds."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1000


def _answers() -> Answers:
    return Answers.from_json(REFERENCE.read_text(encoding="utf-8"))


def _cookies() -> str:
    return cookies_of(_answers())


def say(line: str) -> None:
    """Print a line at once: some parts take a minute."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Run the parts that were asked for."""
    parts = ("articles", "form", "pdfs", "overload", "memory")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long the overload lasts")
    parser.add_argument("--sheets", type=int, default=1000, help="how many one worker draws")
    parser.add_argument("--only", nargs="+", choices=parts, default=parts)
    wanted = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b12guide.settings")
    django.setup()
    if not shutil.which("wrk"):
        parser.error("wrk is missing: apt-get install wrk")
    run: dict[str, Callable[[Path], None]] = {
        "articles": articles,
        "form": form,
        "pdfs": pdfs,
        "overload": lambda folder: overload(folder, wanted.seconds),
        "memory": lambda folder: memory(folder, wanted.sheets),
    }
    say(f"processors: {os.cpu_count()}, load before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        for part in wanted.only:
            run[part](Path(folder))


if __name__ == "__main__":
    main()
