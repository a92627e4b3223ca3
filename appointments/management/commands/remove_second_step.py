"""Helps an owner who has lost the phone that makes the codes for the login."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django_otp.plugins.otp_totp.models import TOTPDevice


class Command(BaseCommand):
    """`manage.py remove_second_step NAME`."""

    help = "Let somebody log in with the password alone again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the arguments."""
        parser.add_argument("username", help="the name that they log in with")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Remove what makes the codes.

        Raises:
            CommandError: Nobody of this name has any.
        """
        name = options["username"]
        removed, _kinds = TOTPDevice.objects.filter(user__username=name, confirmed=True).delete()
        if not removed:
            raise CommandError(f"{name} needs no code to log in.")
        self.stdout.write(f"{name} logs in with the password alone now.")
