"""Conditions that can lower B12, travel with its causes, or change a test (clinical brief, 4.1)."""

from __future__ import annotations

from dataclasses import dataclass

from appointments.catalogue.basis import read, secondary
from appointments.catalogue.entry import Entry, by_id
from appointments.phrases import Phrase, _


@dataclass(frozen=True, kw_only=True)
class ConditionGroup:
    """A heading above some conditions."""

    id: str
    wording: Phrase


GUT = ConditionGroup(id="gut", wording=Phrase(_("Stomach, bowel and absorption")))
AUTOIMMUNE = ConditionGroup(id="autoimmune", wording=Phrase(_("Autoimmune conditions")))
OTHERS = ConditionGroup(id="other", wording=Phrase(_("Other")))

CONDITION_GROUPS = (GUT, AUTOIMMUNE, OTHERS)

_NO_INTRINSIC_FACTOR = Phrase(_("The stomach makes too little of what B12 needs to be absorbed."))
_SMALL_BOWEL = Phrase(_("It can affect the part of the bowel that absorbs B12."))
_TOGETHER = Phrase(_("It can occur together with autoimmune gastritis."))


@dataclass(frozen=True, kw_only=True)
class Condition(Entry):
    """A condition.

    Attributes:
        group: Where it stands in the list.
        synonyms: Other names for it.
        why: Why it is asked; None where no source that can be cited was read.
    """

    group: ConditionGroup
    synonyms: tuple[str, ...] = ()
    why: Phrase | None = None


CONDITIONS = (
    Condition(
        id="pa_aig",
        wording=Phrase(_("Pernicious anemia / autoimmune gastritis")),
        group=GUT,
        synonyms=("Addisonian anemia", "Biermer anemia", "autoimmune atrophic gastritis"),
        why=_NO_INTRINSIC_FACTOR,
        **read("NHS-H", "NICE-R"),
    ),
    Condition(
        id="atrophic_gastritis",
        wording=Phrase(_("Thinned stomach lining (atrophic gastritis)")),
        group=GUT,
        synonyms=("atrophic gastritis",),
        why=_NO_INTRINSIC_FACTOR,
        **secondary("PULSE"),
    ),
    Condition(
        id="coeliac",
        wording=Phrase(_("Celiac disease")),
        group=GUT,
        synonyms=("coeliac disease", "gluten enteropathy", "sprue"),
        why=_SMALL_BOWEL,
        **read("PULSE", "MDLP"),
    ),
    Condition(
        id="crohns",
        wording=Phrase(_("Crohn’s disease")),
        group=GUT,
        synonyms=("ileitis",),
        why=_SMALL_BOWEL,
        **read("NHSH", "MDLP"),
    ),
    Condition(
        id="uc",
        wording=Phrase(_("Ulcerative colitis")),
        group=GUT,
        synonyms=("UC",),
        **read("NHSH"),
    ),
    Condition(
        id="hpylori",
        wording=Phrase(_("Helicobacter pylori, now or in the past")),
        group=GUT,
        synonyms=("H. pylori",),
        **secondary(),
    ),
    Condition(
        id="sibo",
        wording=Phrase(_("Too many bacteria in the small bowel (SIBO)")),
        group=GUT,
        synonyms=("SIBO", "small-intestine bacterial overgrowth", "blind loop"),
        why=Phrase(_("It can raise methylmalonic acid (MMA).")),
        **read("MAYO-M"),
    ),
    Condition(
        id="pancreatic",
        wording=Phrase(_("Pancreas not making enough enzymes")),
        group=GUT,
        synonyms=("EPI", "exocrine pancreatic insufficiency", "chronic pancreatitis"),
        why=Phrase(_("The pancreas helps to release B12 from food.")),
        **read("NHSH"),
    ),
    Condition(
        id="tapeworm",
        wording=Phrase(_("Fish tapeworm")),
        group=GUT,
        synonyms=("Diphyllobothrium", "Dibothriocephalus"),
        why=Phrase(_("The worm takes up B12.")),
        **read("MDLP"),
    ),
    Condition(
        id="zollinger",
        wording=Phrase(_("Zollinger-Ellison syndrome (gastrinoma)")),
        group=GUT,
        synonyms=("gastrinoma",),
        **secondary(),
    ),
    Condition(
        id="giardia_tb",
        wording=Phrase(_("Giardia, or tuberculosis of the bowel")),
        group=GUT,
        synonyms=("giardiasis", "intestinal TB"),
        **secondary(),
    ),
    Condition(
        id="inherited",
        wording=Phrase(_("Rare inherited B12 disorder")),
        group=GUT,
        synonyms=(
            "Imerslund-Gräsbeck syndrome",
            "transcobalamin deficiency",
            "congenital intrinsic factor deficiency",
        ),
        **read("UOM"),
    ),
    Condition(
        id="thyroid",
        wording=Phrase(_("Autoimmune thyroid disease")),
        group=AUTOIMMUNE,
        synonyms=("Hashimoto", "Graves"),
        why=_TOGETHER,
        **read("EMED", "GPR"),
    ),
    Condition(
        id="t1dm",
        wording=Phrase(_("Type 1 diabetes")),
        group=AUTOIMMUNE,
        why=_TOGETHER,
        **secondary("PULSE"),
    ),
    Condition(
        id="sjogren",
        wording=Phrase(_("Sjögren’s disease")),
        group=AUTOIMMUNE,
        synonyms=("Sjogren's syndrome",),
        why=_TOGETHER,
        **secondary("PULSE"),
    ),
    Condition(id="vitiligo", wording=Phrase(_("Vitiligo")), group=AUTOIMMUNE, **secondary()),
    Condition(
        id="addison", wording=Phrase(_("Addison’s disease")), group=AUTOIMMUNE, **secondary()
    ),
    Condition(
        id="other_autoimmune",
        wording=Phrase(_("Another autoimmune disease")),
        group=AUTOIMMUNE,
        synonyms=("rheumatoid arthritis", "myasthenia gravis"),
        why=_TOGETHER,
        **read("EMED"),
    ),
    Condition(
        id="hiv",
        wording=Phrase(_("HIV")),
        group=OTHERS,
        synonyms=("AIDS",),
        why=Phrase(_("It can make it harder to absorb B12 from food.")),
        **read("NHSH"),
    ),
    Condition(
        id="ckd",
        wording=Phrase(_("Chronic kidney disease")),
        group=OTHERS,
        synonyms=("CKD", "dialysis", "kidney failure"),
        why=Phrase(_("It changes how MMA and homocysteine are read.")),
        **read("MAYO-M", "MAYO-FB"),
    ),
    Condition(
        id="alcohol",
        wording=Phrase(_("Heavy alcohol use")),
        group=OTHERS,
        why=Phrase(_("It can be a reason for low B12.")),
        **read("NHSH", "MDLP"),
    ),
    Condition(
        id="myeloma",
        wording=Phrase(_("Myeloma or a paraprotein")),
        group=OTHERS,
        synonyms=("paraproteinemia",),
        why=Phrase(_("It can disturb the B12 test.")),
        **read("NHSH"),
    ),
)

CONDITIONS_BY_ID = by_id(CONDITIONS)
