"""The least that Django can do with the same bytes: what serving an article is compared with.

It is a settings module and its one page in one, for `benchmarks.load`.
"""

import os
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.urls import path

ALLOWED_HOSTS = ["127.0.0.1"]
LOCAL = True
LOGGING_CONFIG = None
PDF_WORKERS = 0
ROOT_URLCONF = __name__
SECRET_KEY = "of no use here"  # noqa: S105 (nothing is signed with it)

PAGE = Path(os.environ["BARE_PAGE"]).read_bytes()


def page(_request: HttpRequest) -> HttpResponse:
    """Return the bytes."""
    return HttpResponse(PAGE)


urlpatterns = [path("", page)]
