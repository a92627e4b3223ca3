"""Every place of the server where something of a visitor could be left behind."""

from __future__ import annotations

import functools
import gc
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import caches
from django.db import connection
from form_visitor import Visitor
from pages import Page

from appointments.sharing.counts import wait_until_written
from b12guide import metrics
from b12guide.logs import JsonFormatter, PrivateFormatter

OURS = ("appointments", "b12guide", "content")
OF_THE_TESTS = ("_pytest", "_hypothesis", "hypothesis", "pluggy")
CANARY = "Kanari"
TRACES = {
    CANARY,
    CANARY.lower(),
    CANARY.upper(),
    CANARY.encode().hex(),
    CANARY.encode("utf-16-le").decode("latin-1"),
    # In base64, at each of the three places that it can have among the bytes before it.
    *("S2FuYXJp", "thbmFya", "LYW5hcm"),
}
"""How a canary looks as it is, and in the codings that somebody might put it into."""

FOR_WRITING = os.O_WRONLY | os.O_RDWR
ADDRESSES = {"href", "src", "action", "formaction", "srcset", "content"}

_written: list[str] = []
_moved = {"os.rename", "os.link"}


def _note_what_is_written(event: str, details: tuple) -> None:
    """Note each file that is opened to be written, though it may be gone a moment later."""
    if event in _moved:
        name = details[1]
    elif event == "open" and isinstance(details[2], int) and details[2] & FOR_WRITING:
        name = details[0]
    else:
        return
    if not isinstance(name, int):  # what is open already was noted when it was opened
        _written.append(str(Path(os.fsdecode(name)).absolute()))


sys.addaudithook(_note_what_is_written)


class Everything(logging.Handler):
    """Keeps every line that anything logs, in both formats of our settings."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.formats = (PrivateFormatter(), JsonFormatter())

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += [kind.format(record) for kind in self.formats]


@dataclass
class Places:
    """Where to look once a visitor has gone.

    Attributes:
        lines: What was logged so far.
        folder: The folder for temporary files.
        printed: What was written to the two outputs of the process.
    """

    lines: list[str]
    folder: Path
    capture: pytest.CaptureFixture
    printed: str = ""
    before: int = field(default_factory=lambda: len(_written))

    def assert_nothing_is_left(self, *visitors: Visitor) -> None:
        """Fail with the first place that knows something of a visitor."""
        wait_until_written()
        places = {
            "log": self.lines,
            "outputs": self.outputs(),
            "figures": [metrics.as_text().decode()],
            "database": in_the_database(),
            "database files": in_the_files_of_the_database(),
            "temporary files": self.temporary_files(),
            "files written": self.written(),
            "error mails": [str(message.message()) for message in mail.outbox],
            "caches": [repr(vars(cache)) for cache in caches.all()],
            "remembered results": in_memory_of_functions(),
            "remembered by modules": in_memory_of_modules(),
            **{
                f"what visitor {number} sends on": sent_on(visitor)
                for number, visitor in enumerate(visitors, 1)
            },
        }
        unexpected = self.unexpected()
        assert unexpected == [], unexpected
        for place, texts in places.items():
            for text in texts:
                for trace in TRACES:
                    at = text.find(trace)
                    assert at < 0, f"{place}: {text[max(0, at - 300) : at + 300]}"

    def written(self) -> Iterator[str]:
        """Yield each file that was opened to be written, wherever it lies, with what it holds."""
        for path in dict.fromkeys(_written[self.before :]):
            yield f"{path} {as_text(Path(path))}"

    def unexpected(self) -> list[str]:
        """Return those that lie where nobody has anything to write."""
        return [
            path
            for path in _written[self.before :]
            # The second keeps nothing, and into the third Python compiles its modules.
            if not Path(path).is_relative_to(self.folder)
            and path != os.devnull
            and "/__pycache__/" not in path
        ]

    def outputs(self) -> list[str]:
        self.printed += "".join(self.capture.readouterr())
        return [self.printed]

    def temporary_files(self) -> Iterator[str]:
        for path in self.folder.rglob("*"):
            yield f"{path} {as_text(path)}"


def watch(settings, monkeypatch, tmp_path, capfd) -> Places:
    """Switch on whatever can be written down, and watch it all."""
    settings.REQUEST_LOG = True
    settings.METRICS_TOKEN = "token-of-the-tests"
    settings.ADMINS = settings.MANAGERS = [("Owner", "owner@b12.example")]
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    handler = Everything()
    for name in [None, *logging.root.manager.loggerDict]:
        logger = logging.getLogger(name)
        monkeypatch.setattr(logger, "level", logging.DEBUG)
        monkeypatch.setattr(logger, "handlers", [*logger.handlers, handler])
        logger.manager._clear_cache()
    return Places(handler.lines, tmp_path, capfd)


def in_the_database() -> Iterator[str]:
    """Yield each row; PostgreSQL writes it as text itself, with whatever its columns hold."""
    as_text = "SELECT whole::text FROM {} AS whole"
    query = as_text if connection.vendor == "postgresql" else "SELECT * FROM {}"
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(query.format(connection.ops.quote_name(table)))
            yield from (f"{table}: {row}" for row in cursor.fetchall())


def in_the_files_of_the_database() -> Iterator[str]:
    """Yield the files of the database, where what was deleted may still be, its log, and a dump."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        files = [*Path(name).parent.glob(f"{Path(name).name}*")]
    else:
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")  # or much would be in the server's memory only
            cursor.execute("SHOW data_directory")
            data = Path(cursor.fetchone()[0])
        log = data.parent / "log"  # where scripts/test-postgres puts it
        assert log.stat().st_size
        files = [log, *data.rglob("*")]
        command = ["pg_dump", "--host", data.parent, "--username", "b12", name]
        dump = subprocess.run(command, check=True, capture_output=True, encoding="latin-1").stdout
        assert "COPY public.appointments_clinic" in dump
        yield dump
    for path in files:
        with suppress(FileNotFoundError):  # the server has just taken it away
            yield f"{path} {as_text(path)}"


