"""What all tests share: plain static files, no PDF workers or deadlines, a database of its own."""

from pathlib import Path

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.cache import cache

from content import drawn_once

# A busy machine is slow, not wrong.
hypothesis.settings.register_profile("steady", deadline=None)
# `make fuzz`: every property is tried far longer, where a test does not fix how often.
hypothesis.settings.register_profile("long", deadline=None, max_examples=8_000)
hypothesis.settings.load_profile("steady")


def pytest_collection_modifyitems(items):
    """Mark what touches the database, so that it runs on PostgreSQL too."""
    for item in items:
        if item.get_closest_marker("django_db") or "db" in item.fixturenames:
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """Keep SQLite in a file: one in memory cannot be shared by a server's threads."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        name = Path(database["TEST"].get("NAME") or "test").name
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / name)


@pytest.fixture(scope="session", autouse=True)
def drawn_in_this_process():
    """Draw PDFs without workers, for the fixtures of a module too; tests/faults proves those."""
    django_settings.PDF_WORKERS = 0


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Serve static files under their own names: no test depends on `collectstatic`."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Have each test see its own settings on the public pages, and ask the database at once."""
    drawn_once.forget()
    cache.clear()
