"""The code from an app that an owner can ask for at login, after the password (TOTP, RFC 6238)."""

from __future__ import annotations

from base64 import b32encode
from textwrap import wrap

import segno
from django.contrib.auth.models import AbstractUser
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


def offered_to(user: AbstractUser) -> TOTPDevice:
    """Return what would make somebody's codes; it is not asked for until they have typed one."""
    # Two windows that open at once can make two; the older one is offered in both.
    offered = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return offered or TOTPDevice.objects.create(user=user, confirmed=False, name="app")


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


def switch_on(device: TOTPDevice) -> None:
    """Ask for a code from now on."""
    device.confirmed = True
    device.save(update_fields=["confirmed"])


def picture(device: TOTPDevice) -> SafeString:
    """Return the QR code that an app reads, as SVG."""
    svg = segno.make(device.config_url, micro=False).svg_inline(scale=5, omitsize=True)
    return mark_safe(svg)  # noqa: S308 (drawn by segno: shapes and no text)


def key_to_type(device: TOTPDevice) -> str:
    """Return the key in groups of four, for those who cannot take a picture."""
    return " ".join(wrap(b32encode(device.bin_key).decode(), 4))