def in_memory_of_functions() -> Iterator[str]:
    """Yield what is kept by each `lru_cache` in the process: of ours, Django's, anybody's."""
    gc.unfreeze()  # drawing a sheet hides from Python whatever was there before
    for function in gc.get_objects():
        if type(function) is functools._lru_cache_wrapper:  # a lazy object would wake up otherwise
            name = f"{function.__module__}.{getattr(function, '__qualname__', '')}"
            if not name.startswith(OF_THE_TESTS):
                yield f"{name}: {gc.get_referents(function)}"


def in_memory_of_modules() -> Iterator[str]:
    """Yield whatever a module of ours keeps in a dictionary, a list, a set or the like."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in OURS:
            for kept, value in vars(module).items():
                if not isinstance(value, type) and not kept.startswith("__"):
                    yield f"{name}.{kept}: {value!r}"


def sent_on(visitor: Visitor) -> Iterator[str]:
    """Yield all that leaves the visitor's own page: addresses and headers.

    An address ends up in histories and logs, and as the Referer of what is opened next.
    """
    for exchange in visitor.exchanges:
        response = exchange.response
        yield exchange.url
        yield from (f"{name}: {value}" for name, value in response.headers.items())
        yield from (f"Set-Cookie: {m.OutputString()}" for m in response.cookies.values())
        if response.headers.get("Content-Type", "").startswith("text/html"):
            for element in Page(response).elements:
                for name in ADDRESSES & set(element.attrs):
                    yield f"<{element.tag} {name}={element.attrs[name]}>"


def as_text(path: Path) -> str:
    """Return a file's bytes, each as the letter of its number."""
    return path.read_bytes().decode("latin-1") if path.is_file() else ""
