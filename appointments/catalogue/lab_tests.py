"""The lab tests that can be copied from a report (clinical brief, 1.1).

No reference range stands here: the only range we compare with is the one on the person's report.
"""

from __future__ import annotations

from dataclasses import dataclass

from appointments.catalogue.basis import read, secondary
from appointments.catalogue.entry import Entry, by_id
from appointments.phrases import Phrase, _


@dataclass(frozen=True, kw_only=True)
class LabGroup:
    """A heading above some lab tests."""

    id: str
    wording: Phrase


B12 = LabGroup(id="b12", wording=Phrase(_("Vitamin B12 tests")))
FOLATE_IRON = LabGroup(id="folate_iron", wording=Phrase(_("Folate and iron")))
BLOOD_COUNT = LabGroup(id="blood_count", wording=Phrase(_("Blood count")))
CAUSE = LabGroup(id="cause", wording=Phrase(_("Tests for a cause")))
KIDNEY = LabGroup(id="kidney", wording=Phrase(_("Kidneys")))
OTHERS = LabGroup(id="other", wording=Phrase(_("Other tests")))

LAB_GROUPS = (B12, BLOOD_COUNT, FOLATE_IRON, CAUSE, KIDNEY, OTHERS)


@dataclass(frozen=True, kw_only=True)
class LabTest(Entry):
    """A lab test.

    Attributes:
        group: Where it stands in the list.
        abbreviations: Names that reports print for it.
        explanation: What it measures, in one line.
        units: Ids of the units to offer, commonest first.
        qualitative: Whether its result is often a word, such as "Negative".
    """

    group: LabGroup
    abbreviations: tuple[str, ...]
    explanation: Phrase
    units: tuple[str, ...]
    qualitative: bool = False


_PER_LITER = ("e9_per_l", "e3_per_ul", "cells_per_ul")

