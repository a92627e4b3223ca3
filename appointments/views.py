"""The pages of the guided form: one view for every question page, and those that end it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from appointments import journey, sealed_cookie
from appointments.addresses import (
    Trip,
    address,
    address_to_go_on,
    backward,
    new_entry_address,
    onward,
    remove_address,
)
from appointments.answers import Answers
from appointments.journey import Place
from appointments.sealed_cookie import AnswersTooLongError, Visit, VisitState
from appointments.sheet_room import room_in_words
from appointments.steps import STEPS_BY_SLUG
from appointments.steps.adding import AddForm
from appointments.steps.given_back import in_words
from appointments.steps.picking import PickEntriesForm
from appointments.steps.start import START
from appointments.steps.step import AnyStep, ItemStep, QuestionForm
from appointments.stops import due_stop, read_stop
from appointments.visits import GONE, NOTICE_COOKIE, personal, remember_loss, take_notice, typed_in
from content.library import get_snippet, get_source

SKIP = "skip"
"""The button that leaves out the details of the other entries."""

NO_COPIES = '"cache"'
"""Has the browser forget the pages it keeps to go Back to; the cookies are deleted by name."""

STOP = "stop"
"""The button that keeps a page's answers and goes on to the sheet."""


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def question(
    request: HttpRequest, visit: Visit, slug: str, item: int | None = None, *, new: bool = False
) -> HttpResponseBase:
    """Show a question page, or keep what was sent and go on.

    Args:
        request: The request.
        visit: The visitor's answers.
        slug: Which page.
        item: The number of the list entry that the page is about, if it is about one.
        new: Whether the page makes a new entry.
    """
    step = STEPS_BY_SLUG.get(slug)
    if step is None or not _fits(step, item, new=new):
        raise Http404(slug)
    here = Place(slug=slug, item=item)
    if request.method == "POST":
        stop = read_stop(request, visit)
    else:
        stop = due_stop(request, visit, mistake=backward(visit.answers, here, Trip()))
    if stop:
        return stop
    entry = step.find(visit.answers, item) if isinstance(step, ItemStep) and item else None
    if item and entry is None:
        return entry_gone(request, visit, step)
    form = _form(step, visit.answers, entry, request)
    if form.is_from_elsewhere:
        return render(request, "errors/400.html", status=400)
    if STOP in request.POST and not form.has_changed():
        # Nothing to keep: nobody must fill in a page in order to stop.
        return redirect("summary")
    if request.method == "POST" and _is_valid(form, step, new=new) and not form.comes_again:
        answers = _write(step, visit.answers, form, entry)
        # A new entry takes the last number that was given out.
        saved = Place(slug=slug, item=answers.next_item - 1 if new else item)
        response = redirect(_target(request, saved, form, before=visit.answers, answers=answers))
        try:
            sealed_cookie.save(response, answers)
        except AnswersTooLongError:
            form.add_error(None, no_room())
        else:
            remember_loss(response, visit, first_page=slug == START.slug)
            return response
    return _page(request, visit, step, here, form)


def _fits(step: AnyStep, item: int | None, *, new: bool) -> bool:
    """Return whether the address is one that the step has."""
    if isinstance(step, ItemStep):
        return bool(item) or (new and step.makes_entries)
    return item is None and not new


def _form(step: AnyStep, answers: Answers, entry: Any, request: HttpRequest) -> QuestionForm:
    initial = step.read(answers, entry) if isinstance(step, ItemStep) else step.read(answers)
    data = request.POST if request.method == "POST" else None
    return step.form(data, answers=answers, item=entry, initial=initial)


def _is_valid(form: QuestionForm, step: AnyStep, *, new: bool) -> bool:
    """Return whether the answers can be kept; a list may have filled up in another tab."""
    list_form = _list_form(step)
    if form.is_valid() and new and list_form and (full := list_form.full(form.answers)):
        form.add_error(None, full)
    return form.is_valid()


def _list_form(step: AnyStep) -> type[AddForm] | None:
    """Return the form of the growing list that the page's entries are in, if they are."""
    form = STEPS_BY_SLUG[step.list_slug].form if isinstance(step, ItemStep) else None
    return form if form and issubclass(form, AddForm) else None


def _write(step: AnyStep, answers: Answers, form: QuestionForm, entry: Any) -> Answers:
    if isinstance(step, ItemStep):
        return step.write(answers, form.cleaned_data, entry)
    return step.write(answers, form.cleaned_data)


