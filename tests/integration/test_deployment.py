"""The settings of production are as safe as Django can tell, and no database is waited for long."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection, connections

from b12guide.database import with_time_limits

PRODUCTION = {
    "LOCAL": "false",
    "SECRET_KEY": "k9#mQ2$vX7!pL4@wZ8^rT1&nB6*sD3(hF5)jG0-yC_uE+aI=oKqWxMzNbVcR",
    "ALLOWED_HOSTS": "b12.example",
    "SITE_URL": "https://b12.example",
}


@pytest.mark.parametrize("preload", [{}, {"HSTS_PRELOAD": "true"}], ids=["", "preload"])
def test_django_finds_nothing_to_warn_of_in_production(preload):
    process = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        # Nothing else: the browser tests switch off a guard of Django's for the whole process.
        env=PRODUCTION | preload | {"PATH": os.environ["PATH"]},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )

    assert process.returncode == 0, process.stderr
    assert "no issues" in process.stdout


def test_what_the_address_of_a_database_asks_for_comes_first():
    config = {"ENGINE": "django.db.backends.postgresql", "OPTIONS": {"sslmode": "require"}}
    options = with_time_limits(config)["OPTIONS"]

    assert options["sslmode"] == "require"
    assert options["connect_timeout"] <= 3
    assert options["pool"]["timeout"] <= 3


def test_another_kind_of_database_is_refused():
    with pytest.raises(ImproperlyConfigured, match="PostgreSQL or SQLite"):
        with_time_limits({"ENGINE": "django.db.backends.mysql"})


@pytest.mark.django_db(transaction=True)
def test_a_statement_that_takes_too_long_is_cut_off():
    began = time.monotonic()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, pytest.raises(OperationalError, match="timeout"):
            cursor.execute("SELECT pg_sleep(20)")
    else:
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert cursor.execute("PRAGMA busy_timeout").fetchone() == (2000,)

    assert time.monotonic() - began < 6


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_not_there_is_not_waited_for():
    gone = connections["default"].copy(alias="gone")
    gone.settings_dict |= {"PORT": "1", "NAME": "/no/such/folder/database"}
    began = time.monotonic()
    with pytest.raises(OperationalError):
        gone.ensure_connection()

    assert time.monotonic() - began < 6
    if connection.vendor == "postgresql":
        gone.close_pool()
