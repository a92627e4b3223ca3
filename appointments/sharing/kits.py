"""Says what a clinic hands out: its link and its own few words, or ours where it has none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.urls import reverse

from appointments.catalogue.countries import COUNTRIES_BY_ID
from appointments.models import Accent, Clinic, PrintedOn
from content.templatetags.site_address import full_address, leads_nowhere_else


@dataclass(frozen=True, kw_only=True)
class Kit:
    """What the texts, codes and posters of one clinic say; without a clinic, ours.

    Attributes:
        path: Where its patients start, on this site.
        slug: The clinic's name in addresses; empty for the kit without a clinic.
        name, phone, hours, please_bring: The clinic's own words. Plain text, maybe empty.
        accent: The color of its poster, by its name.
        paper: What its printers hold.
        emergency: The emergency number of its country; empty where it is not known.
    """

    path: str
    slug: str = ""
    name: str = ""
    phone: str = ""
    hours: str = ""
    please_bring: str = ""
    accent: str = Accent.COBALAMIN.value
    paper: str = PrintedOn.A4.value
    emergency: str = ""

    @property
    def address(self) -> str:
        """The full address that patients get."""
        return full_address(self.path)

    @property
    def is_trial(self) -> bool:
        """Whether the address works on this computer only, so that nothing may be handed out."""
        return leads_nowhere_else()

    @property
    def short_address(self) -> str:
        """The address as people read it out and type it."""
        return self.address.partition("://")[2].rstrip("/")

    @property
    def address_pieces(self) -> list[str]:
        """The short address in the pieces between which a line may end.

        A line that ends with a dash looks like a word that was divided, and loses the dash.
        """
        return re.findall("[^/]+/?", self.short_address)

    @property
    def help_address(self) -> str:
        """The full address of the page about signs that cannot wait."""
        return full_address(reverse("get-help-now"))


def general_kit() -> Kit:
    """Return the kit for everybody: its address is the shortest we have."""
    return Kit(path=reverse("home"))


def kit_of(clinic: Clinic) -> Kit:
    """Return the kit of a clinic."""
    return Kit(
        path=reverse("clinic", args=[clinic.slug]),
        slug=clinic.slug,
        name=clinic.name,
        phone=clinic.phone,
        hours=clinic.hours,
        please_bring=clinic.please_bring.strip(),
        accent=clinic.accent,
        paper=clinic.paper_held,
        emergency=COUNTRIES_BY_ID[clinic.country].emergency[0].number or "",
    )
