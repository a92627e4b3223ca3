"""The sheet as text to paste into a message, and as JSON: two more views of the one Summary."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from appointments.answers import Answers
from appointments.pdf.render import Paper
from appointments.sealed_cookie import Visit, VisitState
from appointments.stops import country_of, help_groups
from appointments.summary.as_json import as_json
from appointments.summary.build import build_summary
from appointments.summary.model import Summary
from appointments.summary.short_text import shortened
from appointments.summary.text import as_text
from appointments.visits import personal

DOWNLOAD_NAME = "b12-appointment.json"

LAYOUT = {"paper": {*map(str, Paper)}, "timeline": {"1"}, "data": {"yes", "no"}}
"""What the summary page has in its address: nothing but how the sheet is to look.

Nothing else goes into the links of the page: beside the answers and compressed with them, a
stranger's guess would tell by the length of the page whether it is right (BREACH).
"""


def _summary(request: HttpRequest, answers: Answers) -> Summary:
    timeline = request.GET.get("timeline") == "1"  # only the layout is in the address
    return build_summary(answers, today=country_of(answers).today(), timeline=timeline)


@require_safe
@personal
def message_page(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Show the sheet as text to copy, in full or shorter, and say how long each is."""
    if visit.state is not VisitState.OPEN:
        return redirect("appointment-start")
    summary = _summary(request, visit.answers)
    full, short = as_text(summary, gettext), as_text(shortened(summary), gettext)
    is_short = request.GET.get("length") == "short"
    context = {
        "text": short if is_short else full,
        "is_short": is_short,
        # As message boxes count: a line end is one character.
        "full_length": len(full),
        "short_length": len(short),
        "layout": urlencode(
            {name: request.GET[name] for name in LAYOUT if request.GET.get(name) in LAYOUT[name]}
        ),
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
        _summary(request, visit.answers), language=get_language() or "en", gettext=gettext
    )
    headers = {"Content-Disposition": f'attachment; filename="{DOWNLOAD_NAME}"'}
    return HttpResponse(sheet, content_type="application/json", headers=headers)
