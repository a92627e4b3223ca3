"""Adds a clinic from the command line, by the same rules as the owner's pages."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from simple_history.utils import update_change_reason

from appointments.models import Accent, Clinic, PrintedOn
from appointments.validators import slug_from
from content.templatetags.site_address import full_address

USAGE_ERROR = 2
FIELDS = (
    *("name", "slug", "phone", "hours", "country", "languages", "please_bring"),
    *("paper", "accent"),
)


class Command(BaseCommand):
    """`manage.py add_clinic --name ... --phone ... --country ...`."""

    help = "Add a clinic, and print the address of its link and of its share kit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the arguments; the model says which values are right."""
        parser.add_argument("--name", required=True, help="as patients know it")
        parser.add_argument("--phone", required=True)
        parser.add_argument("--country", required=True, help="such as us, ca, de, england")
        parser.add_argument("--slug", help="its name in the link; made of the name otherwise")
        parser.add_argument("--hours", default="", help="when somebody answers the phone")
        parser.add_argument("--languages", default="", help="languages spoken there")
        parser.add_argument("--please-bring", default="", help="what patients should bring")
        parser.add_argument("--paper", default=PrintedOn.A4, help=", ".join(PrintedOn.values))
        parser.add_argument("--accent", default=Accent.COBALAMIN, help=", ".join(Accent.values))

    def handle(self, *_args: Any, **options: Any) -> None:
        """Add the clinic.

        Raises:
            CommandError: Something is wrong (exit code 2, a line for each field, and no clinic).
        """
        given = {name: (options[name] or "").strip() for name in FIELDS}
        given["slug"] = given["slug"] or slug_from(given["name"])
        clinic = Clinic(**given)
        try:
            clinic.full_clean()
        except ValidationError as error:
            lines = [
                f"--{field.replace('_', '-')}: {' '.join(sentences)}"
                for field, sentences in error.message_dict.items()
            ]
            raise CommandError("\n".join(lines), returncode=USAGE_ERROR) from error
        clinic.save()
        update_change_reason(clinic, "manage.py add_clinic")
        self.stdout.write(f"Link:      {full_address(reverse('clinic', args=[clinic.slug]))}")
        self.stdout.write(f"Share kit: {full_address(reverse('share', args=[clinic.slug]))}")
