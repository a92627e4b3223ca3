"""Who guesses a password is told apart by an address that they cannot make up."""

from __future__ import annotations

import pytest

from appointments.owner.login_address import client_address


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, None, "127.0.0.1"),
        (1, "unknown", "127.0.0.1"),
    ],
)
def test_only_our_own_proxies_are_believed(rf, settings, proxies, forwarded, address):
    settings.PROXY_COUNT = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}

    assert client_address(rf.get("/owner/", headers=headers)) == address


@pytest.mark.parametrize(
    ("seen", "counted"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::9", "2001:db8:1:2::"),  # the same home
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("", "0.0.0.0"),  # gunicorn on a Unix socket
    ],
)
def test_nobody_escapes_by_having_many_addresses_or_none(rf, seen, counted):
    assert client_address(rf.get("/owner/", REMOTE_ADDR=seen)) == counted
