"""The sheets that are kept as text say, to those who hear them, what they said before."""

from difflib import unified_diff

import pytest

from tests.unit.appointments.pdf import structures

ANEW = "If that is meant: .venv/bin/python -m tests.unit.appointments.pdf.structures"


@pytest.mark.parametrize("name", structures.SHEETS)
def test_the_structure_is_the_one_that_was_looked_at(name):
    before = (structures.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    now = structures.structure_of(name)
    if now != before:
        changes = unified_diff(before.splitlines(), now.splitlines(), "before", "now", lineterm="")
        pytest.fail("\n".join([*changes, "", ANEW]), pytrace=False)


def test_no_file_is_left_over():
    assert {path.stem for path in structures.FOLDER.iterdir()} == set(structures.SHEETS)
