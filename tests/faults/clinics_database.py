"""What patients, clinics and the owner get to see while the clinics' database has a fault."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from real_server import HOST, ROOT, Reply, Server, cookies_of, environment, eventually, serving

from appointments.clinic_contact import ClinicContact
from tests.builders import full_answers

CANARY = "Kanari"
LINK = "/c/riverside/"
PHONE = "020 7946 0000"
DIET = "/appointment/diet/"
A_SESSION = "b12-owner=0123456789abcdefghijklmnopqrstuv"
BACK_AGAIN = 12.0
"""Seconds within which a database that is back is used: it is left alone for five at a time."""


def manage(database: str, *command: str) -> None:
    """Run a command of ours on a database, named as in DATABASE_URL."""
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment(settings.SECRET_KEY, DATABASE_URL=database),
        check=True,
        capture_output=True,
    )


def make_clinics(database: str) -> None:
    """Make the tables, and one clinic."""
    manage(database, "migrate", "--verbosity", "0")
    clinic = ["--slug", "riverside", "--name", "Riverside Practice", "--phone", PHONE]
    manage(database, "add_clinic", *clinic, "--country", "england")


@contextmanager
def serving_clinics(log_file: Path, database: str, *under: str) -> Iterator[Server]:
    """Run a server that is told of a database; see at last that its log names nobody."""
    told = {"DATABASE_URL": database, "REQUEST_LOG": "true"}
    with serving(log_file, settings.SECRET_KEY, under=under, **told) as server:
        yield server
    assert CANARY not in server.log
    assert PHONE not in server.log


def cookies_from_the_clinic() -> str:
    """Return the cookies of somebody who came by the link: a sheet of theirs is counted."""
    answers = full_answers()
    about = answers.about.model_copy(update={"name": f"{CANARY} Patient", "reason": CANARY})
    clinic = ClinicContact(slug="riverside", name="Riverside Practice", phone=PHONE)
    return cookies_of(answers.replace(about=about, clinic=clinic))


def opened(server: Server, address: str, cookies: str = "") -> tuple[str, list[str]]:
    """Open a page; return the cookies of then, and the token of its form, if it has one."""
    page = server.get(address, cookies=cookies)
    held = "; ".join([cookies, *(cookie.split(";")[0] for cookie in page.set_cookies)])
    return held, re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)


def send(server: Server, address: str, *, cookies: str = "", **fields: str) -> Reply:
    """Open a page, fill in its form, and send it."""
    held, tokens = opened(server, address, cookies)
    return server.ask(
        "POST",
        address,
        cookies=held,
        body=urlencode({"csrfmiddlewaretoken": tokens, **fields}, doseq=True),
        Referer=f"https://{HOST}:{server.port}{address}",
    )


def assert_patients_notice_nothing(server: Server) -> None:
    """Read the article, fill in the form, and take the sheet: nothing of that needs a database."""
    cookies = cookies_from_the_clinic()
    for address in ("/", "/vitamin-b12-injections/", "/privacy/", "/search/", "/readyz"):
        assert server.get(address).status == 200, address
    assert server.get("/appointment/check-your-answers/", cookies=cookies).status == 200
    saved = send(server, DIET, cookies=cookies, picked="vegan", detail=CANARY)
    assert saved.status == 302
    assert any(cookie.startswith("b12-answers-1=") for cookie in saved.set_cookies)
    for _again in range(3):  # each is counted, or would be
        sheet = server.get("/appointment/summary.pdf", cookies=cookies)
        assert sheet.status == 200
        assert sheet.body.startswith(b"%PDF-")


def assert_the_clinic_is_missed_kindly(server: Server) -> None:
    """Open the clinic's link, its way into the form, and its share kit."""
    for address in (LINK, "/appointment/from-clinic/riverside/"):
        page = server.get(address)
        assert page.status == 503
        assert "You can still prepare for your appointment" in page.text
        assert 'href="/appointment/"' in page.text
    kit = server.get(f"{LINK}share/")
    assert kit.status == 503
    assert "We cannot look up this clinic right now" in kit.text


def assert_the_owner_is_told(server: Server) -> None:
    """Open the owner's pages with a session of old, and try to log in."""
    pages = [
        server.get("/owner/", cookies=A_SESSION),
        server.get("/owner/appointments/clinic/1/counts/", cookies=A_SESSION),
        server.get("/owner/no-such-page/", cookies=A_SESSION),
        send(server, "/owner/login/", username=CANARY, password=CANARY, otp_token=""),
    ]
    for page in pages:
        assert page.status == 503
        assert "We cannot open your pages right now" in page.text
        assert "Retry-After" in page.headers
        assert "no-store" in page.headers["Cache-Control"]


def assert_the_clinic_is_back(server: Server) -> None:
    """See that the link works and is counted again, without a restart, and soon."""
    worker = server.web_worker
    eventually(lambda: server.get(LINK).status == 200, within=BACK_AGAIN)
    assert PHONE in server.get(LINK).text
    assert server.get("/owner/", cookies=A_SESSION).status == 302  # to log in
    assert server.web_worker == worker
