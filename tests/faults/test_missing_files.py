"""A server without one of its fonts does not start: sheets in other letters could mislead."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from real_server import ROOT, environment, free_port, gunicorn

from appointments.pdf.checks import EVERY_PRINT
from appointments.pdf.faces import ASSETS

PARTS = ("appointments", "b12guide", "content", "static", "templates")


@pytest.fixture
def tree(tmp_path) -> Path:
    """Return a copy of the program without the font of one script."""
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("manage.py", "gunicorn.conf.py"):
        shutil.copy(ROOT / file, tmp_path)
    (tmp_path / "appointments/pdf/assets/korean-regular.woff").unlink()
    return tmp_path


def run(command: list[str], tree: Path) -> subprocess.CompletedProcess:
    secret = environment("a key for this test only")
    return subprocess.run(
        command, cwd=tree, env=secret, capture_output=True, text=True, timeout=60, check=False
    )


def test_every_stylesheet_is_looked_for():
    assert {file.name for file in ASSETS.glob("*.css")} <= set(EVERY_PRINT)


def test_the_server_stops_at_once_and_says_which_file(tree):
    ended = run(gunicorn(tree, free_port()), tree)

    assert ended.returncode != 0
    assert "korean-regular.woff" in ended.stderr + ended.stdout


def test_so_does_the_check(tree):
    ended = run([sys.executable, "manage.py", "check"], tree)

    assert ended.returncode != 0
    assert "appointments.E001" in ended.stderr
    assert "korean-regular.woff" in ended.stderr
