"""The site knows its own address, or does not start: search engines are told it."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

CODE = "from b12guide import settings; print(settings.SITE_URL)"


def started(**environment: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process that has these in its environment."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PORT", "SITE_URL"}}
    return subprocess.run(
        [sys.executable, "-c", CODE],
        env={**kept, **environment},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({"LOCAL": "true"}, "http://127.0.0.1:8000"),
        ({"LOCAL": "true", "PORT": "8001"}, "http://127.0.0.1:8001"),
        ({"LOCAL": "true", "SITE_URL": "http://b12.test"}, "http://b12.test"),
        ({"LOCAL": "false", "SITE_URL": "https://b12.example/"}, "https://b12.example"),
    ],
)
def test_the_address_is_the_one_that_is_set_or_the_local_one(environment, address):
    process = started(ALLOWED_HOSTS="b12.example", SECRET_KEY="long and random", **environment)

    assert process.stdout.strip() == address


@pytest.mark.parametrize("environment", [{}, {"SITE_URL": ""}, {"PORT": "8001"}])
def test_a_clinics_site_does_not_start_without_it(environment):
    process = started(
        LOCAL="false", ALLOWED_HOSTS="b12.example", SECRET_KEY="long and random", **environment
    )

    assert process.returncode != 0
    assert "ImproperlyConfigured" in process.stderr
    assert "SITE_URL" in process.stderr
