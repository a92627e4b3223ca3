"""What clinic staff send and print: public pages, for nothing in them is secret."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from appointments.models import PrintedOn
from appointments.pdf.render import Design, Paper
from appointments.sharing import qr, text_messages, texts
from appointments.sharing.clinics import ClinicsUnavailableError, find_clinic, tidy
from appointments.sharing.kits import Kit, general_kit, kit_of
from appointments.sharing.posters import poster_pdf
from content.templatetags.site_address import full_address

# A clinic that corrects its name sees it soon; whoever asks over and over makes little work.
FIVE_MINUTES = 5 * 60

QR_FILES = {"svg": (qr.qr_svg, "image/svg+xml"), "png": (qr.qr_png, "image/png")}
PRINTED = {"poster": Design.POSTER, "cards": Design.CARDS}


def of_a_clinic(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Return a view that gets the kit of the clinic in its address, or the one for everybody.

    Where there is none, a page says so and leads to the one for everybody; it is not cached, for
    the clinic may be there a moment later.
    """
    kept = cache_control(public=True, max_age=FIVE_MINUTES)(view)

    @require_safe
    @wraps(view)
    def kit_view(request: HttpRequest, slug: str | None = None, **details: Any) -> HttpResponse:
        if slug is None:
            return kept(request, general_kit(), **details)
        try:
            clinic = find_clinic(tidy(slug))  # a phone's keyboard begins with a capital
        except ClinicsUnavailableError:
            return render(request, "sharing/kit_unavailable.html", status=503)
        if clinic is None:
            return render(request, "sharing/kit_unknown.html", {"slug": slug}, status=404)
        if clinic.retired:
            return render(request, "sharing/kit_retired.html", {"clinic": clinic}, status=410)
        return kept(request, kit_of(clinic), **details)

    return kit_view


@of_a_clinic
def kit_page(request: HttpRequest, kit: Kit) -> HttpResponse:
    """Show all there is to send and print."""
    sms = texts.sms(kit)
    context = {
        "kit": kit,
        "qr": qr.qr_drawing(kit.path),
        "qr_width": qr.WIDTH_MM // 10,
        "qr_distance": qr.DISTANCE_M,
        "read_aloud": texts.read_aloud(kit),
        "spelled": texts.spelled(kit),
        "sms": sms,
        "sms_length": text_messages.length(sms),
        "subject": texts.subject(),
        "email": texts.email(kit),
        "mail_link": texts.mail_link(kit),
        "letter": texts.letter(kit),
        "website": texts.website(kit),
        "website_html": texts.website_html(kit),
        "in_the_visit": _address("share-in-the-visit", kit),
        "files": {
            "svg": _address("share-qr", kit, kind="svg"),
            "png": _address("share-qr", kit, kind="png"),
            **{what: _printed(kit, what) for what in PRINTED},
        },
    }
    return render(request, "sharing/kit.html", context)


@of_a_clinic
def in_the_visit(request: HttpRequest, kit: Kit) -> HttpResponse:
    """Show how to use the sheet in the visit, on one page to print."""
    staff = full_address(reverse("page", args=["for-clinic-staff"])).partition("://")[2]
    context = {"back": _address("share", kit), "staff_address": staff.rstrip("/")}
    return render(request, "sharing/in_the_visit.html", context)


@of_a_clinic
def qr_file(_request: HttpRequest, kit: Kit, kind: str) -> HttpResponse:
    """Return the QR code alone, for a clinic's own papers."""
    if kind not in QR_FILES:
        raise Http404(kind)
    draw, content_type = QR_FILES[kind]
    headers = {"Content-Disposition": f'attachment; filename="{_name(kit, "qr")}.{kind}"'}
    return HttpResponse(draw(kit.path), content_type=content_type, headers=headers)


@of_a_clinic
def printed_file(request: HttpRequest, kit: Kit, what: str) -> HttpResponse:
    """Return the poster or the cards as a PDF."""
    if what not in PRINTED:
        raise Http404(what)
    wants_letter = request.GET.get("paper", kit.paper) == Paper.LETTER.value
    paper = Paper.LETTER if wants_letter else Paper.A4
    pdf = poster_pdf(
        kit,
        design=PRINTED[what],
        paper=paper,
        language=get_language() or "en",
    )
    headers = {"Content-Disposition": f'inline; filename="{_name(kit, what)}-{paper.value}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _printed(kit: Kit, what: str) -> list[dict[str, str]]:
    """Return the file for each paper, that of the clinic's printers first."""
    address = _address("share-pdf", kit, what=what)
    return [
        {"paper": str(paper.label), "address": f"{address}?paper={paper.value}"}
        for paper in sorted(PrintedOn, key=lambda paper: paper.value != kit.paper)
    ]


def _address(name: str, kit: Kit, **details: str) -> str:
    return reverse(name, kwargs=details | ({"slug": kit.slug} if kit.slug else {}))


def _name(kit: Kit, what: str) -> str:
    return "-".join(filter(None, ("b12", what, kit.slug)))
