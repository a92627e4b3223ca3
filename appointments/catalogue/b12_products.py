"""Forms of B12 and ways to take it, as people can have tried them (clinical brief, 5.1 and 5.2).

Offering a way to take B12 says nothing about whether it works: a person has to be able to record
what they took.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appointments.catalogue.basis import ours, read, secondary
from appointments.catalogue.entry import Entry, by_id
from appointments.phrases import Phrase, _


class RouteKind(StrEnum):
    """Which limits for typing a dose apply (clinical brief, 5.5)."""

    ORAL = "oral"
    INJECTION = "injection"
    NASAL = "nasal"
    PATCH = "patch"


@dataclass(frozen=True, kw_only=True)
class B12Route(Entry):
    """A way to take B12, and its name on paper."""

    short: Phrase
    kind: RouteKind


B12_FORMS = (
    Entry(id="cyano", wording=Phrase(_("Cyanocobalamin")), **secondary("ODS-H")),
    Entry(id="hydroxo", wording=Phrase(_("Hydroxocobalamin")), **read("NHS-H")),
    Entry(id="methyl", wording=Phrase(_("Methylcobalamin")), **read("JP")),
    Entry(id="adeno", wording=Phrase(_("Adenosylcobalamin")), **secondary("ODS-H")),
    Entry(id="unsure", wording=Phrase(_("Not sure")), **ours()),
)

B12_ROUTES = (
    B12Route(
        id="tablet",
        wording=Phrase(_("Tablet or capsule to swallow")),
        short=Phrase(_("Tablets")),
        kind=RouteKind.ORAL,
        **read("MEDSC", "SPS"),
    ),
    B12Route(
        id="sublingual",
        wording=Phrase(_("Tablet or lozenge under the tongue")),
        short=Phrase(_("Under the tongue")),
        kind=RouteKind.ORAL,
        **secondary("ODS-H"),
    ),
    B12Route(
        id="liquid",
        wording=Phrase(_("Liquid or drops")),
        short=Phrase(_("Liquid or drops")),
        kind=RouteKind.ORAL,
        **read("MEDSC"),
    ),
    B12Route(
        id="mouth_spray",
        wording=Phrase(_("Mouth spray")),
        short=Phrase(_("Mouth spray")),
        kind=RouteKind.ORAL,
        **ours(),
    ),
    B12Route(
        id="nasal",
        wording=Phrase(_("Nasal spray")),
        short=Phrase(_("Nasal spray")),
        kind=RouteKind.NASAL,
        **secondary("NASC"),
    ),
    B12Route(
        id="patch",
        wording=Phrase(_("Patch on the skin")),
        short=Phrase(_("Patch")),
        kind=RouteKind.PATCH,
        **ours(),
    ),
    B12Route(
        id="injection",
        wording=Phrase(_("Injection")),
        short=Phrase(_("Injections")),
        kind=RouteKind.INJECTION,
        **read("SPC-UK", "FDA-J", "JP"),
    ),
)

B12_FORMS_BY_ID = by_id(B12_FORMS)
B12_ROUTES_BY_ID = by_id(B12_ROUTES)
