"""Pages that stand in the way once: red flags, and a word for people under 16.

They say whom to contact, keep every answer, and let the person go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from appointments import sealed_cookie
from appointments.answers import Answers
from appointments.catalogue.countries import (
    COUNTRIES,
    Contact,
    Country,
    emergency_numbers,
)
from appointments.catalogue.entry import Evidence, shown
from appointments.catalogue.red_flags import RED_FLAGS, RedFlag, Route, Tier
from appointments.clinic_contact import ClinicContact
from appointments.dates import age_on
from appointments.phrases import Phrase, gettext_noop
from appointments.rules.red_flags import RaisedFlag, red_flags
from appointments.sealed_cookie import Visit, VisitState
from content.drawn_once import drawn_once
from content.library import get_source

HEADINGS = {
    Tier.EMERGENCY_NOW: _("Get emergency help now"),
    Tier.SAME_DAY: _("Get medical help today"),
    Tier.PROMPTLY: _("Contact your clinician soon"),
}
YOUR_CLINIC = Contact(
    label=Phrase(gettext_noop("Your clinician or clinic")), evidence=Evidence.ENGINEERING
)
YOUR_OWN_CLINIC = gettext_noop("Your clinic, %(clinic)s")
THEN_YOUR_CLINIC = gettext_noop("After that, tell your clinic, %(clinic)s")
DO_NOT_WAIT = Phrase(gettext_noop("Do not wait until somebody answers there."))
THE_SENDER = Contact(
    label=Phrase(
        gettext_noop("The clinic or laboratory that sent the report. Its number is on the report")
    ),
    evidence=Evidence.ENGINEERING,
)

MISTAKE = "mistake"
"""What the address of a page says when somebody comes back to mend an answer."""

READ = "read"
"""What a stop page sends when it has been read."""

SHOWN = "shown"
"""What it sends with that: the ids of the red flags that were on it."""

AnyFlag = TypeVar("AnyFlag", RedFlag, RaisedFlag)

UNDER_16 = "under_16"
ADULT = 16


def is_under_16(answers: Answers) -> bool:
    """Return whether the person is younger than the guide is written for."""
    born = answers.about.date_of_birth
    return born is not None and age_on(born, answers.their_country.today()) < ADULT


def due_stop(
    request: HttpRequest, visit: Visit, *, mistake: str | None = None
) -> HttpResponseBase | None:
    """Return the page that must be read first, if one must.

    It is shown in place of the page that was asked for, under the same address: neither a log nor
    the browser's history tells that somebody saw it.

    Args:
        request: The request.
        visit: The visitor's answers.
        mistake: The address of the page before, for people who answered it by mistake.
    """
    if MISTAKE in request.GET:
        return None
    answers = visit.answers
    context: dict[str, Any] = {"mistake": f"{mistake}?{MISTAKE}=1" if mistake else None}
    flags = red_flags(answers)
    if _says_something_new(flags, answers.acknowledged):
        context |= {"heading": HEADINGS[flags[0].tier], "groups": help_groups(answers)}
        return render(request, "appointment/get_help.html", context)
    if is_under_16(answers) and UNDER_16 not in answers.acknowledged:
        return render(request, "appointment/under_16.html", context)
    return None


def _says_something_new(flags: Sequence[AnyFlag], read: Sequence[str]) -> bool:
    """Return whether the flags ask for more than the person has read already.

    Somebody who was told to call an ambulance is not stopped again to be told to call the clinic
    next week: the check page and the summary still say both.
    """
    known = [flag for flag in flags if flag.id in read]
    return any(
        flag.id not in read
        and all(flag.action != other.action and flag.tier <= other.tier for other in known)
        for flag in flags
    )


def read_stop(request: HttpRequest, visit: Visit) -> HttpResponseBase | None:
    """Remember that a stop page was read, and lead to the page it stood in for."""
    if READ not in request.POST:
        return None
    response = redirect(request.get_full_path())
    if visit.state is VisitState.OPEN:
        answers = visit.answers
        # Another tab may have raised one more since: nobody has read about that one yet.
        shown_flags = request.POST.getlist(SHOWN)
        read = (
            (UNDER_16,)
            if request.POST[READ] == UNDER_16
            else tuple(flag.id for flag in red_flags(answers) if flag.id in shown_flags)
        )
        acknowledged = tuple(dict.fromkeys((*answers.acknowledged, *read)))
        sealed_cookie.save(response, answers.replace(acknowledged=acknowledged))
    return response


def help_groups(answers: Answers) -> list[dict[str, Any]]:
    """Return the red flags grouped by what to do, most urgent first, with whom to contact."""
    country = answers.their_country
    return [
        {
            "heading": HEADINGS[group[0].tier],
            "soon": group[0].tier is Tier.PROMPTLY,
            "action": action,
            "contacts": contacts(group[0].route, country, answers.clinic),
            "flags": group,
        }
        for action, group in _actions(red_flags(answers)).items()
    ]


def _actions(flags: Sequence[AnyFlag]) -> dict[Phrase, list[AnyFlag]]:
    """Return the flags by what to do, in their order; one action has one route."""
    groups: dict[Phrase, list[AnyFlag]] = {}
    for flag in flags:
        groups.setdefault(flag.action, []).append(flag)
    return groups


def contacts(
    route: Route, country: Country, clinic: ClinicContact | None = None
) -> tuple[Contact, ...]:
    """Return whom to call; behind a clinic that may be closed stands the urgent line.

    The clinic whose link the person came by is never named before a number for emergencies.
    """
    theirs = _of_clinic(YOUR_OWN_CLINIC, clinic, quiet=True) if clinic else YOUR_CLINIC
    first = _of_clinic(YOUR_OWN_CLINIC, clinic) if clinic else YOUR_CLINIC
    also = (_of_clinic(YOUR_OWN_CLINIC, clinic, DO_NOT_WAIT, quiet=True),) if clinic else ()
    then = (_of_clinic(THEN_YOUR_CLINIC, clinic, DO_NOT_WAIT, quiet=True),) if clinic else ()
    return {
        Route.EMERGENCY: (*country.emergency, *then),
        Route.CRISIS: (*country.crisis, *country.emergency, *then),
        Route.URGENT: (*country.urgent, *country.emergency, *also),
        Route.CLINICIAN: (first, *country.urgent),
        Route.CLINICIAN_OR_EMERGENCY: (*country.emergency, theirs, *country.urgent),
        Route.SENDER: (THE_SENDER, *country.urgent, *also),
    }[route]


def _of_clinic(words: str, clinic: ClinicContact, *notes: Phrase, quiet: bool = False) -> Contact:
    return Contact(
        label=Phrase(words, {"clinic": clinic.name}),
        number=clinic.phone,
        tel=clinic.tel,
        notes=tuple(filter(None, (clinic.hours, *notes))),
        quiet=quiet,
        evidence=Evidence.ENGINEERING,
    )


@require_safe
@drawn_once
def get_help_now(request: HttpRequest) -> HttpResponseBase:
    """Show the red flags and whom to call, by country: open to everybody, about nobody."""
    flags = shown(RED_FLAGS)
    ids = dict.fromkeys(source for flag in flags for source in flag.sources)
    sources = [get_source(source) for source in ids]
    context = {
        "tiers": [
            (HEADINGS[tier], _actions([flag for flag in flags if flag.tier is tier]))
            for tier in Tier
        ],
        "emergency_numbers": emergency_numbers(),
        "countries": COUNTRIES,
        "sources": sources,
        "checked_on": min(source.checked_on for source in sources),
    }
    return render(request, "get_help_now.html", context)
