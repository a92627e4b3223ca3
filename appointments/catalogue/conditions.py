"""Conditions that can lower B12, travel with its causes, or change a test (clinical brief, 4.1)."""

from __future__ import annotations

from dataclasses import dataclass

from appointments.catalogue.basis import read, secondary
from appointments.catalogue.entry import Entry, Group, by_id
from appointments.phrases import Phrase, _

GUT = Group(wording=Phrase(_("Stomach, bowel and absorption")))
AUTOIMMUNE = Group(wording=Phrase(_("Autoimmune conditions")))
OTHERS = Group(wording=Phrase(_("Other")))

CONDITION_GROUPS = (GUT, AUTOIMMUNE, OTHERS)


@dataclass(frozen=True, kw_only=True)
class Condition(Entry):
    """A condition, and where it stands in the list."""

    group: Group


CONDITIONS = (
    Condition(
        id="pa_aig",
        wording=Phrase(_("Pernicious anemia / autoimmune gastritis")),
        group=GUT,
        **read("NHS-H", "NICE-R"),
    ),
    Condition(
        id="atrophic_gastritis",
        wording=Phrase(_("Thinned stomach lining (atrophic gastritis)")),
        group=GUT,
        **secondary("PULSE"),
    ),
    Condition(
        id="coeliac", wording=Phrase(_("Celiac disease")), group=GUT, **read("PULSE", "MDLP")
    ),
    Condition(id="crohns", wording=Phrase(_("Crohn’s disease")), group=GUT, **read("NHSH", "MDLP")),
    Condition(id="uc", wording=Phrase(_("Ulcerative colitis")), group=GUT, **read("NHSH")),
    Condition(
        id="hpylori",
        wording=Phrase(_("Helicobacter pylori, now or in the past")),
        group=GUT,
        **secondary(),
    ),
    Condition(
        id="sibo",
        wording=Phrase(_("Too many bacteria in the small bowel (SIBO)")),
        group=GUT,
        **read("MAYO-M"),
    ),
    Condition(
        id="pancreatic",
        wording=Phrase(_("Pancreas not making enough enzymes")),
        group=GUT,
        **read("NHSH"),
    ),
    Condition(id="tapeworm", wording=Phrase(_("Fish tapeworm")), group=GUT, **read("MDLP")),
    Condition(
        id="zollinger",
        wording=Phrase(_("Zollinger-Ellison syndrome (gastrinoma)")),
        group=GUT,
        **secondary(),
    ),
    Condition(
        id="giardia_tb",
        wording=Phrase(_("Giardia, or tuberculosis of the bowel")),
        group=GUT,
        **secondary(),
    ),
    Condition(
        id="inherited", wording=Phrase(_("Rare inherited B12 disorder")), group=GUT, **read("UOM")
    ),
    Condition(
        id="thyroid",
        wording=Phrase(_("Autoimmune thyroid disease")),
        group=AUTOIMMUNE,
        **read("EMED", "GPR"),
    ),
    Condition(
        id="t1dm", wording=Phrase(_("Type 1 diabetes")), group=AUTOIMMUNE, **secondary("PULSE")
    ),
    Condition(
        id="sjogren", wording=Phrase(_("Sjögren’s disease")), group=AUTOIMMUNE, **secondary("PULSE")
    ),
    Condition(id="vitiligo", wording=Phrase(_("Vitiligo")), group=AUTOIMMUNE, **secondary()),
    Condition(
        id="addison", wording=Phrase(_("Addison’s disease")), group=AUTOIMMUNE, **secondary()
    ),
    Condition(
        id="other_autoimmune",
        wording=Phrase(_("Another autoimmune disease")),
        group=AUTOIMMUNE,
        **read("EMED"),
    ),
    Condition(id="hiv", wording=Phrase(_("HIV")), group=OTHERS, **read("NHSH")),
    Condition(
        id="ckd",
        wording=Phrase(_("Chronic kidney disease")),
        group=OTHERS,
        **read("MAYO-M", "MAYO-FB"),
    ),
    Condition(
        id="alcohol", wording=Phrase(_("Heavy alcohol use")), group=OTHERS, **read("NHSH", "MDLP")
    ),
    Condition(
        id="myeloma", wording=Phrase(_("Myeloma or a paraprotein")), group=OTHERS, **read("NHSH")
    ),
)

CONDITIONS_BY_ID = by_id(CONDITIONS)
