"""Medicines that can lower B12, change a test or cloud the picture (clinical brief, 4.3).

Being in this list is never a reason to stop: the form says so beside it (MHRA-M).
"""

from __future__ import annotations

from dataclasses import dataclass

from appointments.catalogue.basis import memory, read, secondary
from appointments.catalogue.entry import Entry, Group, by_id
from appointments.catalogue.medicine_classes import (
    ANTIBIOTIC,
    BILE_ACID,
    GAS,
    GOUT,
    H2_BLOCKER,
    HIV,
    HORMONES,
    IMMUNE,
    METFORMINS,
    NERVE,
    P_CAB,
    PARKINSONS,
    PPI,
    SUPPLEMENT,
    MedicineClass,
    MedicineKind,
)
from appointments.phrases import Phrase, _

_A, _T = MedicineKind.LOWERS_B12, MedicineKind.CHANGES_TEST
_F, _R = MedicineKind.FOLATE_OR_MASKS, MedicineKind.BLUNTS_RESPONSE


@dataclass(frozen=True, kw_only=True)
class Medicine(Entry):
    """A medicine by its generic name.

    Attributes:
        medicine_class: Its family.
        brands: Brand names that were seen in a source.
        brands_unverified: Brand names from memory: not shown until a person has checked them.
        kinds: How it matters here.
    """

    medicine_class: MedicineClass
    brands: tuple[str, ...] = ()
    brands_unverified: tuple[str, ...] = ()
    kinds: tuple[MedicineKind, ...] = (MedicineKind.LOWERS_B12,)

    @property
    def group(self) -> Group:
        """The heading it stands under."""
        return self.medicine_class.group


