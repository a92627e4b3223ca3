"""Every catalogue, row by row: ids, evidence, sources and plain wording."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from appointments.catalogue.b12_products import B12_FORMS, B12_ROUTES
from appointments.catalogue.cautions import CAUTIONS
from appointments.catalogue.conditions import CONDITION_GROUPS, CONDITIONS
from appointments.catalogue.conversions import CONVERSIONS
from appointments.catalogue.countries import COUNTRIES, COUNTRIES_BY_ID
from appointments.catalogue.diet import DIETS
from appointments.catalogue.entry import Entry, Evidence, by_id, shown
from appointments.catalogue.lab_tests import LAB_GROUPS, LAB_TESTS, LAB_TESTS_BY_ID
from appointments.catalogue.medicine_classes import MEDICINE_GROUPS, MedicineKind
from appointments.catalogue.medicines import MEDICINES, MEDICINES_BY_ID
from appointments.catalogue.red_flags import RED_FLAGS, RED_FLAGS_BY_ID, Route, Tier
from appointments.catalogue.surgeries import SURGERIES
from appointments.catalogue.symptoms import SYMPTOM_GROUPS, SYMPTOMS, SYMPTOMS_BY_ID
from appointments.catalogue.units import UNITS, UNITS_BY_ID
from appointments.phrases import Phrase, _

CATALOGUES: dict[str, tuple[Entry, ...]] = {
    "symptoms": SYMPTOMS,
    "lab_tests": LAB_TESTS,
    "units": UNITS,
    "conditions": CONDITIONS,
    "surgeries": SURGERIES,
    "medicines": MEDICINES,
    "diet": DIETS,
    "forms": B12_FORMS,
    "routes": B12_ROUTES,
    "cautions": CAUTIONS,
    "countries": COUNTRIES,
    "red_flags": RED_FLAGS,
}
ROWS = [
    pytest.param(entry, id=f"{name}-{entry.id}")
    for name, entries in CATALOGUES.items()
    for entry in entries
]
REGISTER = Path(__file__).parents[4] / "content" / "sources.toml"
BRITISH = re.compile(
    r"haem|anaem|diarrhoea|coeliac|colour|behaviour|tumour|paraesth|titre|oedema|dyspnoea",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def known_sources() -> set[str]:
    return set(tomllib.loads(REGISTER.read_text(encoding="utf-8")))


@pytest.mark.parametrize("entry", ROWS)
def test_id_is_a_slug_and_wording_is_in_us_english(entry: Entry) -> None:
    assert re.fullmatch(r"[a-z0-9_]+", entry.id)
    words = str(entry.wording)
    assert words.strip() == words
    assert words
    assert not BRITISH.search(words)


@pytest.mark.parametrize("entry", ROWS)
def test_sources_are_in_the_register(entry: Entry, known_sources: set[str]) -> None:
    assert set(entry.sources) <= known_sources


def test_sources_of_factors_and_numbers_are_in_the_register(known_sources: set[str]) -> None:
    used = {source for scale in CONVERSIONS.values() for source in scale.sources}
    for country in COUNTRIES:
        for contact in (*country.emergency, *country.urgent, *country.crisis):
            used |= set(contact.sources)
    assert used <= known_sources


@pytest.mark.parametrize("entry", ROWS)
def test_what_was_read_names_where(entry: Entry) -> None:
    if entry.evidence is Evidence.READ:
        assert entry.sources


def test_rows_from_memory_are_kept_for_review_and_not_shown() -> None:
    hidden = {entry.id for entry in MEDICINES} - {entry.id for entry in shown(MEDICINES)}
    assert hidden == {
        "vonoprazan",
        "valproate",
        "neomycin",
        "trimethoprim",
        "sulfasalazine",
        "antiretro",
    }
    assert "restricted" not in by_id(shown(DIETS))
    assert "newborn" not in by_id(shown(RED_FLAGS))


def test_two_rows_cannot_share_an_id() -> None:
    row = Entry(id="twin", wording=Phrase(_("Twin")), evidence=Evidence.ENGINEERING)
    with pytest.raises(ValueError, match="twin"):
        by_id((row, row))


def test_groups_hold_every_row_and_none_is_empty() -> None:
    assert {row.group for row in SYMPTOMS} == set(SYMPTOM_GROUPS)
    assert {row.group for row in LAB_TESTS} == set(LAB_GROUPS)
    assert {row.group for row in CONDITIONS} == set(CONDITION_GROUPS)
    assert {row.group for row in MEDICINES} == set(MEDICINE_GROUPS)


@pytest.mark.parametrize(
    ("symptom", "nerve"),
    [
        ("pins_needles", True),
        ("memory", True),
        ("blind_spot", True),
        ("fatigue", False),
        ("low_mood", False),
        ("sore_tongue", False),
    ],
)
def test_nerve_symptoms(symptom: str, nerve: bool) -> None:  # noqa: FBT001 - a table column
    assert SYMPTOMS_BY_ID[symptom].nerve is nerve


def test_no_symptoms_is_an_answer_and_not_a_symptom() -> None:
    assert "none" not in SYMPTOMS_BY_ID


def test_clinicians_read_us_spelling() -> None:
    assert str(SYMPTOMS_BY_ID["pins_needles"].clinician_term) == "paresthesia"
    for symptom in SYMPTOMS:
        assert not BRITISH.search(str(symptom.clinician_term or ""))


def test_lab_tests_offer_known_units() -> None:
    for test in LAB_TESTS:
        assert test.units, test.id
        assert set(test.units) <= set(UNITS_BY_ID), test.id
        assert len(set(test.units)) == len(test.units), test.id
    assert [test.id for test in LAB_TESTS if test.qualitative] == ["ifab", "gpca", "ttg"]


def test_every_test_of_the_brief_is_there() -> None:
    expected = (
        "b12_total b12_active mma_serum mma_urine homocysteine folate_serum folate_rbc hb mcv hct "
        "rbc wbc plt retic ferritin ifab gpca gastrin creatinine egfr tsh potassium ldh bilirubin "
        "ttg"
    )
    assert set(LAB_TESTS_BY_ID) == set(expected.split())


def test_medicines_name_seen_brands_apart_from_remembered_ones() -> None:
    assert "Glucophage" in MEDICINES_BY_ID["metformin"].brands
    assert "Sukkarto" in MEDICINES_BY_ID["metformin"].brands_unverified
    for medicine in MEDICINES:
        assert not set(medicine.brands) & set(medicine.brands_unverified), medicine.id
        assert medicine.kinds, medicine.id
    assert MEDICINES_BY_ID["methotrexate"].kinds == (
        MedicineKind.FOLATE_OR_MASKS,
        MedicineKind.CHANGES_TEST,
    )


def test_numbers_to_dial_hold_only_digits() -> None:
    for country in COUNTRIES:
        for contact in (*country.emergency, *country.urgent, *country.crisis):
            assert (contact.tel is None) == (contact.number is None), country.id
            assert contact.tel is None or re.fullmatch(r"[0-9]{3,11}", contact.tel), country.id


@pytest.mark.parametrize(
    ("country", "emergency", "crisis"),
    [
        ("us", "911", "988"),
        ("england", "999", "111"),
        ("scotland", "999", "111"),
        ("wales", "999", "111"),
        ("northern_ireland", "999", "0808 808 8000"),
        ("ireland", "112", "116 123"),
        ("canada", "911", "988"),
        ("australia", "000", "13 11 14"),
        ("new_zealand", "111", "1737"),
        ("eu", "112", None),
        ("elsewhere", None, None),
    ],
)
def test_whom_to_call(country: str, emergency: str | None, crisis: str | None) -> None:
    row = COUNTRIES_BY_ID[country]
    assert row.emergency[0].number == emergency
    assert row.crisis[0].number == crisis
    assert row.urgent


def test_letter_paper_is_for_north_america() -> None:
    assert {row.id for row in COUNTRIES if row.paper == "letter"} == {"us", "canada"}


def test_red_flags_stand_most_urgent_first() -> None:
    order = [Tier.EMERGENCY_NOW, Tier.SAME_DAY, Tier.PROMPTLY]
    ranks = [order.index(flag.tier) for flag in RED_FLAGS]
    assert ranks == sorted(ranks)


def test_red_flags_keep_the_words_that_must_not_soften() -> None:
    assert "today or on the next working day" in str(RED_FLAGS_BY_ID["neuro_change"].action)
    assert RED_FLAGS_BY_ID["suicidal"].route is Route.CRISIS
    assert RED_FLAGS_BY_ID["cauda_equina"].tier is Tier.EMERGENCY_NOW
    assert RED_FLAGS_BY_ID["clot"].sources == ("SPC-CH",)
    critical = RED_FLAGS_BY_ID["report_critical"]
    assert (critical.tier, critical.route) == (Tier.SAME_DAY, Route.SENDER)
    assert not critical.asked


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: country.id)
def test_it_is_today_or_next_to_it_everywhere(country) -> None:
    assert abs((country.today() - datetime.now(UTC).date()).days) <= 1
