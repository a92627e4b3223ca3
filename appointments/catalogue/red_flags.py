"""Signs that cannot wait for an appointment, and whom to contact (clinical brief, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appointments.catalogue.basis import memory, ours, read, secondary
from appointments.catalogue.entry import Entry, Group, by_id
from appointments.phrases import Phrase, _


class Tier(StrEnum):
    """How soon, most urgent first."""

    EMERGENCY_NOW = "E1"
    SAME_DAY = "E2"
    PROMPTLY = "E3"


class Route(StrEnum):
    """Whom to contact: which of a country's contacts to show."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    CRISIS = "crisis"
    CLINICIAN = "clinician"  # the person's own clinician or clinic
    CLINICIAN_OR_EMERGENCY = "clinician_or_emergency"  # the same; an ambulance if it gets worse
    SENDER = "sender"  # the clinic or laboratory that sent a report


CHEST = Group(wording=Phrase(_("Breathing, heart and allergy")))
HEAD = Group(wording=Phrase(_("Sight, speech and thinking")))
LEGS = Group(wording=Phrase(_("Legs, walking, bladder and bowel")))
MIND = Group(wording=Phrase(_("Mood and mind")))

RED_FLAG_GROUPS = (CHEST, HEAD, LEGS, MIND)


@dataclass(frozen=True, kw_only=True)
class RedFlag(Entry):
    """A sign that outranks every lab value.

    Attributes:
        tier: How soon.
        route: Whom to contact.
        action: What to do, in one sentence.
        reported: How the sheet says it, to a clinician.
        group: Its heading on the safety page; None: it follows from other answers instead.
        review: What the reviewing clinician must know about its evidence; not shown to visitors.
    """

    tier: Tier
    route: Route
    action: Phrase
    reported: Phrase
    group: Group | None = None
    review: str = ""

    @property
    def asked(self) -> bool:
        """Whether the safety page asks for it."""
        return self.group is not None


_CALL_NOW = Phrase(_("Call the emergency number now."))
_SAME_DAY = Phrase(_("Get medical help today. Do not wait for your appointment."))
_CONTACT_SOON = Phrase(_("Contact your clinician in the next few days."))
_NEXT_WORKING_DAY = Phrase(_("Contact your clinician today or on the next working day."))

