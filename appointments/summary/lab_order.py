"""The order of lab results on the sheet: tests as in the catalogue, of each the newest first."""

from __future__ import annotations

from datetime import date

from appointments.answer_parts import LabResult
from appointments.answers import Answers
from appointments.catalogue.lab_tests import LAB_TESTS
from appointments.dates import parse_when

_PLACES = {test.id: place for place, test in enumerate(LAB_TESTS)}


def newest_first(answers: Answers, today: date) -> Answers:
    """Return the answers with their lab results in the order of the sheet.

    Tests in own words come last. A result whose date is missing, or cannot be read with certainty,
    stands behind the others of its test, in the order in which they were typed.
    """

    def place(entry: LabResult) -> tuple[int, str, int]:
        when = parse_when(entry.taken_on, today)
        own_words = " ".join(entry.own_words.casefold().split())
        return (
            _PLACES.get(entry.test, len(_PLACES)),
            own_words,
            -when.latest.toordinal() if when else 0,
        )

    results = answers.lab_results
    entries = tuple(sorted(results.entries, key=place))
    return answers.replace(lab_results=results.model_copy(update={"entries": entries}))
