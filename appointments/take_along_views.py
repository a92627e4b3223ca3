"""More to take along: the blank form on paper, and the appointment for a calendar."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from appointments.blank_form.render import blank_form_pdf
from appointments.calendar_file import calendar_file
from appointments.pdf.render import Paper, Size
from appointments.sealed_cookie import Visit, VisitState
from appointments.visits import personal

HOUR = 60 * 60


@require_safe
@cache_control(public=True, max_age=HOUR)
def blank_form_page(request: HttpRequest) -> HttpResponseBase:
    """Show what the blank form is, with its four versions: open to everybody, about nobody."""
    return render(request, "paper/blank_form_page.html")


@require_safe
@cache_control(public=True, max_age=HOUR)
def blank_form_file(request: HttpRequest) -> HttpResponseBase:
    """Return the blank form as a PDF."""
    large = request.GET.get("size") == Size.LARGE.value
    pdf = blank_form_pdf(
        paper=Paper.LETTER if request.GET.get("paper") == Paper.LETTER.value else Paper.A4,
        size=Size.LARGE if large else Size.STANDARD,
        language=get_language() or "en",
    )
    headers = {"Content-Disposition": 'inline; filename="b12-blank-form.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@require_safe
@personal
def appointment_file(_request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Return the day of the appointment for a calendar."""
    if visit.state is not VisitState.OPEN:
        return redirect("appointment-start")
    day = visit.answers.about.appointment_on
    if day is None:
        return redirect("summary")
    headers = {"Content-Disposition": 'attachment; filename="appointment.ics"'}
    return HttpResponse(calendar_file(day), content_type="text/calendar", headers=headers)
