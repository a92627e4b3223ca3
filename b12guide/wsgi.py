"""The application that a WSGI server runs."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from appointments.answers import Answers
from appointments.pdf.checks import missing_files
from appointments.pdf.render import Paper
from appointments.pdf.sheet import render_sheet_html
from appointments.summary.build import build_summary

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b12guide.settings")

_django = get_wsgi_application()

# A server runs no system checks; a sheet in other letters than ours must not be what tells.
if missing_files():
    raise ImproperlyConfigured(f"missing in appointments/pdf/assets: {', '.join(missing_files())}")

# What the first visitor would wait for (0.1 s): every view, and the templates of the sheet.
_views = get_resolver().url_patterns
render_sheet_html(build_summary(Answers(), today=datetime.now(UTC).date()), paper=Paper.A4)


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer a request; forms are sent in UTF-8, whatever charset a client claims.

    A charset such as "hex" fails before Django can answer with a page of ours.
    """
    kind, *parameters = environ.get("CONTENT_TYPE", "").split(";")
    kept: list[Any] = [part for part in parameters if "charset" not in part.lower()]
    environ["CONTENT_TYPE"] = ";".join([kind, *kept])
    return _django(environ, start_response)
