"""Pages that stand in the way once: red flags, and a word for people under 16.

They say whom to contact, keep every answer, and let the person go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from appointments import sealed_cookie
from appointments.addresses import Trip, onward
from appointments.answers import Answers
from appointments.catalogue.countries import COUNTRIES, COUNTRIES_BY_ID, Contact, Country
from appointments.catalogue.entry import Evidence, shown
from appointments.catalogue.red_flags import RED_FLAGS, RedFlag, Route, Tier
from appointments.dates import age_on
from appointments.journey import Place
from appointments.phrases import Phrase
from appointments.phrases import _ as mark
from appointments.rules.red_flags import red_flags
from appointments.sealed_cookie import Visit
from appointments.steps import STEPS_BY_SLUG
from appointments.steps.about import ABOUT
from appointments.visits import personal
from content.library import get_source

HEADINGS = {
    Tier.EMERGENCY_NOW: _("Get emergency help now"),
    Tier.SAME_DAY: _("Get medical help today"),
    Tier.PROMPTLY: _("Contact your clinician soon"),
}
YOUR_CLINIC = Contact(label=Phrase(mark("Your clinician or clinic")), evidence=Evidence.ENGINEERING)
THE_SENDER = Contact(
    label=Phrase(
        mark("The clinic or laboratory that sent the report. Its number is on the report")
    ),
    evidence=Evidence.ENGINEERING,
)

UNDER_16 = "under_16"
ADULT = 16


def is_under_16(answers: Answers) -> bool:
    """Return whether the person is younger than the guide is written for."""
    born = answers.about.date_of_birth
    return born is not None and age_on(born, timezone.localdate()) < ADULT


def due_stop(answers: Answers, here: Place, trip: Trip) -> str | None:
    """Return the address of the page that must come first, if one must."""
    if any(flag.id not in answers.acknowledged for flag in red_flags(answers)):
        return _address("get-help", here, trip)
    if here.slug == ABOUT.slug and is_under_16(answers) and UNDER_16 not in answers.acknowledged:
        return _address("under-16", here, trip)
    return None


def _address(name: str, here: Place, trip: Trip) -> str:
    """Return the address of a stop page; it carries where the person came from, no answer."""
    after = {"after": here.slug, "item": here.item, "change": trip.change}
    return f"{reverse(name)}?{urlencode({key: value for key, value in after.items() if value})}"


def _came_from(request: HttpRequest) -> Place | None:
    slug, item = request.GET.get("after", ""), request.GET.get("item", "")
    if slug not in STEPS_BY_SLUG:
        return None
    return Place(slug=slug, item=int(item) if item.isdecimal() and len(item) < 7 else None)  # noqa: PLR2004 (no list is longer)


def country_of(answers: Answers) -> Country:
    """Return the country whose numbers to show; without one, words that fit anywhere."""
    return COUNTRIES_BY_ID[answers.country or "elsewhere"]


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def get_help(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Say whom to contact now, because of what was answered; then let the person go on."""
    flags = red_flags(visit.answers)
    if request.method == "POST":
        return _go_on(request, visit, *(flag.id for flag in flags))
    context = {
        "flags": flags,
        "heading": HEADINGS[flags[0].tier] if flags else None,
        "groups": _by_action(flags, country_of(visit.answers)),
    }
    return render(request, "appointment/get_help.html", context)


def _by_action(flags: Sequence[RedFlag], country: Country) -> list[dict[str, Any]]:
    """Return the flags grouped by what to do, most urgent first, with whom to contact."""
    return [
        {"action": action, "contacts": contacts(group[0].route, country), "flags": group}
        for action, group in _actions(flags).items()
    ]


def _actions(flags: Sequence[RedFlag]) -> dict[Phrase, list[RedFlag]]:
    """Return the flags by what to do, in their order; one action has one route."""
    groups: dict[Phrase, list[RedFlag]] = {}
    for flag in flags:
        groups.setdefault(flag.action, []).append(flag)
    return groups


def _emergency_numbers() -> dict[str, list[Phrase]]:
    """Return the emergency numbers, each with the countries where it is the one to call."""
    numbers: dict[str, list[Phrase]] = {}
    for country in COUNTRIES:
        if number := country.emergency[0].number:
            numbers.setdefault(number, []).append(country.wording)
    return numbers


def contacts(route: Route, country: Country) -> tuple[Contact, ...]:
    """Return whom to call; behind a clinic that may be closed stands the urgent line."""
    return {
        Route.EMERGENCY: country.emergency,
        Route.CRISIS: (*country.crisis, *country.emergency),
        Route.URGENT: (*country.urgent, *country.emergency),
        Route.CLINICIAN: (YOUR_CLINIC, *country.urgent),
        Route.SENDER: (THE_SENDER, *country.urgent),
    }[route]


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def under_16(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Say that the guide is written for people of 16 and over, and whom to see instead."""
    if request.method == "POST":
        return _go_on(request, visit, UNDER_16)
    context = {"answers": visit.answers, "country": country_of(visit.answers)}
    return render(request, "appointment/under_16.html", context)


def _go_on(request: HttpRequest, visit: Visit, *read: str) -> HttpResponseBase:
    answers = visit.answers
    answers = answers.replace(acknowledged=tuple(dict.fromkeys((*answers.acknowledged, *read))))
    here, trip = _came_from(request), Trip.of(request)
    if here is None:
        target = reverse("check-your-answers")
    else:
        target = due_stop(answers, here, trip) or onward(answers, here, trip)
    response = redirect(target)
    sealed_cookie.save(response, answers)
    return response


@require_safe
def get_help_now(request: HttpRequest) -> HttpResponseBase:
    """Show the red flags and whom to call, by country: open to everybody, about nobody."""
    flags = shown(RED_FLAGS)
    sources = dict.fromkeys(source for flag in flags for source in flag.sources)
    context = {
        "tiers": [
            (HEADINGS[tier], _actions([flag for flag in flags if flag.tier is tier]))
            for tier in Tier
        ],
        "emergency_numbers": _emergency_numbers(),
        "countries": COUNTRIES,
        "sources": [get_source(source) for source in sources],
    }
    return render(request, "get_help_now.html", context)
