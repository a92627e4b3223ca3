"""Log lines without personal data: where something failed, never with which value."""

import logging
import traceback
from types import TracebackType

ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class PrivateFormatter(logging.Formatter):
    """Formats a failure as its place and kind.

    An exception's message may quote what a visitor typed (a validation error does), so the
    message is left out, and so are the messages of the exceptions behind it.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; a text that another handler has made of the failure is not used."""
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 (the name is logging's)
        """Return the stack and the exception's type."""
        kind, _error, trace = ei
        stack = "".join(traceback.format_list(traceback.extract_tb(trace)))
        return f"{stack}{kind.__name__ if kind else ''}"
