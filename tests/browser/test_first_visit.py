"""A first visit fits into the first fourteen kilobytes that a connection carries.

The server compresses as in production (WhiteNoise brings brotli for the stylesheet, Django gzip
for the page), and what is counted is what Chromium received, headers included. To see the table:
`pytest tests/browser/test_first_visit.py -rP`.
"""

import logging

import pytest
from django.urls import reverse
from sample_visits import FULL
from visitor import Visitor

from content.library import list_pages

pytestmark = pytest.mark.browser

MOST_BYTES = 14_336
MOST_REQUESTS = 2  # the page and its stylesheet; the icon comes after them
WITH_SCRIPT = (reverse("share"), reverse("share-page"), reverse("share-page", args=["glossary"]))
"""Pages with one request more; nobody begins a visit there without wanting to share."""

logger = logging.getLogger(__name__)


def transfers(visitor: Visitor, path: str) -> dict[str, int]:
    """Open a page and return the bytes of each response, by its address."""
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("Network.enable")
    session.on(
        "Network.requestWillBeSent",
        lambda event: addresses.update({event["requestId"]: event["request"]["url"]}),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.update({addresses[event["requestId"]]: event["encodedDataLength"]}),
    )
    visitor.page.goto(f"{visitor.site}{path}")
    return sizes


@pytest.mark.parametrize(
    "path",
    [
        reverse("home"),
        *(reverse("page", args=[page.slug]) for page in list_pages()),
        reverse("glossary"),
        reverse("sources"),
        reverse("search"),
        reverse("get-help-now"),
        reverse("appointment-start"),
        reverse("question", args=["symptoms"]),
        reverse("question", args=["medicines"]),
        reverse("question", args=["questions"]),
        reverse("check-your-answers"),
        reverse("summary"),
        *WITH_SCRIPT,
    ],
)
def test_a_first_visit_is_small(visitor: Visitor, path):
    visitor.brings(FULL)
    sizes = transfers(visitor, path)
    total = sum(sizes.values())
    logger.info("%-36s %6d bytes in %d requests", path, total, len(sizes))
    assert any(address.endswith(".css") for address in sizes)
    assert total < MOST_BYTES
    assert len(sizes) <= MOST_REQUESTS + (path in WITH_SCRIPT)
    assert [address for address in sizes if not address.startswith(f"{visitor.site}/")] == []
