"""Where a page of the form is, and where Continue leads: never with an answer in the address."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from appointments import journey
from appointments.answers import Answers
from appointments.journey import Place
from appointments.steps import STEPS_BY_SLUG
from appointments.steps.start import START
from appointments.steps.step import ItemStep

FROM_CHECK = "1"
FROM_LIST = "list"
NEWLY_PICKED = "new"


@dataclass(frozen=True, kw_only=True)
class Trip:
    """Why somebody is on a page: on the way through, or to change one thing.

    Attributes:
        change: "" on the way through; "1" from the check page; "list" from a list that was
            itself opened from the check page; "new" through what was just picked on one.
    """

    change: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Trip:
        """Return the trip that the request is on."""
        change = request.GET.get("change", "")
        return cls(change=change if change in {FROM_CHECK, FROM_LIST, NEWLY_PICKED} else "")

    def onto_entry(self) -> Trip:
        """Return the trip from a list page to one of its entries."""
        return Trip(change=FROM_LIST if self.change else "")

    def onto_list(self) -> Trip:
        """Return the trip from an entry back to its list page."""
        return Trip(change=FROM_CHECK if self.change else "")

    def on(self, path: str) -> str:
        """Return the address of a path on this trip."""
        return f"{path}?{urlencode({'change': self.change})}" if self.change else path


def address(place: Place | None, trip: Trip) -> str:
    """Return the address of a page; None is the check page."""
    if place is None:
        return reverse("check-your-answers")
    if place.slug == START.slug:
        path = reverse("appointment-start")
    elif place.item is None:
        path = reverse("question", args=[place.slug])
    else:
        path = reverse("question-entry", args=[place.slug, place.item])
    return trip.on(path)


def address_to_go_on(answers: Answers) -> str:
    """Return the address of the page where the questions go on, or else of the check page."""
    return address(journey.place_to_go_on(answers), Trip())


def new_entry_address(slug: str, trip: Trip) -> str:
    """Return the address of the page that makes a new entry."""
    return trip.on(reverse("question-new", args=[slug]))


def remove_address(slug: str, item: int, trip: Trip) -> str:
    """Return the address of the page that removes an entry."""
    return trip.on(reverse("remove-entry", args=[slug, item]))


def onward(answers: Answers, here: Place, trip: Trip, *, before: Answers) -> str:
    """Return the address that follows a page once it is answered.

    Args:
        answers: The answers as they are now.
        here: The page.
        trip: Why somebody was there.
        before: The answers as they were before.
    """
    step = here.step
    if isinstance(step, ItemStep) and step.side_trip:
        if step.then:
            return address(Place(slug=step.then, item=here.item), trip)
        if trip.change == FROM_CHECK:
            return address(None, trip)
        return address(Place(slug=step.list_slug), trip.onto_list())
    if trip.change:
        next_number, _unused = before.with_next_item()
        known = here.item if trip.change == NEWLY_PICKED and here.item else next_number - 1
        detail = journey.next_new_detail(answers, here, newer_than=known)
        return address(detail, Trip(change=NEWLY_PICKED)) if detail else address(None, trip)
    return address(journey.next_place(answers, here), trip)


def backward(answers: Answers, here: Place, trip: Trip) -> str | None:
    """Return the address that Back leads to; None on the first page."""
    step = here.step
    if isinstance(step, ItemStep) and step.side_trip:
        first = next(
            (row for row in STEPS_BY_SLUG.values() if getattr(row, "then", None) == step.slug), None
        )
        if first and here.item:
            return address(Place(slug=first.slug, item=here.item), trip)
        if trip.change == FROM_CHECK:
            return address(None, trip)
        return address(Place(slug=step.list_slug), trip.onto_list())
    if trip.change:
        return address(None, trip)
    place = journey.back_place(answers, here)
    return address(place, trip) if place else None
