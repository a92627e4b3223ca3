"""Log lines without personal data: where something failed, never with which value, and for whom."""

import json
import logging
import traceback
from contextvars import ContextVar
from copy import copy
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from gunicorn.glogging import Logger  # type: ignore[import-untyped]  # it has no types

ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

REFUSALS = "django.security."
"""The loggers to which Django says what it does not accept."""

ASKED_TO_WAIT = "b12guide.asked_to_wait"
"""In a request's `META`: it was answered that too many people are here, and nothing has failed."""

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The id of the request that is being answered; what fails meanwhile is logged with it."""


class PrivateFormatter(logging.Formatter):
    """Formats a failure as its place and kind.

    An exception's message may quote what a visitor typed (a validation error does), so the
    message is left out, and so are the messages of the exceptions behind it. A page is called by
    the name of its route: its address would say which symptom somebody was writing about.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; a text that another handler has made of the failure is not used."""
        private = copy(record)
        private.msg, private.args = _message(record), ()
        private.exc_text = None
        private.exc_info = _failure(record)
        return super().format(private)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 (the name is logging's)
        """Return the stack and the exception's type."""
        kind, _error, trace = ei
        stack = "".join(traceback.format_list(traceback.extract_tb(trace)))
        return f"{stack}{kind.__name__ if kind else ''}"


class JsonFormatter(PrivateFormatter):
    """Formats each record as one line of JSON, for programs that collect logs."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        if request_id.get():
            line["request"] = request_id.get()
        line |= getattr(record, "fields", {})
        if failure := _failure(record):
            line["failure"] = self.formatException(failure).splitlines()
        return json.dumps(line, ensure_ascii=False)


def _failure(record: logging.LogRecord) -> ExceptionInfo | None:
    """Return the exception to log; what was refused has not failed, and anybody can send it."""
    return None if record.name.startswith(REFUSALS) else record.exc_info


def _message(record: logging.LogRecord) -> str:
    if record.name.startswith(REFUSALS):
        # These quote what was refused: a host, an address.
        return f"Refused: {record.name.rpartition('.')[2]}"
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest) and isinstance(record.args, tuple):
        args = (route_of(request) if arg == request.path else arg for arg in record.args)
        return str(record.msg) % tuple(args)
    return record.getMessage()


def route_of(request: HttpRequest) -> str:
    """Return the name of the request's route, which says nothing about the entry or article."""
    match = request.resolver_match
    return (match.view_name if match else "") or "other"


class FailuresOnly(logging.Filter):
    """Lets through which requests failed; Django takes every 503 for a failure."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether something has failed."""
        asked_to_wait = ASKED_TO_WAIT in getattr(record, "request", HttpRequest()).META
        return bool(record.exc_info) or not asked_to_wait


class ServerLogger(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn's own log lines in our format, and without what a client sent.

    Gunicorn quotes a malformed request with the address it came from, and the whole address of
    a page that failed.
    """

    def setup(self, cfg: Any) -> None:
        """Have the lines written in our format."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(PrivateFormatter() if settings.LOCAL else JsonFormatter())

    def warning(self, msg: object, *args: object, **kwargs: Any) -> None:
        """Log a warning; a request that cannot be read is not quoted."""
        if str(msg).startswith("Invalid request"):
            msg, args = "A request that is not HTTP was refused", ()
        super().warning(msg, *args, **kwargs)

    def exception(self, msg: object, *_args: object, **kwargs: Any) -> None:
        """Log where something failed."""
        super().exception(str(msg).partition("%s")[0].strip(), **kwargs)
