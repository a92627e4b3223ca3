"""Things a clinician wants to know before giving B12 (clinical brief, 6.2)."""

from __future__ import annotations

from appointments.catalogue.basis import ours, read, secondary
from appointments.catalogue.entry import Entry, by_id
from appointments.phrases import Phrase, _

CAUTIONS = (
    Entry(
        id="allergy_b12",
        wording=Phrase(_("Allergy or bad reaction to a B12 product")),
        **secondary("MHRA-C"),
    ),
    Entry(id="allergy_cobalt", wording=Phrase(_("Allergy to cobalt")), **secondary("MHRA-C")),
    Entry(
        id="allergy_metal",
        wording=Phrase(_("Allergy to another metal, such as jewelry metal")),
        **ours(),
    ),
    Entry(
        id="leber_self",
        wording=Phrase(_("Leber’s optic neuropathy (an inherited eye disease), yourself")),
        **read("FDA-CW", "SPC-UK"),
    ),
    Entry(
        id="leber_family",
        wording=Phrase(_("Leber’s optic neuropathy in your family")),
        **read("FDA-CW", "SPC-UK"),
    ),
    Entry(id="heart", wording=Phrase(_("A heart problem")), **read("PIL")),
    Entry(
        id="low_potassium",
        wording=Phrase(_("Low potassium, now or in the past")),
        **secondary("NHS-H2"),
    ),
)

CAUTIONS_BY_ID = by_id(CAUTIONS)
