"""What all tests share: no manifest of static files, and no deadlines."""

import hypothesis
import pytest

# A busy machine is slow, not wrong.
hypothesis.settings.register_profile("steady", deadline=None)
hypothesis.settings.load_profile("steady")


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Serve static files under their own names: no test depends on `collectstatic`."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
