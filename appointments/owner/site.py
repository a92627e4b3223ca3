"""The owner's admin: staff accounts only, and a code from their phone for those who want it."""

from __future__ import annotations

from threading import BoundedSemaphore
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.forms import CharField, TextInput, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_otp import login as remember_code
from django_otp.forms import OTPAuthenticationFormMixin
from django_otp.plugins.otp_totp.models import TOTPDevice

from appointments.owner import second_step

CODE_NOT_CHECKED = _("The code was not checked. Wait a few seconds, then type the code again.")
CODE_REFUSED = _("This code is wrong, or it was used already. Wait for the next one.")

LONGEST_NAME = 150
"""As long as Django lets an account's name be. Wrong names are kept for a while, to count them."""

MOST_CHECKED = 2
CHECKING = BoundedSemaphore(MOST_CHECKED)
"""Passwords that are checked at a time: it takes long on purpose, and pages must stay fast."""


class LoginForm(OTPAuthenticationFormMixin, AdminAuthenticationForm):
    """Name and password; and a code, from those who have set one up."""

    username = UsernameField(max_length=LONGEST_NAME, widget=TextInput(attrs={"autofocus": True}))
    otp_token = CharField(
        label=_("Code from your phone"),
        help_text=_("Leave this empty if you have not set up a code."),
        required=False,
        widget=TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
    otp_error_messages = OTPAuthenticationFormMixin.otp_error_messages | {
        "token_required": _("Type the code that the app on your phone shows."),
        "n_failed_attempts": CODE_NOT_CHECKED,
        "invalid_token": CODE_REFUSED,
    }

    def clean(self) -> dict[str, Any]:
        """Check the password, then the code.

        Raises:
            ValidationError: They are wrong, or too many are being checked.
        """
        if not CHECKING.acquire(blocking=False):
            raise ValidationError(
                _("Too many people are logging in. Wait a moment, then try again.")
            )
        try:
            cleaned: dict[str, Any] = super().clean()
        finally:
            CHECKING.release()
        user = self.get_user()
        if user and second_step.device_of(user):
            self.clean_otp(user)
        return cleaned

    def _chosen_device(self, user: AbstractUser) -> TOTPDevice | None:
        """Return the only device that a person has; the code is checked in a transaction."""
        return second_step.locked(second_step.device_of(user))


class OwnerSite(AdminSite):
    """The admin under /owner/."""

    site_header = _("B12 Guide: for the owner")
    site_title = _("B12 Guide")
    index_title = _("Clinics and accounts")
    enable_nav_sidebar = False
    login_form = LoginForm
    login_template = "owner/login.html"
    index_template = "owner/index.html"

    def has_permission(self, request: HttpRequest) -> bool:
        """Return whether somebody may be here: staff, with a code if they have set one up."""
        return super().has_permission(request) and second_step.is_done(request)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Return the addresses: the page that sets up the code, then Django's own."""
        own = path("second-step/", self.admin_view(self.second_step), name="second_step")
        return [own, *super().get_urls()]

    def second_step(self, request: HttpRequest) -> HttpResponseBase:
        """Set up the code, or switch it off; either needs a code that is right."""
        user = request.user
        if isinstance(user, AnonymousUser):  # `admin_view` has asked already
            return redirect("admin:login")
        device = second_step.device_of(user)
        if request.method == "POST":
            code = request.POST.get("code", "")
            if device:
                return self._switch_off(request, user, device, code)
            return self._switch_on(request, user, code)
        return self._second_step_page(request, None if device else second_step.offer(user))

    def _switch_on(self, request: HttpRequest, user: AbstractUser, code: str) -> HttpResponse:
        offered = second_step.as_offered(request.POST.get("key", ""), user)
        if offered is None:
            messages.error(request, gettext("This page was open too long. Scan the new picture."))
        elif not second_step.switch_on(offered, code):
            messages.error(
                request, gettext("This is not the code that the app shows for this picture.")
            )
            return self._second_step_page(request, offered)
        else:
            remember_code(request, offered)
            messages.success(request, gettext("From now on, logging in takes a code, too."))
        return redirect("admin:second_step")

    def _switch_off(
        self, request: HttpRequest, user: AbstractUser, device: TOTPDevice, code: str
    ) -> HttpResponse:
        if second_step.must_wait(device):
            messages.error(request, CODE_NOT_CHECKED)
        elif not second_step.accepts(device, code):
            messages.error(request, CODE_REFUSED)
        else:
            second_step.switch_off(user)
            messages.success(request, gettext("Logging in takes your password only."))
        return redirect("admin:second_step")

    def _second_step_page(self, request: HttpRequest, offered: TOTPDevice | None) -> HttpResponse:
        context = {
            **self.each_context(request),
            "title": gettext("A code from your phone"),
            "picture": second_step.picture(offered) if offered else None,
            "key": second_step.key_to_type(offered) if offered else None,
            "sent_back": second_step.as_sent(offered, offered.user) if offered else None,
        }
        return render(request, "owner/second_step.html", context)
