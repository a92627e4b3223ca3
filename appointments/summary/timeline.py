"""Everything that has a time, in order: symptoms, tests, B12 taken, operations."""

from __future__ import annotations

from datetime import date

from appointments.answers import Answers
from appointments.phrases import Phrase, _
from appointments.summary.model import Kind, Section


def timeline_section(answers: Answers, today: date) -> Section:
    """Return a row for each thing with a time, earliest first."""
    del answers, today
    return Section(
        id="timeline", title=Phrase(_("Timeline")), kind=Kind.FACTS, rows=(), when_checking=False
    )
