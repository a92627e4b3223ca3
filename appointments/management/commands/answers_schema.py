"""Prints the JSON Schema of Answers, for whoever writes or reads such files."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from appointments.answers import Answers


class Command(BaseCommand):
    """`manage.py answers_schema`."""

    # A page whose review is overdue must not stop this command.
    requires_system_checks = []
    help = "Print the JSON Schema of the answers."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print the schema."""
        self.stdout.write(json.dumps(Answers.model_json_schema(), indent=2, ensure_ascii=False))
