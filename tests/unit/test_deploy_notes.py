"""Settings have the same names where they are read and where they are explained."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READ = re.compile(r"\benv\.\w+\(\s*[\"']([A-Z_]+)[\"']")
ASSIGNED = re.compile(r"^(?:# )?([A-Z_]+)=", re.MULTILINE)
NAMED = re.compile(r"`([A-Z_]+)`")


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def rows_of(table: str) -> set[str]:
    """Return the settings that stand in the first column of a table."""
    first = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return {name for cell in first for name in NAMED.findall(cell)}


SETTINGS = set(READ.findall(text_of("b12guide/settings.py")))
EXPLAINED = rows_of(text_of("docs/deploy.md").split("## One box")[0])


def test_every_setting_is_explained_and_every_one_explained_is_read():
    assert {"SECRET_KEY", "SITE_URL", "PDF_WORKERS"} < SETTINGS
    assert EXPLAINED == SETTINGS


def test_the_server_reads_no_setting_of_its_own():
    assert "environ[" not in text_of("gunicorn.conf.py")
    assert "environ.get(" not in text_of("gunicorn.conf.py")


def test_the_figures_to_watch_are_there():
    watched = re.findall(r"`(b12guide_\w+?)(?:_total|_sum|_count)?[`{]", text_of("docs/deploy.md"))

    assert len(watched) > 5
    for name in watched:
        assert f'"{name}"' in text_of("b12guide/metrics.py"), name


@pytest.mark.parametrize("file", [".env.example", "deploy/b12guide.env"])
def test_a_file_of_settings_names_only_what_is_read(file):
    names = set(ASSIGNED.findall(text_of(file)))

    assert "SECRET_KEY" in names
    assert names <= SETTINGS


def test_production_has_a_place_for_all_that_it_cannot_start_without():
    names = set(ASSIGNED.findall(text_of("deploy/b12guide.env")))

    assert {"SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL"} <= names
    assert not names & {"LOCAL", "DEBUG", "PORT"}


@pytest.mark.parametrize("file", ["deploy/b12guide.env", "Containerfile"])
def test_no_key_is_in_a_file_that_everybody_has(file):
    assert not re.search(r"SECRET_KEY=(?!unused\b)\S", text_of(file))


def test_the_image_takes_along_no_settings_of_the_machine_it_is_made_on():
    ignored = text_of(".dockerignore").splitlines()

    assert {".env", ".git", "var"} <= set(ignored)
