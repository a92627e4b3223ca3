"""The page behind a clinic's link, and how the form starts from it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from appointments import sealed_cookie
from appointments.addresses import FROM_CHECK, Trip, address_to_go_on
from appointments.answers import Answers
from appointments.catalogue.countries import COUNTRIES_BY_ID, Country
from appointments.clinic_contact import ClinicContact
from appointments.models import Clinic
from appointments.sealed_cookie import AnswersTooLongError, Visit, VisitState
from appointments.sharing.clinics import ClinicsUnavailableError, contact_of, find_clinic, tidy
from appointments.sharing.counts import Counted, count, is_shown
from appointments.visits import personal, remember_loss

CHOICE = "choice"
"""What the page sends that asks somebody who has answers already."""

GO_ON, FRESH, WITHOUT = "continue", "fresh", "without"


@require_safe
def as_meant(_request: HttpRequest, slug: str, *, page: str) -> HttpResponseBase:
    """Lead from an address in capital letters, as a phone's keyboard writes it, to the clinic's."""
    return redirect(page, slug=tidy(slug), permanent=True)


@require_safe
@cache_control(private=True, no_cache=True)  # a new phone number shows at once
def clinic_page(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Greet a patient in the clinic's name: the same page for everybody, about nobody."""
    clinic = _found(request, slug)
    if isinstance(clinic, HttpResponse):
        meant = tidy(slug)
        if meant != slug and isinstance(_found(request, meant), Clinic):
            return as_meant(request, slug, page="clinic")
        return clinic
    if is_shown(request):
        count(Counted.OPENED, slug)
    template = "sharing/clinic_retired.html" if clinic.retired else "sharing/clinic.html"
    return render(request, template, {"clinic": clinic, "contact": contact_of(clinic)})


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def from_clinic(request: HttpRequest, visit: Visit, slug: str) -> HttpResponseBase:
    """Start the form with a clinic; ask first where there are answers.

    It is no part of the clinic's own page, because only addresses of the form see the answers.
    """
    clinic = _found(request, slug)
    if isinstance(clinic, HttpResponse):
        return clinic
    asks = visit.state is VisitState.OPEN and not visit.answers.are_untouched
    contact, choice = contact_of(clinic), request.POST.get(CHOICE)
    if clinic.retired or (request.method != "POST" and not asks):
        return _without(visit, clinic) if choice == WITHOUT else redirect("clinic", slug=slug)
    if choice == GO_ON and asks:
        return _go_on(request, visit, contact, clinic)
    if choice == FRESH or not asks:
        return _start(visit, contact, clinic)
    if request.method == "POST":
        return redirect("from-clinic", slug=slug)
    return _ask(request, visit, clinic)


def _start(visit: Visit, contact: ClinicContact, clinic: Clinic) -> HttpResponseBase:
    """Put an empty form in the place of what the browser holds."""
    answers = Answers(
        clinic=contact, country=clinic.country, shared_computer=visit.answers.shared_computer
    )
    response = redirect("appointment-start")
    sealed_cookie.save(response, answers)
    remember_loss(response, visit, first_page=True)
    count(Counted.STARTED, contact.slug)
    return response


def _without(visit: Visit, clinic: Clinic) -> HttpResponseBase:
    """Lead to the form without a clinic that is retired; another one stays."""
    answers = visit.answers
    response = redirect("appointment-start")
    if answers.clinic and answers.clinic.slug == clinic.slug:
        sealed_cookie.save(response, answers.replace(clinic=None))
    return response


def _go_on(
    request: HttpRequest, visit: Visit, contact: ClinicContact, clinic: Clinic
) -> HttpResponseBase:
    """Add the clinic to the answers, which stay as they are.

    Which numbers for urgent help are shown depends on where the patient is. In another country than
    the clinic's, as the answers have it, the page that asks for it comes next.
    """
    before = visit.answers
    answers = before.replace(clinic=contact, country=before.country or clinic.country)
    asks_where = Trip(change=FROM_CHECK).on(reverse("appointment-start"))
    goes_on_at = asks_where if _other_country(before, clinic) else address_to_go_on(answers)
    response = redirect(goes_on_at)
    try:
        sealed_cookie.save(response, answers)
    except AnswersTooLongError:
        return _ask(request, visit, clinic, no_room=True)
    count(Counted.STARTED, contact.slug)
    return response


def _other_country(answers: Answers, clinic: Clinic) -> Country | None:
    """Return where the patient is, if the answers say another country than the clinic's."""
    if not answers.country or answers.country == clinic.country:
        return None
    return COUNTRIES_BY_ID[answers.country]


def _ask(
    request: HttpRequest, visit: Visit, clinic: Clinic, *, no_room: bool = False
) -> HttpResponse:
    before, country = visit.answers.clinic, _other_country(visit.answers, clinic)
    context: dict[str, Any] = {
        "clinic": clinic,
        "country": country.wording if country else "",
        "no_room": no_room,
        "other": before if before and before.slug != clinic.slug else None,
        "known": before is not None and before.slug == clinic.slug,
    }
    status = 422 if no_room else 200
    return render(request, "sharing/clinic_or_go_on.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def off_the_sheet(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Ask whether to take the clinic off the sheet, and take it off; all answers stay."""
    clinic = visit.answers.clinic
    to_check = Trip.of(request).change == FROM_CHECK
    back = "check-your-answers" if to_check else "appointment-start"
    if visit.state is not VisitState.OPEN or clinic is None:
        return redirect(back)
    if request.method == "POST":
        response = redirect(back)
        sealed_cookie.save(response, visit.answers.replace(clinic=None))
        return response
    context = {"clinic": clinic, "back": back}
    return render(request, "sharing/clinic_off_the_sheet.html", context)


def _found(request: HttpRequest, slug: str) -> Clinic | HttpResponse:
    """Return the clinic, or the page that says why there is none, and leads to the form."""
    try:
        clinic = find_clinic(slug)
    except ClinicsUnavailableError:
        return render(request, "sharing/clinic_unavailable.html", status=503)
    if clinic is None:
        return render(request, "sharing/clinic_unknown.html", {"slug": slug}, status=404)
    return clinic
