"""How medicines are grouped, and why each kind matters here (clinical brief, 4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appointments.catalogue.entry import Group
from appointments.phrases import Phrase, _


class MedicineKind(StrEnum):
    """How a medicine matters here."""

    LOWERS_B12 = "A"  # linked to lower B12
    CHANGES_TEST = "T"  # changes a test
    FOLATE_OR_MASKS = "F"  # concerns folate, or can mask a lack of B12
    BLUNTS_RESPONSE = "R"  # may blunt the response to treatment
    UNCERTAIN = "?"


DIABETES = Group(wording=Phrase(_("Diabetes medicines")))
ACID_LOWERING = Group(wording=Phrase(_("Acid-lowering medicines")))
EPILEPSY_NERVE_PAIN = Group(wording=Phrase(_("Epilepsy, migraine and nerve pain medicines")))
OTHERS = Group(wording=Phrase(_("Other medicines and supplements")))

MEDICINE_GROUPS = (DIABETES, ACID_LOWERING, EPILEPSY_NERVE_PAIN, OTHERS)


@dataclass(frozen=True, kw_only=True)
class MedicineClass:
    """A family of medicines, and the heading it stands under."""

    id: str
    wording: Phrase
    group: Group


METFORMINS = MedicineClass(id="metformin", wording=Phrase(_("metformin medicines")), group=DIABETES)
PPI = MedicineClass(id="ppi", wording=Phrase(_("proton pump inhibitor (PPI)")), group=ACID_LOWERING)
P_CAB = MedicineClass(
    id="p_cab",
    wording=Phrase(_("potassium-competitive acid blocker")),
    group=ACID_LOWERING,
)
H2_BLOCKER = MedicineClass(id="h2", wording=Phrase(_("H2 blocker")), group=ACID_LOWERING)
NERVE = MedicineClass(
    id="epilepsy", wording=Phrase(_("epilepsy or nerve pain")), group=EPILEPSY_NERVE_PAIN
)
GOUT = MedicineClass(id="gout", wording=Phrase(_("gout")), group=OTHERS)
PARKINSONS = MedicineClass(id="parkinsons", wording=Phrase(_("Parkinson’s")), group=OTHERS)
BILE_ACID = MedicineClass(id="bile", wording=Phrase(_("bile acid binder")), group=OTHERS)
ANTIBIOTIC = MedicineClass(id="antibiotic", wording=Phrase(_("antibiotic")), group=OTHERS)
IMMUNE = MedicineClass(id="immune", wording=Phrase(_("arthritis, bowel or cancer")), group=OTHERS)
HORMONES = MedicineClass(id="hormones", wording=Phrase(_("hormones")), group=OTHERS)
SUPPLEMENT = MedicineClass(id="supplement", wording=Phrase(_("supplement")), group=OTHERS)
GAS = MedicineClass(id="gas", wording=Phrase(_("gas")), group=OTHERS)
HIV = MedicineClass(id="hiv", wording=Phrase(_("HIV")), group=OTHERS)
