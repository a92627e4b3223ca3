"""A test is found by every name that reports print, and never by the name of another test."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.catalogue.lab_test_names import find_tests


@pytest.mark.parametrize(
    ("name", "test"),
    [
        ("holoTC", "b12_active"),
        ("HGB", "hb"),
        ("PCV", "hct"),
        ("tHcy", "homocysteine"),
        ("Vit B12 level", "b12_total"),
        ("Serum vitamin B12 level", "b12_total"),
        ("VITAMIN B-12", "b12_total"),
        ("Vitamin B12, Serum", "b12_total"),
        ("P-Cobalamin (vitamin B12)", "b12_total"),
        ("S-Kobalamin", "b12_total"),
        ("P-Vit B12. total (Kobalamin)", "b12_total"),
        ("Active B12 (Holotranscobalamin)", "b12_active"),
        ("Aktives Vitamin B12 (Holo-Transcobalamin)", "b12_active"),
        ("MMA", "mma_serum"),
        ("Methylmalonic Acid, QN, S", "mma_serum"),
        ("P-Methylmalonat", "mma_serum"),
        ("MMA, urine", "mma_urine"),
        ("Methylmalonic acid/creatinine ratio", "mma_urine"),
        ("U-Methylmalonat", "mma_urine"),
        ("Homocyst(e)ine", "homocysteine"),
        ("Homocysteine, Total, Plasma", "homocysteine"),
        ("Hämoglobin", "hb"),
        ("Hamoglobin", "hb"),
        ("B-Hæmoglobin", "hb"),
        ("Hæmoglobin;B", "hb"),
        ("Haemoglobin estimation", "hb"),
        ("Hemoglobin (Hb)", "hb"),
        ("Mean Cell Volume (MCV)", "mcv"),
        ("Ery-MCV", "mcv"),
        ("Haematocrit / Packed Cell Volume", "hct"),
        ("Red Blood Cell (RBC) Count", "rbc"),
        ("Erythrozyten", "rbc"),
        ("Total white cell count", "wbc"),
        ("Leukozyten", "wbc"),
        ("Platelet count - automated", "plt"),
        ("Reticulocytes, Absolute", "retic"),
        ("S-Folate", "folate_serum"),
        ("Folate (Folic Acid), Serum", "folate_serum"),
        ("Folsäure i. S.", "folate_serum"),
        ("Folate, RBC", "folate_rbc"),
        ("RBC Folate level", "folate_rbc"),
        ("Ery-Folat", "folate_rbc"),
        ("Serum ferritin", "ferritin"),
        ("FER", "ferritin"),
        ("Intrinsic Factor Blocking Ab, S", "ifab"),
        ("Parietal Cell Antibodies, IgG", "gpca"),
        ("PCA", "gpca"),
        ("tTG IgA antibody", "ttg"),
        ("Kreatinin i.S.", "creatinine"),
        ("Kreatinin;P", "creatinine"),
        ("eGFRcreat (CKD-EPI)/1.73 m*2", "egfr"),
        ("TSH 3rd generation", "tsh"),
        ("S-K", "potassium"),
        ("K+", "potassium"),
        ("Bilirubin, Total", "bilirubin"),
    ],
)
def test_names_on_reports(name: str, test: str) -> None:
    assert find_tests(name)[0].id == test


@pytest.mark.parametrize(
    "name",
    [
        *("Vitamin B12 binding capacity", "Unsaturated B12 binding capacity", "Transcobalamin"),
        *("Vitamin B1", "Vitamin B6", "Vitamin B", "Vitamin D", "B12 and folate", "B12 folate"),
        *("Creatinine clearance", "Creatinine, urine", "U-Kreatinin", "Creatine kinase"),
        *("Albumin/creatinine ratio", "Protein/creatinine ratio", "BUN/Creatinine ratio"),
        *("HbA1c", "Hb A1c", "Hemoglobin A1c", "MCH", "MCHC", "Mean cell haemoglobin"),
        *("Mean corpuscular hemoglobin concentration", "Plasma hemoglobin", "Reticulocyte Hb"),
        *("Transferrin", "Transferrin saturation", "Ferritin index", "RDW", "MPV", "PDW"),
        *("Mean platelet volume", "Immature platelet fraction", "Nucleated RBC", "RBC, urine"),
        *("Erythrocyte sedimentation rate", "WBC, urine", "Leukocyte esterase"),
        *("Folate, whole blood", "free PSA", "PSA", "LDL", "LDL cholesterol", "P-Ca", "Calcium"),
        *("TSH receptor antibody", "Thyroglobulin", "Direct bilirubin", "Urine bilirubin"),
        *("Gliadin IgA", "tTG IgG", "IgA, total", "Parietal pleura", "Smooth muscle antibody"),
        *("Vitamin K", "K Street", "Hb Smith", "eGFR African American", "", " ", "-", "12"),
    ],
)
def test_names_of_other_things(name: str) -> None:
    assert find_tests(name) == ()


def test_mma_without_a_sample_can_be_of_urine_too() -> None:
    assert [test.id for test in find_tests("Methylmalonic acid")] == ["mma_serum", "mma_urine"]
    assert [test.id for test in find_tests("Methylmalonic acid, serum")] == ["mma_serum"]


@given(st.text())
def test_any_text_is_safe(text: str) -> None:
    find_tests(text)


def test_a_long_text_is_no_name() -> None:
    assert find_tests("folate " * 1_000) == ()
