"""Check your answers, the summary, and the PDF: three views of one Summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from appointments.addresses import FROM_CHECK, Trip, address, address_to_go_on
from appointments.journey import Place, back_of_check, place_to_go_on
from appointments.pdf import drawing
from appointments.pdf.glyphs import not_printed
from appointments.pdf.render import Size
from appointments.pdf.sheet import render_sheet
from appointments.save_file import answers_to_embed
from appointments.sealed_cookie import Visit, VisitState
from appointments.sharing.counts import Counted, count, is_shown
from appointments.sheet_layout import embeds_answers, paper_of, wants_timeline
from appointments.sheet_room import room_in_words
from appointments.stops import due_stop, help_groups, is_under_16, read_stop
from appointments.summary.build import summary_today
from appointments.summary.model import Cell, ChangeLink, Row, Section
from appointments.summary.text import as_text
from appointments.visits import NOTICE_COOKIE, personal, take_notice
from content.library import get_source

DOWNLOAD_NAME = "b12-appointment.pdf"


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def check_your_answers(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Show every answer and every gap, each with a link to change it.

    All it takes by POST is that a page which stood in its place was read.
    """
    if request.method == "POST":
        return read_stop(request, visit) or redirect("check-your-answers")
    if visit.state is not VisitState.OPEN:
        return redirect("appointment-start")
    stop = due_stop(request, visit)
    if stop:
        return stop
    context = {
        "go_on": address_to_go_on(visit.answers) if place_to_go_on(visit.answers) else None,
        "sections": [
            _drawn(section, section.rows, links=True)
            for section in summary_today(visit.answers).sections
            if section.when_checking
        ],
        "sheet_room": room_in_words(visit.answers),
        "help_groups": help_groups(visit.answers),
        "back": address(back_of_check(visit.answers), Trip()),
        "notice": request.COOKIES.get(NOTICE_COOKIE),
    }
    response = render(request, "appointment/check_your_answers.html", context)
    take_notice(request, response)
    return response


def _drawn(section: Section, rows: Sequence[Row], *, links: bool) -> dict[str, Any]:
    """Return a section as its template wants it: each cell with the heading of its column.

    A cell that says nothing has none: on a narrow screen each stands before its cell.
    """

    def says(cell: Cell) -> bool:
        return bool(cell.text or cell.notes or (links and cell.asides))

    labels = [column.title for column in section.columns] or ["", ""]
    every = dict.fromkeys(change for row in rows for change in row.changes)
    return {
        "section": section,
        "links": links,
        "whole": _link(section.whole) if links and section.whole else None,
        "sources": [get_source(source) for source in section.sources],
        # For lists, whose rows share their links.
        "changes": [_link(change) for change in every],
        "rows": [
            {
                "cells": [
                    (label if says(cell) else "", cell)
                    for label, cell in zip(labels, row.cells, strict=False)
                ],
                "answered": row.answered,
                "changes": [_link(change) for change in row.changes],
            }
            for row in rows
        ],
    }


def _link(change: ChangeLink) -> dict[str, Any]:
    place = Place(slug=change.step, item=change.item)
    return {"address": address(place, Trip(change=FROM_CHECK)), "about": change.about}


@require_safe
@personal
def summary_page(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Show the summary as a page, with the ways to take it along."""
    if visit.state is not VisitState.OPEN:
        return redirect("appointment-start")
    timeline, paper = wants_timeline(request), paper_of(request, visit.answers)
    is_save_file = embeds_answers(request, visit.answers)
    summary = summary_today(visit.answers, timeline=timeline)
    context = {
        "summary": summary,
        "timeline": timeline,
        "keep_timeline": "&timeline=1" if timeline else "",
        "embeds_answers": is_save_file,
        "keep_data": f"&data={'yes' if is_save_file else 'no'}" if "data" in request.GET else "",
        "sections": [
            _drawn(section, section.answered_rows, links=False)
            for section in summary.sections_on_paper
        ],
        "help_groups": help_groups(visit.answers),
        "clinic": visit.answers.clinic,
        "under_16": is_under_16(visit.answers),
        "not_printed": not_printed(as_text(summary, gettext)),
        "paper": paper,
        "appointment_on": visit.answers.about.appointment_on,
        "sheet_room": room_in_words(visit.answers, paper=paper, timeline=timeline),
    }
    return render(request, "appointment/summary.html", context)


@require_safe
@personal
def summary_pdf(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Return the summary as a PDF made from the visitor's own answers."""
    if visit.state is not VisitState.OPEN:
        return redirect("appointment-start")
    is_save_file = embeds_answers(request, visit.answers)
    with drawing.place() as draw:
        pdf = render_sheet(
            summary_today(visit.answers, timeline=wants_timeline(request)),
            paper=paper_of(request, visit.answers),
            size=Size.LARGE if request.GET.get("size") == Size.LARGE.value else Size.STANDARD,
            language=get_language() or "en",
            answers=answers_to_embed(visit.answers) if is_save_file else None,
            draw=draw,
        )
    if visit.answers.clinic and is_shown(request):
        count(Counted.SHEETS, visit.answers.clinic.slug)
    headers = {"Content-Disposition": f'inline; filename="{DOWNLOAD_NAME}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
