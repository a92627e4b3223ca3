"""The sheet as text to paste into a message, and as JSON: two more views of the one Summary."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from appointments.sealed_cookie import Visit, VisitState
from appointments.sheet_layout import layout_of, wants_timeline
from appointments.stops import help_groups
from appointments.summary.as_json import as_json
from appointments.summary.build import summary_today
from appointments.summary.short_text import shortened
from appointments.summary.text import as_text
from appointments.visits import personal

DOWNLOAD_NAME = "b12-appointment.json"


@require_safe
@personal
def message_page(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Show the sheet as text to copy, in full or shorter, and say how long each is."""
    if visit.state is not VisitState.OPEN:
        return redirect("appointment-start")
    summary = summary_today(visit.answers, timeline=wants_timeline(request))
    full, short = as_text(summary, gettext), as_text(shortened(summary), gettext)
    is_short = request.GET.get("length") == "short"
    context = {
        "text": short if is_short else full,
        "is_short": is_short,
        # As message boxes count: a line end is one character.
        "full_length": len(full),
        "short_length": len(short),
        "layout": layout_of(request),
        "help_groups": help_groups(visit.answers),
    }
    return render(request, "appointment/message.html", context)


@require_safe
@personal
def summary_json(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Return the sheet as a JSON file; `as_json` says what is in it."""
    if visit.state is not VisitState.OPEN:
        return redirect("appointment-start")
    sheet = as_json(
        summary_today(visit.answers, timeline=wants_timeline(request)),
        language=get_language() or "en",
        gettext=gettext,
    )
    headers = {"Content-Disposition": f'attachment; filename="{DOWNLOAD_NAME}"'}
    return HttpResponse(sheet, content_type="application/json", headers=headers)
