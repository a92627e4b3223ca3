"""What sheets are to those who hear them: headings, tables, lists and text, in reading order.

After a change that is meant, write the files anew, and read the difference before it is kept:

    .venv/bin/python -m tests.unit.appointments.pdf.structures
"""

import os
import re
import subprocess
import tempfile
from pathlib import Path

import django

from appointments.pdf.render import Paper, Size

FOLDER = Path(__file__).parent / "structure"

# The ids of heading cells begin with the number of an object, which any change moves.
OBJECT_NUMBER = re.compile(r"(?<=[<(])\d+-(?=\d+-\d+[>)])")

SHEETS = {
    "reference": ("reference", Paper.A4, Size.STANDARD),
    "reference-large": ("reference", Paper.A4, Size.LARGE),
    "reference-letter": ("reference", Paper.LETTER, Size.STANDARD),
    "caregiver": ("caregiver", Paper.A4, Size.STANDARD),
    "over": ("over", Paper.A4, Size.STANDARD),
    "trend": ("trend", Paper.A4, Size.STANDARD),
    "scripts": ("scripts", Paper.A4, Size.STANDARD),
}


def structure_of(name: str) -> str:
    """Return the structure tree of a sheet with its text, as poppler reads it."""
    from tests.unit.appointments.summary.cases import sheet_of  # noqa: PLC0415 (Django comes first)

    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(sheet_of(*SHEETS[name]))
        file.flush()
        command = ["pdfinfo", "-struct-text", file.name]
        tree = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return OBJECT_NUMBER.sub("", tree)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b12guide.settings")
    django.setup()
    FOLDER.mkdir(exist_ok=True)
    for name in SHEETS:
        (FOLDER / f"{name}.txt").write_text(structure_of(name), encoding="utf-8")


if __name__ == "__main__":
    main()