def _target(
    request: HttpRequest, here: Place, form: QuestionForm, *, before: Answers, answers: Answers
) -> str:
    """Return where to go after saving."""
    trip = Trip.of(request)
    if STOP in request.POST:
        return reverse("summary")
    if SKIP in request.POST:
        after = None if trip.change else journey.after_details(answers, here)
        return address(after, Trip())
    if anchor := form.stays_at(answers):
        return f"{address(here, trip)}#{anchor}"
    if form.leads_to_new:
        return new_entry_address(form.leads_to_new, trip.onto_entry())
    return onward(answers, here, trip, before=before)


def _page(
    request: HttpRequest, visit: Visit, step: AnyStep, here: Place, form: QuestionForm
) -> HttpResponse:
    answers, trip = visit.answers, Trip.of(request)
    title = step.title(answers, form.item) if isinstance(step, ItemStep) else step.title(answers)
    context: dict[str, Any] = {
        "title": form.title or title,
        "form": form,
        "answers": answers,
        "back": backward(answers, here, trip),
        "progress": journey.progress(answers, here),
        "visit_is_open": visit.state is VisitState.OPEN,
        "notice": visit.state if visit.state in GONE else request.COOKIES.get(NOTICE_COOKIE),
    }
    if step is START:
        context["has_more_pages"] = journey.place_to_go_on(answers) not in {None, here}
        context["go_on"] = address_to_go_on(answers)
    if step.why:
        why = get_snippet(step.why)
        context |= {"why": why, "why_sources": [get_source(source) for source in why.sources]}
    if isinstance(step, ItemStep) or isinstance(form, (AddForm, PickEntriesForm)):
        context["sheet_room"] = room_in_words(answers)
    if isinstance(form, AddForm):
        context["entries"] = _listed(answers, form, trip)
    response = render(request, step.template, context, status=422 if form.errors else 200)
    take_notice(request, response)
    return response


def _listed(answers: Answers, form: AddForm, trip: Trip) -> list[dict[str, Any]]:
    """Return the entries of a growing list, with the addresses that change and remove them."""
    return [
        {
            "name": form.name_of(entry),
            "detail": form.describe(entry),
            "change": address(Place(slug=form.change_slug, item=entry.item), trip.onto_entry()),
            "remove": remove_address(form.entry_slug, entry.item, trip.onto_entry()),
        }
        for entry in getattr(answers, form.part).entries
    ]


def entry_gone(request: HttpRequest, visit: Visit, step: AnyStep) -> HttpResponse:
    """Say that the entry was removed, and give back what was typed for it."""
    typed = in_words(request.POST, step.form(answers=visit.answers))
    return render(request, "appointment/entry_gone.html", {"typed": typed}, status=404)


def no_room() -> str:
    """Return a sentence for answers that the browser cannot hold."""
    return gettext(
        "There is no room for this in your browser’s storage: it holds about ten pages of notes. "
        "Shorten a note here or on another page. What you saved before is still there"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def remove_entry(request: HttpRequest, visit: Visit, slug: str, item: int) -> HttpResponseBase:
    """Ask whether to remove an entry of a list, and remove it."""
    step = STEPS_BY_SLUG.get(slug)
    list_form = _list_form(step) if step else None
    if not isinstance(step, ItemStep) or list_form is None:
        raise Http404(slug)
    entry = step.find(visit.answers, item)
    if entry is None:
        return entry_gone(request, visit, step)
    back = address(Place(slug=step.list_slug), Trip.of(request).onto_list())
    if request.method == "POST":
        response = redirect(back)
        sealed_cookie.save(response, list_form.without(visit.answers, item))
        return response
    context = {"name": list_form.name_of(entry), "back": back}
    return render(request, "appointment/remove.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@personal
def clear(request: HttpRequest, visit: Visit) -> HttpResponseBase:  # noqa: ARG001 (every personal view gets it)
    """Ask whether to delete all answers, and delete them."""
    if request.method == "POST":
        response = render(request, "appointment/cleared.html")
        sealed_cookie.clear(response)
        response.headers["Clear-Site-Data"] = NO_COPIES
        return response
    return render(request, "appointment/clear.html")


@never_cache
@require_safe
def left_alone(request: HttpRequest) -> HttpResponse:
    """Take the place of a page on a shared computer that nobody touched for its idle time.

    Another tab may still be in use: its answers stay, and this view does not prolong their time.
    So do answers that only an updated server can read: whether they are in use is for it to say.
    """
    in_use = sealed_cookie.load(request).state in {VisitState.OPEN, VisitState.NEWER}
    response = render(request, "appointment/left_alone.html", {"in_use": in_use})
    if not in_use:
        sealed_cookie.clear(response)
    response.headers["Clear-Site-Data"] = NO_COPIES
    return response


@never_cache
def forms_blocked(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django passes it)
    """Say what to do when a form cannot be accepted, mostly because cookies are off."""
    return render(request, "errors/403_csrf.html", {"typed": typed_in(request)}, status=403)
