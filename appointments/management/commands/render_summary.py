"""Renders the summary of a JSON file of answers: the same code path as the web."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import get_language, gettext
from pydantic import ValidationError

from appointments.answers import Answers
from appointments.pdf.render import Paper, Size
from appointments.pdf.sheet import render_sheet, render_sheet_html
from appointments.save_file import answers_to_embed
from appointments.summary.as_json import as_json
from appointments.summary.build import summary_today
from appointments.summary.model import Summary
from appointments.summary.text import as_text

USAGE_ERROR = 2
STANDARD_INPUT = Path("-")
PAPERS = {paper.lower(): paper for paper in Paper}


class Command(BaseCommand):
    """`manage.py render_summary ANSWERS.json --output FILE`."""

    # A page whose review is overdue must not stop this command.
    requires_system_checks = []
    help = "Render the summary of a JSON file of answers (see `answers_schema`)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the arguments."""
        parser.add_argument("answers", type=Path, help="JSON file of answers; - for standard input")
        parser.add_argument("--output", type=Path, required=True)
        parser.add_argument("--format", choices=("pdf", "html", "text", "json"), default="pdf")
        parser.add_argument("--paper", type=str.lower, choices=tuple(PAPERS), default="a4")
        parser.add_argument("--size", choices=tuple(Size), default=Size.STANDARD, help="of the PDF")
        parser.add_argument("--timeline", action="store_true", help="end with a timeline")
        parser.add_argument(
            "--data",
            choices=("yes", "no"),
            default="yes",
            help="whether the PDF holds the answers too, to continue from it (yes)",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the file.

        Raises:
            CommandError: The answers cannot be read (exit code 2, and no file), or the file cannot
                be written.
        """
        answers = _read(options["answers"])
        summary = summary_today(answers, timeline=options["timeline"])
        embedded = answers_to_embed(answers) if options["data"] == "yes" else None
        paper, size = PAPERS[options["paper"]], Size(options["size"])
        rendered = (
            render_sheet(summary, paper=paper, size=size, language=_language(), answers=embedded)
            if options["format"] == "pdf"
            else _as_text(summary, options["format"], paper)
        )
        try:
            options["output"].write_bytes(rendered)
        except OSError as error:
            message = f"{options['output']} cannot be written: {error.strerror}"
            raise CommandError(message) from error


def _read(path: Path) -> Answers:
    name = "standard input" if path == STANDARD_INPUT else str(path)
    try:
        raw = sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
        # Some editors put an invisible mark before the text.
        return Answers.from_json(raw.decode("utf-8-sig"))
    except OSError as error:
        message = f"{name} cannot be read: {error.strerror}"
    except UnicodeDecodeError:
        message = f"{name} is not a text file in UTF-8"
    except ValidationError as error:
        message = f"{name}: {_problem(error)}"
    raise CommandError(message, returncode=USAGE_ERROR)


def _problem(error: ValidationError) -> str:
    """Return the first thing that is wrong; what was typed is not repeated."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    field = ".".join(str(part) for part in first["loc"]) or "the file as a whole"
    return f"{field} is wrong: {first['msg'].removeprefix('Value error, ')}"


def _as_text(summary: Summary, kind: str, paper: Paper) -> bytes:
    if kind == "html":
        return render_sheet_html(summary, paper=paper, language=_language()).encode()
    if kind == "json":
        return as_json(summary, language=_language(), gettext=gettext).encode()
    return as_text(summary, gettext).encode()


def _language() -> str:
    return get_language() or "en"
