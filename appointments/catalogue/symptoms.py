"""The symptoms that can be picked, grouped as the form shows them (clinical brief, 3.1)."""

from __future__ import annotations

from dataclasses import dataclass

from appointments.catalogue.basis import Basis, read, secondary
from appointments.catalogue.entry import Entry, Group, by_id
from appointments.phrases import Phrase, _


@dataclass(frozen=True, kw_only=True)
class SymptomGroup(Group):
    """A heading above some symptoms.

    Attributes:
        nerve: Whether its symptoms concern nerves, thinking or sight: the ones that can change
            how fast a clinician acts (LOTH).
    """

    nerve: bool = False


GENERAL = SymptomGroup(wording=Phrase(_("Energy and general health")))
NERVES = SymptomGroup(wording=Phrase(_("Nerves, balance and movement")), nerve=True)
THINKING = SymptomGroup(wording=Phrase(_("Thinking and memory")), nerve=True)
MOOD = SymptomGroup(wording=Phrase(_("Mood and behavior")))
MOUTH_GUT = SymptomGroup(wording=Phrase(_("Mouth, stomach and bowel")))
VISION = SymptomGroup(wording=Phrase(_("Eyes and sight")), nerve=True)
OTHERS = SymptomGroup(wording=Phrase(_("Other")))

SYMPTOM_GROUPS = (GENERAL, NERVES, THINKING, VISION, MOOD, MOUTH_GUT, OTHERS)


@dataclass(frozen=True, kw_only=True)
class Symptom(Entry):
    """A symptom in lay words.

    Attributes:
        group: Where it stands in the list.
        clinician_term: The clinician's term, where there is one.
        short: The lay words where space is dear, if `wording` is long.
    """

    group: SymptomGroup
    clinician_term: Phrase | None = None
    short: Phrase | None = None

    @property
    def name(self) -> Phrase:
        """The lay words in short."""
        return self.short or self.wording

    @property
    def nerve(self) -> bool:
        """Whether it concerns nerves, thinking or sight."""
        return self.group.nerve


def _symptom(
    symptom_id: str,
    group: SymptomGroup,
    words: str,
    basis: Basis,
    term: str | None = None,
    *,
    short: str | None = None,
) -> Symptom:
    """Return one row; its words are marked for translation where they stand."""
    return Symptom(
        id=symptom_id,
        group=group,
        wording=Phrase(words),
        clinician_term=Phrase(term) if term else None,
        short=Phrase(short) if short else None,
        **basis,
    )


