"""The list for the reviewing clinician is what the data says, and leaves out nothing doubtful."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from appointments.catalogue.countries import COUNTRIES
from appointments.catalogue.diet import DIETS
from appointments.catalogue.entry import Entry, Evidence
from appointments.catalogue.medicines import MEDICINES
from appointments.catalogue.red_flags import RED_FLAGS

PAGE = Path(__file__).parents[3] / "docs" / "clinical-review.md"


@pytest.fixture(scope="module")
def printed() -> str:
    out = StringIO()
    call_command("clinical_review", stdout=out)
    return out.getvalue()


def test_the_page_in_docs_is_up_to_date(printed: str) -> None:
    assert PAGE.read_text(encoding="utf-8") == printed, (
        "run: .venv/bin/python manage.py clinical_review > docs/clinical-review.md"
    )


def test_every_number_is_listed_and_those_from_memory_are_marked(printed: str) -> None:
    for country in COUNTRIES:
        for contact in (*country.emergency, *country.urgent, *country.crisis):
            if contact.number:
                line = next(
                    line
                    for line in printed.splitlines()
                    if f"| {country.wording} |" in line
                    and f"| {contact.label} | {contact.number} |" in line
                )
                assert ("confirm" in line) == (contact.evidence is Evidence.MEMORY)


@pytest.mark.parametrize("flag", RED_FLAGS, ids=lambda flag: flag.id)
def test_every_red_flag_is_listed_in_full(flag, printed: str) -> None:
    for words in (f"`{flag.id}`", f"{flag.wording}", f"{flag.action}", f"{flag.reported}"):
        assert words in printed


def test_signs_that_go_beyond_their_source_are_said_to(printed: str) -> None:
    clot = printed.partition("**`clot`**")[2].partition("**`")[0]
    assert "- Note: The source, at second hand, says only that clots can occur." in clot


def test_every_row_and_brand_that_is_held_back_is_listed(printed: str) -> None:
    held_back = printed.partition("## 3. Held back")[2].partition("## 4.")[0]
    rows: tuple[Entry, ...] = (*RED_FLAGS, *MEDICINES, *DIETS)
    for row in rows:
        assert (f"| `{row.id}` | {row.wording} |" in held_back) == (row.evidence is Evidence.MEMORY)
    for medicine in MEDICINES:
        for brand in medicine.brands_unverified:
            assert f"| brand name | `{medicine.id}` | {brand} |" in held_back
