"""A real Chromium and the real server, and nothing else: what all browser tests share."""

import logging
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.test import override_settings
from playwright.sync_api import Browser, Playwright, sync_playwright
from visitor import DESKTOP, PHONE, KeyboardVisitor, Visitor

CHROMIUM_ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

# Playwright runs its own event loop in the thread of the tests; Django would not let a test put a
# clinic into the database from there, although nothing else uses the connection meanwhile.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

OpenBrowser = Callable[..., Visitor]

logger = logging.getLogger(__name__)


class QuietHandler(WSGIRequestHandler):
    """Keeps the server's access lines out of the test report."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name is wsgiref's)
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    """Serve the site as production does, compressed static files included; return its address.

    pytest-django's `live_server` is not used on purpose: it asks for the database, which nothing
    here needs (and so no test could notice that something uses it), and it hands out static files
    past WhiteNoise, uncompressed.
    """
    with override_settings(STATIC_ROOT=tmp_path_factory.mktemp("static")):
        call_command("collectstatic", interactive=False, verbosity=0)
        server = ThreadedWSGIServer(("127.0.0.1", 0), QuietHandler)
        server.set_app(WSGIHandler())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers; there can be one in each worker."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright) -> Iterator[Browser]:
    """One browser for each worker."""
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=CHROMIUM_ARGS
    )
    yield browser
    browser.close()


@contextmanager
def _fresh_browser(
    chromium: Browser, site: str, *, kind: type[Visitor] = Visitor, **options: Any
) -> Iterator[Visitor]:
    """Open a browser without a past; at the end, check that it talked to our server only."""
    context = chromium.new_context(**({"viewport": DESKTOP, "locale": "en-US"} | options))
    context.set_default_timeout(10_000)
    asked: list[str] = []
    failed: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: failed.append(str(error.error)))
    visitor = kind(context.new_page(), site)
    yield visitor
    logger.info("The last page: %s", visitor)  # pytest shows it where a test failed
    context.close()
    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert failed == []


@pytest.fixture
def open_browser(chromium, site) -> Iterator[OpenBrowser]:
    """Return what opens a browser of a size, for a kind of visitor, with or without JavaScript."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(_fresh_browser(chromium, site, **options))


@pytest.fixture
def visitor(open_browser) -> Visitor:
    """Somebody at a desktop, with a mouse."""
    return open_browser()


@pytest.fixture
def patient(open_browser) -> Visitor:
    """Somebody with a phone whose browser runs no JavaScript."""
    return open_browser(viewport=PHONE, java_script_enabled=False)


@pytest.fixture
def caregiver(open_browser) -> KeyboardVisitor:
    """Somebody at a desktop who never touches a mouse."""
    return open_browser(kind=KeyboardVisitor)
