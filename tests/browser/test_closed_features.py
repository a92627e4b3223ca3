"""A browser may do nothing for our pages that finds out about a device, a room or a person."""

import pytest
from visitor import Visitor

from b12guide.headers import FEATURES_OFF

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/", "/appointment/", "/no-such-page/"])
def test_what_is_switched_off_is_off_and_known_by_its_name(visitor: Visitor, path):
    said: list[str] = []
    visitor.page.on("console", lambda message: said.append(message.text))
    visitor.go_to(path)
    allowed = visitor.page.evaluate("document.featurePolicy.allowedFeatures()")
    known = visitor.page.evaluate("document.featurePolicy.features()")

    assert not set(allowed) & set(FEATURES_OFF)
    assert set(FEATURES_OFF) <= set(known)
    assert [text for text in said if "Permissions-Policy" in text] == []
