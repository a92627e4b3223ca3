"""Every test that the hazard log names as a proof exists, so no control rests on a name alone."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAME = re.compile(r"`(test_\w+)(\.py)?`")


def proofs(log: str) -> list[tuple[str, str]]:
    """Return each test of a log with its file, which stands after the tests that are in it."""
    found, tests = [], []
    for name, is_file in NAME.findall(log):
        if is_file:
            found += [(f"{name}.py", test) for test in tests]
            tests = []
        else:
            tests.append(name)
    # Tests that no file follows are found nowhere.
    return found + [("", test) for test in tests]


PROOFS = proofs((ROOT / "docs/hazards.md").read_text(encoding="utf-8"))
FILES = {file.name: file for file in (ROOT / "tests").rglob("test_*.py")}


@pytest.mark.parametrize(("file", "test"), PROOFS)
def test_a_proof_of_the_hazard_log_exists(file, test):
    assert file in FILES
    assert f"def {test}(" in FILES[file].read_text(encoding="utf-8")


def test_each_proof_is_read_with_its_file():
    log = '`test_one`,\n`test_two` (`test_a.py`, "why"); `test_three` (`test_b.py`); `test_four`'

    assert proofs(log) == [
        ("test_a.py", "test_one"),
        ("test_a.py", "test_two"),
        ("test_b.py", "test_three"),
        ("", "test_four"),
    ]
