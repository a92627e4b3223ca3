"""What all tests share: no network, no manifest of static files, a fixed day where it matters."""

import pytest


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Serve static files under their own names: no test depends on `collectstatic`."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
