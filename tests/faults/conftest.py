"""The server and the visitor of the tests of faults."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings as django_settings
from real_server import ROOT, Server, cookies_of, serving

from appointments.answers import Answers

# `make test-postgres` has a PostgreSQL to stop and start.
IS_POSTGRES = django_settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
collect_ignore = [] if IS_POSTGRES else ["test_database_postgres.py"]

LARGEST = ROOT / "tests" / "cases" / "largest.json"


@pytest.fixture(scope="session")
def static_files() -> None:
    """Make the list of static files, if nobody has: real pages name them by what they hold."""
    if not (django_settings.STATIC_ROOT / "staticfiles.json").exists():
        command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
        subprocess.run(command, cwd=ROOT, check=True)


@pytest.fixture
def server(static_files, tmp_path, settings) -> Iterator[Server]:
    """Run a server of one's own: these tests kill parts of it."""
    with serving(tmp_path / "server.log", settings.SECRET_KEY, REQUEST_LOG="true") as running:
        yield running


@pytest.fixture
def cookies() -> str:
    """Return the cookies of somebody whose sheet takes a second to draw."""
    return cookies_of(Answers.model_validate(json.loads(LARGEST.read_text(encoding="utf-8"))))