SYMPTOMS = (
    _symptom(
        "fatigue",
        GENERAL,
        _("Extreme tiredness that rest does not fix"),
        read("PULSE", "NHS-S", "PAS-S", "MDLP"),
        _("fatigue"),
        short=_("Extreme tiredness"),
    ),
    _symptom("low_energy", GENERAL, _("Lack of energy"), read("NHS-S", "MDLP"), _("lethargy")),
    _symptom(
        "breathless",
        GENERAL,
        _("Short of breath, mostly on effort; or big sighs and yawns"),
        read("PAS-S", "MDLP"),
        _("exertional dyspnea"),
        short=_("Short of breath"),
    ),
    _symptom(
        "lightheaded",
        GENERAL,
        _("Light-headed or faint, for example on standing"),
        read("PAS-S", "MDLP"),
        _("presyncope"),
        short=_("Light-headed or faint"),
    ),
    _symptom(
        "palpitations", GENERAL, _("Heart racing or fluttering"), read("NHS-C"), _("palpitations")
    ),
    _symptom(
        "pale_yellow",
        GENERAL,
        _("Pale or slightly yellow skin"),
        read("MDLP", "MHRA-M"),
        _("pallor or jaundice"),
    ),
    _symptom("headache", GENERAL, _("Headaches"), secondary(), _("headache")),
    _symptom("tinnitus", GENERAL, _("Ringing in the ears"), secondary(), _("tinnitus")),
    _symptom(
        "appetite_weight",
        GENERAL,
        _("Poor appetite or weight loss"),
        read("MDLP"),
        _("reduced appetite, weight loss"),
    ),
    _symptom("cold_hands", GENERAL, _("Cold hands or feet"), secondary()),
    _symptom(
        "pins_needles",
        NERVES,
        _("Pins and needles or tingling"),
        read("PULSE", "NHS-S", "PAS-S", "MDLP"),
        _("paresthesia"),
    ),
    _symptom(
        "numbness",
        NERVES,
        _("Numb hands, feet or other areas"),
        read("PULSE", "PAS-S", "MDLP"),
        _("sensory loss"),
        short=_("Numbness"),
    ),
    _symptom(
        "burning_feet", NERVES, _("Burning feet or legs"), read("PAS-S"), _("neuropathic pain")
    ),
    _symptom(
        "unsteady",
        NERVES,
        _("Unsteady, poor balance, worse in the dark or with eyes closed"),
        read("PULSE", "PAS-S", "MDLP"),
        _("ataxia"),
        short=_("Unsteady, worse in the dark"),
    ),
    _symptom(
        "falls_gait",
        NERVES,
        _("Trouble walking, tripping, falls"),
        read("PULSE", "PAS-S"),
        _("gait disturbance"),
        short=_("Trouble walking, falls"),
    ),
    _symptom(
        "clumsy",
        NERVES,
        _("Clumsy, dropping things, trouble with buttons"),
        read("PAS-S"),
        _("incoordination"),
        short=_("Clumsy, dropping things"),
    ),
    _symptom("muscle_weak", NERVES, _("Weak arms or legs"), read("NHS-S"), _("weakness")),
    _symptom(
        "electric_neck",
        NERVES,
        _("Electric-shock feeling down the back when bending the neck"),
        read("PAS-S"),
        _("Lhermitte’s sign"),
        short=_("Electric shocks on bending the neck"),
    ),
    _symptom(
        "taste_smell",
        NERVES,
        _("Change in taste, smell or hearing"),
        read("PAS-S"),
        _("sensory change"),
        short=_("Taste, smell or hearing changed"),
    ),
    _symptom(
        "bladder",
        NERVES,
        _("Trouble holding or passing urine"),
        secondary("CES"),
        _("sphincter disturbance (bladder)"),
        short=_("Bladder trouble"),
    ),
    _symptom(
        "bowel",
        NERVES,
        _("Loss of bowel control"),
        secondary("CES"),
        _("sphincter disturbance (bowel)"),
    ),
    _symptom(
        "sexual",
        NERVES,
        _("New problems with sexual feeling or function"),
        read("CES"),
        short=_("New sexual problems"),
    ),
    _symptom(
        "brain_fog",
        THINKING,
        _("Foggy thinking, poor concentration"),
        read("PULSE", "PAS-S"),
        _("cognitive difficulty"),
        short=_("Foggy thinking"),
    ),
    _symptom(
        "memory",
        THINKING,
        _("Memory problems"),
        read("PULSE", "NHS-S", "PAS-S"),
        _("memory impairment"),
    ),
    _symptom(
        "words", THINKING, _("Losing words or names"), read("PAS-S"), _("word-finding difficulty")
    ),
    _symptom(
        "confusion",
        THINKING,
        _("Confused or disoriented"),
        read("NHS-S", "PAS-S", "MDLP"),
        _("confusion"),
    ),
    _symptom("blurred", VISION, _("Blurred vision"), read("PULSE", "PAS-S"), _("blurred vision")),
    _symptom(
        "blind_spot",
        VISION,
        _("Dark patch or loss in part of sight, faded colors"),
        secondary("PULSE"),
        _("scotoma"),
        short=_("Dark patch in sight, faded colors"),
    ),
    _symptom("low_mood", MOOD, _("Low mood"), read("PULSE", "NHS-S", "MDLP"), _("depressed mood")),
    _symptom("anxiety", MOOD, _("Anxiety"), read("PULSE", "NHS-S"), _("anxiety")),
    _symptom(
        "irritable",
        MOOD,
        _("Irritable, quick to anger"),
        read("MDLP", "MHRA-M"),
        _("irritability"),
    ),
    _symptom(
        "behaviour",
        MOOD,
        _("Change in behavior or personality noticed by others"),
        read("PAS-S"),
        short=_("Change in behavior or personality"),
    ),
    _symptom(
        "psychosis",
        MOOD,
        _("Seeing, hearing or believing things others do not"),
        secondary("PULSE", "NASGP"),
        short=_("Seeing, hearing or believing things"),
    ),
    _symptom(
        "sore_tongue",
        MOUTH_GUT,
        _("Sore, red or smooth tongue"),
        read("PULSE", "NHS-S", "MDLP"),
        _("glossitis"),
    ),
    _symptom(
        "mouth_ulcers",
        MOUTH_GUT,
        _("Mouth ulcers"),
        read("NHS-S", "MHRA-M"),
        _("aphthous ulcers"),
    ),
    _symptom(
        "mouth_corners",
        MOUTH_GUT,
        _("Cracks at the corners of the mouth"),
        read("NHSH"),
        _("angular stomatitis"),
        short=_("Cracked corners of the mouth"),
    ),
    _symptom("gums", MOUTH_GUT, _("Bleeding gums"), read("MDLP")),
    _symptom("diarrhoea", MOUTH_GUT, _("Diarrhea"), read("MDLP")),
    _symptom("constipation", MOUTH_GUT, _("Constipation"), read("MDLP")),
    _symptom(
        "nausea_indigestion",
        MOUTH_GUT,
        _("Nausea, indigestion, bloating"),
        secondary(),
        _("dyspepsia"),
    ),
    _symptom("fertility", OTHERS, _("Difficulty getting pregnant"), read("NHS-C")),
    _symptom(
        "hair_nails_skin",
        OTHERS,
        _("Brittle nails, dry skin, hair thinning"),
        read("PAS-S"),
        short=_("Brittle nails, dry skin, thin hair"),
    ),
    _symptom(
        "iron_not_working",
        OTHERS,
        _("Anemia in pregnancy or breastfeeding that does not improve with iron"),
        secondary("PULSE"),
        short=_("Anemia not improving with iron"),
    ),
)

SYMPTOMS_BY_ID = by_id(SYMPTOMS)
