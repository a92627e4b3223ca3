"""Makes the owner's account; unlike Django's own command, it takes no weak password."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

USAGE_ERROR = 2


class Command(BaseCommand):
    """`manage.py createsuperuser`, with the names and the environment of Django's own."""

    help = "Make an account for the site's owner, who logs in at /owner/."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the arguments."""
        parser.add_argument("--username", default=os.environ.get("DJANGO_SUPERUSER_USERNAME"))
        parser.add_argument("--email", default=os.environ.get("DJANGO_SUPERUSER_EMAIL", ""))
        parser.add_argument(
            "--noinput",
            action="store_true",
            help="ask nothing: the password is in DJANGO_SUPERUSER_PASSWORD",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make the account.

        Raises:
            CommandError: The name or the password cannot be taken (exit code 2, and no account).
        """
        if not options["noinput"] and not sys.stdin.isatty():
            raise CommandError(
                "There is nobody to ask. Use --noinput, --username and DJANGO_SUPERUSER_PASSWORD.",
                returncode=USAGE_ERROR,
            )
        asks = not options["noinput"]
        name = options["username"] or (input("Name to log in with: ") if asks else "")
        owner = User(username=name, email=options["email"])
        try:
            owner.full_clean(exclude=["password"])
            password = os.environ.get("DJANGO_SUPERUSER_PASSWORD", "")
            if asks:
                password = self._ask_password(owner)
            else:
                validate_password(password, owner)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages), returncode=USAGE_ERROR) from error
        User.objects.create_superuser(name, options["email"], password)
        self.stdout.write(f"{name} can log in at /owner/ now.")

    def _ask_password(self, owner: User) -> str:
        """Return a password that was typed twice and is strong enough; ask until there is one."""
        while True:
            password = getpass("Password, 12 characters or more: ")
            try:
                validate_password(password, owner)
            except ValidationError as error:
                self.stderr.write(" ".join(error.messages))
                continue
            if getpass("The same again: ") == password:
                return password
            self.stderr.write("The two are not the same.")
