"""Pasted reports of six countries, each with the rows and the lines left over that it must give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from appointments.report_text.read import read_report
from appointments.report_text.reading import ReportRow

FOLDER = Path(__file__).parents[3] / "cases" / "lab_reports"
COUNTRIES = {"us", "uk", "canada", "australia", "germany", "denmark"}
LATER = {"six_countries"}


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}-{case['id']}")
        for path in sorted(FOLDER.glob("*.json"))
        for case in json.loads(path.read_text(encoding="utf-8"))
    ]


CASES = cases()


def as_written(row: ReportRow) -> dict[str, str]:
    """Return the fields that are not empty, as the case files write them."""
    fields = {
        "test": row.test,
        "value": row.value,
        "unit": row.unit,
        "unit_as_printed": row.unit_as_printed,
        "lab_range": row.lab_range,
        "flag": row.flag.value if row.flag else "",
        "taken_on": row.taken_on,
    }
    return {name: text for name, text in fields.items() if text}


@pytest.mark.parametrize("case", CASES)
def test_a_report_gives_its_rows_and_leaves_the_rest_unread(case: dict[str, Any]) -> None:
    reading = read_report("\n".join(case["text"]))
    assert [as_written(row) for row in reading.rows] == case["rows"]
    assert list(reading.unread) == case["unread"]


def test_there_are_enough_lines_from_every_country() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == COUNTRIES | LATER
    assert len(CASES) >= 40
    assert all(param.values[0]["shape"] for param in CASES)
