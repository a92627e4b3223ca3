"""Countries: whom to call in each, and the paper its printers hold (clinical brief, 3.3).

Emergency and crisis numbers are the one thing we show from memory, because a page that names no
number helps nobody; each keeps its evidence label, so that a reviewer finds what to confirm.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from appointments.catalogue.basis import Basis, memory, ours, read, secondary
from appointments.catalogue.entry import Entry, Evidence, by_id
from appointments.phrases import Phrase, Text, _

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Somebody to call.

    Attributes:
        label: Who it is.
        number: The number as people read it; None where there is none that fits everybody.
        tel: The digits to dial, for a `tel:` link.
        notes: What to know before calling.
        quiet: Whether another number in the same place must catch the eye first.
        evidence: How well the number is founded.
        sources: Ids in `content/sources.toml`.
    """

    label: Phrase
    number: str | None = None
    tel: str | None = None
    notes: tuple[Text, ...] = ()
    quiet: bool = False
    evidence: Evidence
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Country(Entry):
    """A country (the UK's four nations stand apart, because their numbers differ).

    Attributes:
        emergency: Life is in danger.
        urgent: Help the same day.
        crisis: Thoughts of suicide, or a mental health emergency.
        paper: The paper that printers there hold.
        time_zone: A zone in the middle of the country, so that the sheet bears the right day.
    """

    emergency: tuple[Contact, ...]
    urgent: tuple[Contact, ...]
    crisis: tuple[Contact, ...]
    paper: Paper = "a4"
    time_zone: str = "UTC"

    def today(self) -> date:
        """Return the day that it is there now."""
        return datetime.now(ZoneInfo(self.time_zone)).date()


def _call(label: str, number: str, basis: Basis) -> Contact:
    """Return a contact whose number is dialed as it is read, blanks and dashes aside."""
    tel = number.replace(" ", "").replace("-", "")
    return Contact(label=Phrase(label), number=number, tel=tel, **basis)


def _ask(label: str) -> Contact:
    """Return a contact without a number of its own."""
    return Contact(label=Phrase(label), **ours())


_UK_EMERGENCY = (_call(_("Emergency services"), "999", read("SWAST")),)
_SAMARITANS = _call(_("Samaritans, day and night"), "116 123", memory())
_EMERGENCY_911 = (_call(_("Emergency services"), "911", memory()),)
_OUT_OF_HOURS_GP = _ask(_("Your doctor’s practice, or the out-of-hours doctor"))

COUNTRIES = (
    Country(
        id="us",
        wording=Phrase(_("United States")),
        time_zone="America/Chicago",
        emergency=_EMERGENCY_911,
        urgent=(
            _ask(_("Your clinician’s office or after-hours line, or an urgent care center")),
            _call(_("Poison Help"), "1-800-222-1222", secondary()),
        ),
        crisis=(_call(_("988 Suicide & Crisis Lifeline (call or text)"), "988", secondary()),),
        paper="letter",
        **ours(),
    ),
    Country(
        id="england",
        wording=Phrase(_("England")),
        time_zone="Europe/London",
        emergency=_UK_EMERGENCY,
        urgent=(_call(_("NHS 111"), "111", read("SWAST")),),
        crisis=(
            _call(_("NHS 111, then choose option 2"), "111", secondary("N111-2")),
            _SAMARITANS,
        ),
        **ours(),
    ),
    Country(
        id="scotland",
        wording=Phrase(_("Scotland")),
        time_zone="Europe/London",
        emergency=_UK_EMERGENCY,
        urgent=(_call(_("NHS 24"), "111", memory()),),
        crisis=(_call(_("NHS 24"), "111", memory()), _SAMARITANS),
        **ours(),
    ),
    Country(
        id="wales",
        wording=Phrase(_("Wales")),
        time_zone="Europe/London",
        emergency=_UK_EMERGENCY,
        urgent=(_call(_("NHS 111 Wales"), "111", memory()),),
        crisis=(
            _call(_("NHS 111 Wales, then choose option 2"), "111", memory()),
            _SAMARITANS,
        ),
        **ours(),
    ),
    Country(
        id="northern_ireland",
        wording=Phrase(_("Northern Ireland")),
        time_zone="Europe/London",
        emergency=_UK_EMERGENCY,
        urgent=(_OUT_OF_HOURS_GP,),
        crisis=(_call(_("Lifeline"), "0808 808 8000", memory()), _SAMARITANS),
        **ours(),
    ),
    Country(
        id="ireland",
        wording=Phrase(_("Ireland")),
        time_zone="Europe/Dublin",
        emergency=(
            _call(_("Emergency services"), "112", memory()),
            _call(_("Emergency services"), "999", memory()),
        ),
        urgent=(_OUT_OF_HOURS_GP,),
        crisis=(_SAMARITANS,),
        **ours(),
    ),
    Country(
        id="canada",
        wording=Phrase(_("Canada")),
        time_zone="America/Toronto",
        emergency=_EMERGENCY_911,
        urgent=(_call(_("Health line, in most provinces and territories"), "811", read("BC23")),),
        crisis=(_call(_("Suicide Crisis Helpline (call or text)"), "988", memory()),),
        paper="letter",
        **ours(),
    ),
    Country(
        id="australia",
        wording=Phrase(_("Australia")),
        time_zone="Australia/Sydney",
        emergency=(_call(_("Emergency services"), "000", read("HD-AU")),),
        urgent=(_call(_("healthdirect"), "1800 022 222", memory()),),
        crisis=(
            _call(_("Lifeline"), "13 11 14", read("HD-AU")),
            _call(_("Beyond Blue"), "1300 22 4636", read("HD-AU")),
        ),
        **ours(),
    ),
    Country(
        id="new_zealand",
        wording=Phrase(_("New Zealand")),
        time_zone="Pacific/Auckland",
        emergency=(_call(_("Emergency services"), "111", memory()),),
        urgent=(_call(_("Healthline"), "0800 611 116", memory()),),
        crisis=(_call(_("Need to talk? (call or text)"), "1737", memory()),),
        **ours(),
    ),
    Country(
        id="eu",
        wording=Phrase(_("Another country in the European Union")),
        time_zone="Europe/Berlin",
        emergency=(_call(_("Emergency services"), "112", memory()),),
        urgent=(_ask(_("Your doctor’s practice, or the national health line")),),
        crisis=(_ask(_("Your national crisis line, or the emergency number")),),
        **ours(),
    ),
    Country(
        id="elsewhere",
        wording=Phrase(_("Somewhere else")),
        emergency=(_ask(_("Your local emergency number")),),
        urgent=(_ask(_("Your local urgent care or your clinician")),),
        crisis=(_ask(_("Your local crisis line, or the emergency number")),),
        **ours(),
    ),
)

COUNTRIES_BY_ID = by_id(COUNTRIES)

MONTH_FIRST = frozenset({"us"})
"""Countries that say "December 3"; the others say "3 December"."""


def emergency_numbers() -> dict[str, list[Phrase]]:
    """Return the emergency numbers, each with the countries where it is the one to call."""
    numbers: dict[str, list[Phrase]] = {}
    for country in COUNTRIES:
        if number := country.emergency[0].number:
            numbers.setdefault(number, []).append(country.wording)
    return numbers
