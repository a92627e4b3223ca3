"""Ways of eating that matter for B12 (clinical brief, 4.4)."""

from __future__ import annotations

from appointments.catalogue.basis import memory, read, secondary
from appointments.catalogue.entry import Entry, by_id
from appointments.phrases import Phrase, _

DIETS = (
    Entry(
        id="vegan",
        wording=Phrase(_("No animal foods, and no regular B12 supplement or fortified food")),
        **read("PULSE", "MDLP"),
    ),
    Entry(
        id="veg_low",
        wording=Phrase(_("Vegetarian, or very little meat, fish, eggs and dairy")),
        **secondary("PULSE"),
    ),
    Entry(
        id="restricted",
        wording=Phrase(
            _("Restricted eating, little appetite, or not able to buy or cook enough food")
        ),
        **memory(),
    ),
    Entry(
        id="fortified",
        wording=Phrase(_("Foods fortified with B12, or a B12 supplement, on most days")),
        **read("ODS-C", "ODS-H"),
    ),
)

DIETS_BY_ID = by_id(DIETS)
