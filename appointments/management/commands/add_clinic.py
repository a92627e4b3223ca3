"""Adds a clinic from the command line, by the same rules as the owner's pages."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from simple_history.utils import update_change_reason

from appointments.catalogue.countries import COUNTRIES_BY_ID
from appointments.models import Accent, Clinic, PrintedOn
from appointments.validators import slug_from
from content.templatetags.site_address import full_address, leads_nowhere_else

USAGE_ERROR = 2
FIELDS = (
    *("name", "slug", "phone", "hours", "country", "languages", "please_bring"),
    *("paper", "accent"),
)
CHOICES = {"country": list(COUNTRIES_BY_ID), "paper": PrintedOn.values, "accent": Accent.values}
REHEARSAL = (
    "A rehearsal: these addresses work on this computer only. If the site runs at another port, "
    "put that in front: PORT=8001 .venv/bin/python manage.py add_clinic ..."
)


class Command(BaseCommand):
    """`manage.py add_clinic --name ... --phone ... --country ...`."""

    help = "Add a clinic, and print the address of its link and of its share kit."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the arguments; the model says which values are right."""
        parser.add_argument("--name", required=True, help="as patients know it")
        parser.add_argument("--phone", required=True)
        parser.add_argument("--country", required=True, help=", ".join(CHOICES["country"]))
        parser.add_argument("--slug", help="its name in the link; made of the name otherwise")
        parser.add_argument("--hours", default="", help="when somebody answers the phone")
        parser.add_argument("--languages", default="", help="languages spoken there")
        parser.add_argument("--please-bring", default="", help="what patients should bring")
        parser.add_argument(
            "--paper",
            default="",
            help=f"{', '.join(PrintedOn.values)}; as usual in the country otherwise",
        )
        parser.add_argument("--accent", default=Accent.COBALAMIN, help=", ".join(CHOICES["accent"]))

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
                " ".join((f"--{field.replace('_', '-')}:", *sentences, *_one_of(field)))
                for field, sentences in error.message_dict.items()
            ]
            raise CommandError("\n".join(lines), returncode=USAGE_ERROR) from error
        clinic.save()
        update_change_reason(clinic, "manage.py add_clinic")
        self.stdout.write(f"Link:      {full_address(reverse('clinic', args=[clinic.slug]))}")
        self.stdout.write(f"Share kit: {full_address(reverse('share', args=[clinic.slug]))}")
        if leads_nowhere_else():
            self.stdout.write(REHEARSAL)


def _one_of(field: str) -> tuple[str, ...]:
    """Return what may stand in a field that is chosen from a list."""
    return (f"One of: {', '.join(CHOICES[field])}.",) if field in CHOICES else ()
