"""What the reader does on reports it was not written for: few rows missed, and none made up."""

import json
import logging
from pathlib import Path

import pytest

from appointments.report_text.read import read_report

logger = logging.getLogger(__name__)

FOLDER = Path(__file__).parents[3] / "cases" / "lab_reports" / "held_out"
CASES = json.loads((FOLDER / "lab_reports.json").read_text("utf-8"))
FIELDS = ("test", "value", "unit", "unit_as_printed", "lab_range", "flag", "taken_on")


def read_rows(case: dict) -> list[dict]:
    return [{name: getattr(row, name) for name in FIELDS} for row in read_report(case["text"]).rows]


def counts(*names: str) -> tuple[int, int, int]:
    """Return how many rows are right in these fields, were proposed, and should have been."""
    right = proposed = wanted = 0
    for case in CASES:
        rows = [tuple(row[name] or "" for name in names) for row in read_rows(case)]
        missing = [tuple(row.get(name) or "" for name in names) for row in case["rows"]]
        proposed, wanted = proposed + len(rows), wanted + len(missing)
        for row in rows:
            if row in missing:
                missing.remove(row)
                right += 1
    return right, proposed, wanted


@pytest.mark.parametrize(
    ("names", "least_precise", "least_found"),
    [
        (("test", "value"), 1.0, 0.88),
        (("test", "value", "unit"), 0.98, 0.86),
        (FIELDS, 0.79, 0.70),  # mostly dates that it did not find, and says so
    ],
)
def test_rows_are_right_and_most_are_found(names, least_precise, least_found):
    right, proposed, wanted = counts(*names)
    precision, recall = right / proposed, right / wanted
    logger.info("%s: precision %.3f, recall %.3f", ", ".join(names), precision, recall)

    assert precision >= least_precise
    assert recall >= least_found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_no_line_is_dropped(case):
    reading = read_report(case["text"])
    shown = " ".join((*reading.unread, *(line for row in reading.rows for line in row.lines)))

    for line in case["unread"]:
        assert " ".join(line.split()) in " ".join(shown.split())