RED_FLAGS = (
    RedFlag(
        id="anaphylaxis",
        group=CHEST,
        wording=Phrase(
            _(
                "After a B12 injection or tablet: you have trouble breathing, you wheeze, your "
                "throat, face or tongue swells, you have a rash that is spreading or blistering, "
                "or you feel faint"
            )
        ),
        reported=Phrase(_("Allergic reaction after B12: breathing, swelling, rash or faintness")),
        tier=Tier.EMERGENCY_NOW,
        route=Route.EMERGENCY,
        action=_CALL_NOW,
        **read("MHRA-C", "SWAST", "FDA-CW"),
    ),
    RedFlag(
        id="chest_pain",
        group=CHEST,
        wording=Phrase(_("You have chest pain, or you are very short of breath while resting")),
        reported=Phrase(_("Chest pain, or severe breathlessness at rest")),
        tier=Tier.EMERGENCY_NOW,
        route=Route.EMERGENCY,
        action=_CALL_NOW,
        **read("SWAST"),
    ),
    RedFlag(
        id="collapse",
        group=CHEST,
        wording=Phrase(
            _(
                "You collapsed or fainted, or your heart is very fast or uneven and you feel "
                "unwell. This includes the first days of treatment"
            )
        ),
        reported=Phrase(_("Collapse or fainting, or a very fast or uneven heartbeat while unwell")),
        tier=Tier.EMERGENCY_NOW,
        route=Route.EMERGENCY,
        action=_CALL_NOW,
        **read("SWAST", "SPC-P", "FDA-CW"),
    ),
    RedFlag(
        id="stroke_signs",
        group=HEAD,
        wording=Phrase(
            _("Your face droops, an arm is weak, your speech is slurred, or one side is weak")
        ),
        reported=Phrase(
            _("One of these or more: face droop, arm weakness, slurred speech, one side weak")
        ),
        tier=Tier.EMERGENCY_NOW,
        route=Route.EMERGENCY,
        action=_CALL_NOW,
        **read("SWAST"),
    ),
    RedFlag(
        id="acute_confusion",
        group=HEAD,
        wording=Phrase(_("You are suddenly confused, or others say so")),
        reported=Phrase(_("Sudden confusion")),
        tier=Tier.EMERGENCY_NOW,
        route=Route.EMERGENCY,
        action=_CALL_NOW,
        **read("SWAST"),
    ),
    RedFlag(
        id="sudden_vision",
        group=HEAD,
        wording=Phrase(_("You suddenly lost sight, in one eye or both")),
        reported=Phrase(_("Sudden loss of sight")),
        tier=Tier.EMERGENCY_NOW,
        route=Route.EMERGENCY,
        action=_CALL_NOW,
        **read("LOTH"),
    ),
    RedFlag(
        id="cannot_walk",
        group=LEGS,
        wording=Phrase(_("You can no longer walk because of weakness, numbness or poor balance")),
        reported=Phrase(_("Can no longer walk because of weakness, numbness or poor balance")),
        tier=Tier.EMERGENCY_NOW,
        route=Route.EMERGENCY,
        action=_CALL_NOW,
        **read("LOTH"),
    ),
    RedFlag(
        id="cauda_equina",
        group=LEGS,
        wording=Phrase(
            _(
                "You are numb between the legs or around the bottom, it is newly hard to start or "
                "hold urine or stool, you lost sexual feeling, or both legs are weak"
            )
        ),
        reported=Phrase(
            _("One of these or more: saddle numbness, bladder, bowel, no sexual feeling, weak legs")
        ),
        tier=Tier.EMERGENCY_NOW,
        route=Route.EMERGENCY,
        action=Phrase(_("Go to the emergency department now, or call the emergency number.")),
        **read("CES"),
    ),
    RedFlag(
        id="clot",
        group=LEGS,
        wording=Phrase(_("One leg is swollen and painful, or you cough up blood")),
        reported=Phrase(_("One leg swollen and painful, or coughing up blood")),
        tier=Tier.EMERGENCY_NOW,
        route=Route.EMERGENCY,
        action=_CALL_NOW,
        review=(
            "The source, at second hand, says only that clots can occur. The signs themselves are "
            "from memory: please confirm"
        ),
        **secondary("SPC-CH"),
    ),
    RedFlag(
        id="suicidal",
        group=MIND,
        wording=Phrase(_("You think about ending your life or harming yourself")),
        reported=Phrase(_("Thoughts of suicide or self-harm")),
        tier=Tier.EMERGENCY_NOW,
        route=Route.CRISIS,
        action=Phrase(
            _(
                "Call the crisis line now. If you may be about to harm yourself, call the "
                "emergency number."
            )
        ),
        **read("HD-AU", "N111-2"),
    ),
    RedFlag(
        id="psychosis",
        group=MIND,
        wording=Phrase(
            _("You see, hear or firmly believe things that others do not, or feel out of control")
        ),
        reported=Phrase(_("Hallucinations or fixed beliefs, or feeling out of control")),
        tier=Tier.SAME_DAY,
        route=Route.CRISIS,
        action=Phrase(_("Call the crisis line or get medical help today.")),
        **secondary("N111-2"),
    ),
    RedFlag(
        id="cord_signs",
        group=LEGS,
        wording=Phrase(
            _(
                "Your legs are getting weak, you are getting unsteady, walking is getting hard, "
                "or numbness is spreading upward: new, or quickly getting worse"
            )
        ),
        reported=Phrase(
            _(
                "At least one of these, new or quickly worse: weak legs, unsteady, "
                "spreading numbness"
            )
        ),
        tier=Tier.SAME_DAY,
        route=Route.URGENT,
        action=_SAME_DAY,
        **read("LOTH"),
    ),
    RedFlag(
        id="vision_worse",
        group=HEAD,
        wording=Phrase(
            _("You have a new dark patch, faded colors, or blurred sight that is getting worse")
        ),
        reported=Phrase(
            _("One of these or more: new dark patch, faded colors, sight getting worse")
        ),
        tier=Tier.SAME_DAY,
        route=Route.URGENT,
        action=_SAME_DAY,
        **read("LOTH"),
    ),
    RedFlag(
        id="report_critical",
        wording=Phrase(_("The report marks a result as critical")),
        reported=Phrase(_("A report marks a result as critical")),
        tier=Tier.SAME_DAY,
        route=Route.SENDER,
        action=Phrase(_("Call the clinic or laboratory that sent the report, today.")),
        **ours(),
    ),
    RedFlag(
        id="newborn",
        wording=Phrase(
            _("You breastfeed a baby who is floppy, feeds poorly or does not develop as expected")
        ),
        reported=Phrase(_("Breastfed baby floppy, feeding poorly or not developing as expected")),
        tier=Tier.SAME_DAY,
        route=Route.URGENT,
        action=_SAME_DAY,
        **memory(),
    ),
    RedFlag(
        id="neuro_change",
        wording=Phrase(
            _("Tingling, numbness, balance, memory or other nerve symptoms are new or worse")
        ),
        reported=Phrase(_("Nerve, thinking or sight symptoms that are new or worse")),
        tier=Tier.PROMPTLY,
        route=Route.CLINICIAN,
        action=_NEXT_WORKING_DAY,
        **read("LOTH"),
    ),
    RedFlag(
        id="rash_after",
        group=CHEST,
        wording=Phrase(
            _(
                "You got a rash, hives or itching within 3 days of a B12 dose, and you can "
                "breathe as usual"
            )
        ),
        reported=Phrase(_("Rash, hives or itching within 3 days of a B12 dose")),
        tier=Tier.PROMPTLY,
        route=Route.CLINICIAN_OR_EMERGENCY,
        action=Phrase(
            _(
                "Contact your clinician before the next dose. If it gets hard to breathe, call "
                "the emergency number."
            )
        ),
        **secondary("MHRA-C"),
    ),
    RedFlag(
        id="preg_newborn",
        wording=Phrase(_("You are pregnant or breastfeeding, and you have symptoms")),
        reported=Phrase(_("Pregnant or breastfeeding, with symptoms")),
        tier=Tier.PROMPTLY,
        route=Route.CLINICIAN,
        action=Phrase(_("Contact your midwife or clinician in the next few days.")),
        **read("NHS-C"),
    ),
    RedFlag(
        id="gi_new",
        wording=Phrase(
            _(
                "You have autoimmune gastritis, and indigestion, vomiting, weight loss or trouble "
                "swallowing is new or worse"
            )
        ),
        reported=Phrase(_("Autoimmune gastritis with new or worse stomach symptoms")),
        tier=Tier.PROMPTLY,
        route=Route.CLINICIAN,
        action=_CONTACT_SOON,
        **read("NICE-G"),
    ),
    RedFlag(
        id="not_better",
        wording=Phrase(_("Treatment has not helped, or symptoms got worse on it")),
        reported=Phrase(_("B12 treatment has not helped, or symptoms got worse on it")),
        tier=Tier.PROMPTLY,
        route=Route.CLINICIAN,
        action=_CONTACT_SOON,
        **secondary("VISUM"),
    ),
)

POSTER_LINE = _(
    "Chest pain, trouble breathing, signs of a stroke? Do not wait: tell staff, or call %(number)s."
)
"""What a clinic's poster says about the three best known of them (sources: those of `anaphylaxis`,
`chest_pain` and `stroke_signs`)."""

RED_FLAGS_BY_ID = by_id(RED_FLAGS)
