"""Visits that have come some way, so that a test can start in the middle of the form."""

from pathlib import Path

from builders import full_answers, some_answers
from django.utils import timezone

from appointments import stops
from appointments.answer_parts import MAX_ATTEMPTS, MAX_LAB_RESULTS
from appointments.answers import Answers
from appointments.rules.red_flags import red_flags

NEW = Answers()

JUST_STARTED = some_answers()

FULL = full_answers()

CAREGIVER = full_answers(by="other")

PICKED_ONLY = some_answers(
    symptoms=[{"symptom": "fatigue"}],
    lab_results=[{"test": "b12_total"}],
    operations=[{"surgery": "rygb"}],
    medicines=[{"medicine": "metformin"}],
    attempts=[{"route": "tablet"}],
)
"""One entry of each list, and nothing said about it."""

FULL_LISTS = some_answers(
    lab_results=[{"test": "hb"}] * MAX_LAB_RESULTS, attempts=[{"route": "tablet"}] * MAX_ATTEMPTS
)

RED_FLAGS = some_answers(safety={"happening": ["chest_pain", "suicidal", "rash_after"]})

UNDER_16 = some_answers(about={"date_of_birth": f"{timezone.localdate().year - 12}-01-01"})


def with_stops_read(answers: Answers) -> Answers:
    """Return answers of somebody who has read every page that stands in the way once."""
    return answers.replace(acknowledged=(*(flag.id for flag in red_flags(answers)), stops.UNDER_16))


def sample_case(name: str) -> Answers:
    """Return the answers of a sample case that the PDF is tried on too."""
    folder = Path(__file__).parent.parent / "cases"
    return with_stops_read(Answers.from_json((folder / f"{name}.json").read_text()))