LAB_TESTS = (
    LabTest(
        id="b12_total",
        wording=Phrase(_("Vitamin B12 (total)")),
        group=B12,
        abbreviations=(
            "vitamin B12",
            "B12",
            "serum B12",
            "VB12",
            "VIT B12",
            "VIB12",
            "cobalamin",
            "serum cobalamin",
            "B12 assay",
            "true cobalamin",
            "Cbl",
        ),
        explanation=Phrase(
            _("All the B12 in the blood: the part that cells can use and the part they cannot.")
        ),
        units=("pg_per_ml", "ng_per_l", "pmol_per_l", "ng_per_ml", "ug_per_l", "ng_per_dl"),
        **read("ARUP", "MEDF", "LABC", "NHSH"),
    ),
    LabTest(
        id="b12_active",
        wording=Phrase(_("Active B12")),
        group=B12,
        abbreviations=(
            "active B12",
            "holotranscobalamin",
            "holoTC",
            "holo-TC",
            "holoTCII",
            "transcobalamin-bound B12",
        ),
        explanation=Phrase(_("The smaller share of B12 (about a fifth) that cells can take up.")),
        units=("pmol_per_l", "ng_per_l", "pg_per_ml"),
        **read("NWLP"),
    ),
    LabTest(
        id="mma_serum",
        wording=Phrase(_("Methylmalonic acid (MMA)")),
        group=B12,
        abbreviations=("MMA", "MMAS", "MMAP", "methylmalonate", "methylmalonic acid QN"),
        explanation=Phrase(
            _("It rises when cells lack usable B12. It also rises with kidney disease.")
        ),
        units=("nmol_per_l", "umol_per_l", "nmol_per_ml", "ng_per_ml", "ug_per_l"),
        **read("MAYO-M", "UHN"),
    ),
    LabTest(
        id="mma_urine",
        wording=Phrase(_("Methylmalonic acid (MMA), urine")),
        group=B12,
        abbreviations=("uMMA", "urine MMA", "MMA/creatinine ratio", "uMMA/C"),
        explanation=Phrase(_("The same substance in urine, given per creatinine.")),
        units=("mmol_per_mol", "umol_per_mmol", "ug_per_mg", "mg_per_g"),
        **read("UMMA", "UMMA2"),
    ),
    LabTest(
        id="homocysteine",
        wording=Phrase(_("Homocysteine")),
        group=B12,
        abbreviations=("Hcy", "tHcy", "HCY", "total homocysteine", "plasma homocysteine"),
        explanation=Phrase(
            _("It rises with low B12, low folate, kidney disease and for other reasons.")
        ),
        units=("umol_per_l", "nmol_per_ml", "mg_per_l", "mg_per_dl"),
        **read("ARUP", "LABC", "HARR"),
    ),
    LabTest(
        id="hb",
        wording=Phrase(_("Hemoglobin")),
        group=BLOOD_COUNT,
        abbreviations=("Hb", "HGB", "hemoglobin", "haemoglobin"),
        explanation=Phrase(_("The protein that carries oxygen. A low level is called anemia.")),
        units=("g_per_dl", "g_per_l", "mmol_per_l"),
        **read("FBC-L"),
    ),
    LabTest(
        id="mcv",
        wording=Phrase(_("Red cell size (MCV)")),
        group=BLOOD_COUNT,
        abbreviations=("MCV", "mean cell volume", "mean corpuscular volume"),
        explanation=Phrase(_("The average size of a red cell.")),
        units=("fl",),
        **read("FBC-L"),
    ),
    LabTest(
        id="hct",
        wording=Phrase(_("Hematocrit")),
        group=BLOOD_COUNT,
        abbreviations=("HCT", "Hct", "PCV", "packed cell volume", "haematocrit"),
        explanation=Phrase(_("The share of blood that is made up of red cells.")),
        units=("percent", "l_per_l"),
        **read("FBC-L"),
    ),
    LabTest(
        id="rbc",
        wording=Phrase(_("Red cell count")),
        group=BLOOD_COUNT,
        abbreviations=("RBC", "RCC", "erythrocytes"),
        explanation=Phrase(_("The number of red cells.")),
        units=("e6_per_ul", "e12_per_l"),
        **read("FBC-L"),
    ),
    LabTest(
        id="wbc",
        wording=Phrase(_("White cell count")),
        group=BLOOD_COUNT,
        abbreviations=("WBC", "WCC", "leukocytes", "leucocytes"),
        explanation=Phrase(_("The number of white cells.")),
        units=_PER_LITER,
        **read("FBC-L"),
    ),
    LabTest(
        id="plt",
        wording=Phrase(_("Platelets")),
        group=BLOOD_COUNT,
        abbreviations=("PLT", "PLTS", "platelet count", "thrombocytes"),
        explanation=Phrase(_("The number of cells that help blood to clot.")),
        units=_PER_LITER,
        **read("FBC-L"),
    ),
    LabTest(
        id="retic",
        wording=Phrase(_("Reticulocytes")),
        group=BLOOD_COUNT,
        abbreviations=("retics", "reticulocyte count"),
        explanation=Phrase(_("Young red cells. They show an early response to treatment.")),
        units=("percent", *_PER_LITER),
        **read("LOTH-T"),
    ),
    LabTest(
        id="folate_serum",
        wording=Phrase(_("Folate (serum)")),
        group=FOLATE_IRON,
        abbreviations=("folate", "serum folate", "folic acid", "vitamin B9", "FOL"),
        explanation=Phrase(_("How much folate you took in lately.")),
        units=("ng_per_ml", "ug_per_l", "nmol_per_l"),
        **read("LABC", "WHO-FO"),
    ),
    LabTest(
        id="folate_rbc",
        wording=Phrase(_("Folate (red cell)")),
        group=FOLATE_IRON,
        abbreviations=(
            "RBC folate",
            "red cell folate",
            "red blood cell folate",
            "folate hemolysate",
            "folate haemolysate",
        ),
        explanation=Phrase(_("Folate over the last 3 to 4 months.")),
        units=("ng_per_ml", "ug_per_l", "nmol_per_l"),
        **read("ARUP", "WHO-FO"),
    ),
    LabTest(
        id="ferritin",
        wording=Phrase(_("Ferritin")),
        group=FOLATE_IRON,
        abbreviations=("ferritin", "FER", "serum ferritin"),
        explanation=Phrase(_("A marker of iron stores.")),
        units=("ng_per_ml", "ug_per_l", "pmol_per_l"),
        **read("WHO-FE"),
    ),
    LabTest(
        id="ifab",
        wording=Phrase(_("Intrinsic factor antibody")),
        group=CAUSE,
        abbreviations=(
            "IFAB",
            "IFA",
            "IFBA",
            "anti-IF",
            "intrinsic factor antibody",
            "intrinsic factor blocking antibody",
            "IF Ab type 1",
            "IF Ab type 2",
        ),
        explanation=Phrase(_("An antibody linked to pernicious anemia (autoimmune gastritis).")),
        units=("u_per_ml", "au_per_ml", "units"),
        qualitative=True,
        **read("MAYO-IF", "NWLP-IF"),
    ),
    LabTest(
        id="gpca",
        wording=Phrase(_("Parietal cell antibody")),
        group=CAUSE,
        abbreviations=(
            "GPCA",
            "GPC",
            "APCA",
            "PCA",
            "anti-parietal cell",
            "gastric parietal cell antibody",
        ),
        explanation=Phrase(
            _("An antibody to stomach cells. It says less than the intrinsic factor antibody.")
        ),
        units=("units", "u_per_ml", "titer", "au_per_ml"),
        qualitative=True,
        **read("MAYO-PC", "LOTH-T"),
    ),
    LabTest(
        id="gastrin",
        wording=Phrase(_("Gastrin (fasting)")),
        group=CAUSE,
        abbreviations=("gastrin", "GAST", "serum gastrin"),
        explanation=Phrase(
            _("A stomach hormone. It is often high when the stomach lining is thin.")
        ),
        units=("pg_per_ml", "ng_per_l", "pmol_per_l"),
        **read("MAYO-PA"),
    ),
    LabTest(
        id="ttg",
        wording=Phrase(_("Celiac screen (tTG)")),
        group=CAUSE,
        abbreviations=("tTG-IgA", "anti-tTG", "celiac serology", "coeliac serology"),
        explanation=Phrase(_("A test for celiac disease, one possible cause of poor absorption.")),
        units=("u_per_ml", "au_per_ml", "units"),
        qualitative=True,
        **secondary("NASGP"),
    ),
    LabTest(
        id="creatinine",
        wording=Phrase(_("Creatinine")),
        group=KIDNEY,
        abbreviations=("creat", "CREA", "serum creatinine"),
        explanation=Phrase(_("A kidney test. It helps to read MMA and homocysteine.")),
        units=("mg_per_dl", "umol_per_l"),
        **read("MAYO-M", "MAYO-FB"),
    ),
    LabTest(
        id="egfr",
        wording=Phrase(_("Kidney function (eGFR)")),
        group=KIDNEY,
        abbreviations=("eGFR", "estimated GFR", "CKD-EPI"),
        explanation=Phrase(_("An estimate of how well the kidneys work.")),
        units=("ml_per_min_173",),
        **read("MAYO-M", "UMMA2"),
    ),
    LabTest(
        id="tsh",
        wording=Phrase(_("Thyroid test (TSH)")),
        group=OTHERS,
        abbreviations=("TSH", "thyrotropin"),
        explanation=Phrase(_("Thyroid problems can cause similar tiredness.")),
        units=("miu_per_l", "uiu_per_ml"),
        **secondary("IATROX"),
    ),
    LabTest(
        id="potassium",
        wording=Phrase(_("Potassium")),
        group=OTHERS,
        abbreviations=("K", "K+", "U&E", "BMP"),
        explanation=Phrase(_("Sometimes checked when severe anemia is first treated.")),
        units=("mmol_per_l", "meq_per_l"),
        **read("LOTH-T", "FDA-CP"),
    ),
    LabTest(
        id="ldh",
        wording=Phrase(_("LDH")),
        group=OTHERS,
        abbreviations=("LDH", "LD", "lactate dehydrogenase"),
        explanation=Phrase(_("A test that some reports print beside the blood count.")),
        units=("u_per_l",),
        **secondary(),
    ),
    LabTest(
        id="bilirubin",
        wording=Phrase(_("Bilirubin")),
        group=OTHERS,
        abbreviations=("bilirubin", "total bilirubin", "TBIL"),
        explanation=Phrase(_("A test that some reports print beside the blood count.")),
        units=("mg_per_dl", "umol_per_l"),
        **secondary(),
    ),
)

LAB_TESTS_BY_ID = by_id(LAB_TESTS)
