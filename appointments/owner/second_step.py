"""The code from an app that an owner can ask for at login, after the password (TOTP, RFC 6238)."""

from __future__ import annotations

from base64 import b32encode
from textwrap import wrap

import segno
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django_otp.plugins.otp_totp.models import TOTPDevice


def device_of(user: AbstractUser) -> TOTPDevice | None:
    """Return what makes the codes of somebody who has switched them on."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def locked(device: TOTPDevice | None) -> TOTPDevice | None:
    """Return a device as it is now, for this transaction alone: two tries never count as one."""
    return device and TOTPDevice.objects.select_for_update().filter(pk=device.pk).first()


def offer(user: AbstractUser) -> TOTPDevice:
    """Return what would make somebody's codes, with a key that nobody has seen; not saved."""
    return TOTPDevice(user=user, name="app")


def as_sent(offered: TOTPDevice, user: AbstractUser) -> str:
    """Return a key that is offered as the form beside it sends it back: signed by us."""
    return signing.dumps(offered.key, salt=_salt(user))


def as_offered(sent: str, user: AbstractUser) -> TOTPDevice | None:
    """Return what a form confirms; None if it is too old, or from before a new password."""
    try:
        key = signing.loads(sent, salt=_salt(user), max_age=settings.SESSION_COOKIE_AGE)
    except signing.BadSignature:
        return None
    return TOTPDevice(user=user, name="app", key=key)


def is_done(request: HttpRequest) -> bool:
    """Return whether somebody who is logged in owes no code."""
    user = request.user
    return isinstance(user, AbstractUser) and (
        bool(getattr(user, "otp_device", None)) or device_of(user) is None
    )


def must_wait(device: TOTPDevice) -> bool:
    """Return whether a wrong code was typed a moment ago, so that none is looked at now."""
    return not device.verify_is_allowed()[0]


def accepts(device: TOTPDevice, code: str) -> bool:
    """Return whether a code is right; after a wrong one, the next try has to wait."""
    with transaction.atomic():
        now = locked(device)
        return bool(now and now.verify_is_allowed()[0] and now.verify_token(code.replace(" ", "")))


def switch_on(offered: TOTPDevice, code: str) -> bool:
    """Ask for a code from now on, if this one is right; else nothing is kept."""
    with transaction.atomic():
        right = bool(offered.verify_token(code.replace(" ", "")))
        transaction.set_rollback(not right)
    return right


def switch_off(user: AbstractUser) -> None:
    """Ask for no code any more, also if two windows have switched it on at the same time."""
    TOTPDevice.objects.filter(user=user).delete()


def picture(device: TOTPDevice) -> SafeString:
    """Return the QR code that an app reads, as SVG."""
    svg = segno.make(device.config_url, micro=False).svg_inline(scale=5, omitsize=True)
    return mark_safe(svg)  # noqa: S308 (drawn by segno: shapes and no text)


def key_to_type(device: TOTPDevice) -> str:
    """Return the key in groups of four, for those who cannot take a picture."""
    return " ".join(wrap(b32encode(device.bin_key).decode(), 4))


def _salt(user: AbstractUser) -> str:
    return f"second step {user.pk} {user.get_session_auth_hash()}"
