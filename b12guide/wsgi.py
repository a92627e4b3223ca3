"""The application that a WSGI server runs."""

import os
from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b12guide.settings")

_django = get_wsgi_application()


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer a request; forms are sent in UTF-8, whatever charset a client claims.

    A charset such as "hex" fails before Django can answer with a page of ours.
    """
    kind, *parameters = environ.get("CONTENT_TYPE", "").split(";")
    kept: list[Any] = [part for part in parameters if "charset" not in part.lower()]
    environ["CONTENT_TYPE"] = ";".join([kind, *kept])
    return _django(environ, start_response)