MEDICINES = (
    Medicine(
        id="metformin",
        wording=Phrase(_("Metformin")),
        medicine_class=METFORMINS,
        brands=("Glucophage", "Fortamet", "Glumetza", "Riomet"),
        brands_unverified=("Bolamyn", "Sukkarto"),
        **read("MHRA-M"),
    ),
    Medicine(
        id="metformin_combo",
        wording=Phrase(_("Metformin combined with another medicine")),
        medicine_class=METFORMINS,
        brands=(
            "Janumet",
            "Synjardy",
            "Xigduo XR",
            "Invokamet",
            "Kombiglyze",
            "Actoplus Met",
            "Glucovance",
            "Trijardy",
        ),
        brands_unverified=(
            "Jentadueto",
            "Segluromet",
            "Xigduo",
            "Vokanamet",
            "Komboglyze",
            "Competact",
            "Eucreas",
        ),
        **secondary("MHRA-M"),
    ),
    Medicine(
        id="omeprazole",
        wording=Phrase(_("Omeprazole")),
        medicine_class=PPI,
        brands=("Prilosec", "Zegerid", "Losec"),
        **read("LAM13"),
    ),
    Medicine(
        id="esomeprazole",
        wording=Phrase(_("Esomeprazole")),
        medicine_class=PPI,
        brands=("Nexium",),
        brands_unverified=("Emozul",),
        **read("LAM13"),
    ),
    Medicine(
        id="lansoprazole",
        wording=Phrase(_("Lansoprazole")),
        medicine_class=PPI,
        brands=("Prevacid",),
        brands_unverified=("Zoton",),
        **read("LAM13"),
    ),
    Medicine(
        id="pantoprazole",
        wording=Phrase(_("Pantoprazole")),
        medicine_class=PPI,
        brands=("Protonix",),
        brands_unverified=("Protium", "Pantoloc Control"),
        **read("LAM13"),
    ),
    Medicine(
        id="rabeprazole",
        wording=Phrase(_("Rabeprazole")),
        medicine_class=PPI,
        brands=("Aciphex",),
        brands_unverified=("Pariet",),
        **read("LAM13"),
    ),
    Medicine(
        id="dexlansoprazole",
        wording=Phrase(_("Dexlansoprazole")),
        medicine_class=PPI,
        brands=("Dexilant", "Kapidex"),
        **read("LAM13"),
    ),
    Medicine(
        id="vonoprazan",
        wording=Phrase(_("Vonoprazan")),
        medicine_class=P_CAB,
        brands_unverified=("Voquezna",),
        **memory(),
    ),
    Medicine(
        id="famotidine",
        wording=Phrase(_("Famotidine")),
        medicine_class=H2_BLOCKER,
        brands=("Pepcid",),
        **read("LAM13"),
    ),
    Medicine(
        id="cimetidine",
        wording=Phrase(_("Cimetidine")),
        medicine_class=H2_BLOCKER,
        brands=("Tagamet",),
        **read("LAM13"),
    ),
    Medicine(
        id="nizatidine",
        wording=Phrase(_("Nizatidine")),
        medicine_class=H2_BLOCKER,
        brands_unverified=("Axid",),
        **read("LAM13"),
    ),
    Medicine(
        id="ranitidine",
        wording=Phrase(_("Ranitidine, in the past")),
        medicine_class=H2_BLOCKER,
        brands=("Zantac",),
        **read("LAM13"),
    ),
    Medicine(
        id="pregabalin",
        wording=Phrase(_("Pregabalin")),
        medicine_class=NERVE,
        brands_unverified=("Lyrica", "Alzain"),
        **secondary("PULSE"),
    ),
    Medicine(
        id="topiramate",
        wording=Phrase(_("Topiramate")),
        medicine_class=NERVE,
        brands=("Topamax", "Trokendi XR", "Qudexy XR", "Eprontia", "Qsymia"),
        **secondary("PULSE"),
    ),
    Medicine(
        id="phenobarbital",
        wording=Phrase(_("Phenobarbital (phenobarbitone)")),
        medicine_class=NERVE,
        brands_unverified=("Sezaby",),
        **secondary("PULSE"),
    ),
    Medicine(
        id="primidone",
        wording=Phrase(_("Primidone")),
        medicine_class=NERVE,
        brands_unverified=("Mysoline",),
        **secondary("PULSE"),
    ),
    Medicine(
        id="phenytoin",
        wording=Phrase(_("Phenytoin")),
        medicine_class=NERVE,
        brands_unverified=("Dilantin", "Epanutin"),
        kinds=(_A, _F),
        **secondary(),
    ),
    Medicine(
        id="valproate",
        wording=Phrase(_("Valproate")),
        medicine_class=NERVE,
        brands_unverified=("Depakote", "Epilim"),
        kinds=(MedicineKind.UNCERTAIN,),
        **memory(),
    ),
    Medicine(
        id="colchicine",
        wording=Phrase(_("Colchicine")),
        medicine_class=GOUT,
        brands=("Colcrys",),
        brands_unverified=("Mitigare", "Gloperba"),
        **secondary("PULSE"),
    ),
    Medicine(
        id="levodopa",
        wording=Phrase(_("Levodopa, alone or combined")),
        medicine_class=PARKINSONS,
        brands_unverified=("Sinemet", "Madopar"),
        kinds=(_T,),
        **read("UMICH"),
    ),
    Medicine(
        id="colestyramine",
        wording=Phrase(_("Cholestyramine")),
        medicine_class=BILE_ACID,
        brands_unverified=("Questran",),
        **secondary(),
    ),
    Medicine(id="neomycin", wording=Phrase(_("Neomycin")), medicine_class=ANTIBIOTIC, **memory()),
    Medicine(
        id="pas",
        wording=Phrase(_("Aminosalicylic acid, for tuberculosis")),
        medicine_class=ANTIBIOTIC,
        brands_unverified=("Paser",),
        **read("SPS"),
    ),
    Medicine(
        id="chloramphenicol",
        wording=Phrase(_("Chloramphenicol, by injection")),
        medicine_class=ANTIBIOTIC,
        kinds=(_R,),
        **secondary("SPC-P"),
    ),
    Medicine(
        id="trimethoprim",
        wording=Phrase(_("Trimethoprim, long-term")),
        medicine_class=ANTIBIOTIC,
        kinds=(_F,),
        **memory(),
    ),
    Medicine(
        id="methotrexate",
        wording=Phrase(_("Methotrexate")),
        medicine_class=IMMUNE,
        brands_unverified=("Trexall",),
        kinds=(_F, _T),
        **read("UMICH"),
    ),
    Medicine(
        id="sulfasalazine",
        wording=Phrase(_("Sulfasalazine")),
        medicine_class=IMMUNE,
        brands_unverified=("Azulfidine", "Salazopyrin"),
        kinds=(_F,),
        **memory(),
    ),
    Medicine(
        id="cocp_hrt",
        wording=Phrase(_("Combined birth control pill or hormone therapy (HRT)")),
        medicine_class=HORMONES,
        kinds=(_T,),
        **read("NHSH"),
    ),
    Medicine(
        id="biotin",
        wording=Phrase(_("Biotin, or hair, skin and nail vitamins")),
        medicine_class=SUPPLEMENT,
        kinds=(_T,),
        **read("LABC", "NORDX"),
    ),
    Medicine(
        id="folic_acid",
        wording=Phrase(_("Folic acid")),
        medicine_class=SUPPLEMENT,
        kinds=(_F,),
        **secondary("FDA-CP"),
    ),
    Medicine(
        id="kcl_sr",
        wording=Phrase(_("Slow-release potassium")),
        medicine_class=SUPPLEMENT,
        brands_unverified=("Klor-Con", "Slow-K"),
        **secondary(),
    ),
    Medicine(
        id="nitrous_medical",
        wording=Phrase(_("Nitrous oxide as treatment (gas and air, dentist, operation)")),
        medicine_class=GAS,
        brands_unverified=("Entonox",),
        **read("PN-N2O"),
    ),
    Medicine(
        id="antiretro",
        wording=Phrase(_("Zidovudine")),
        medicine_class=HIV,
        brands_unverified=("Retrovir",),
        kinds=(MedicineKind.UNCERTAIN,),
        **memory(),
    ),
)

MEDICINES_BY_ID = by_id(MEDICINES)
