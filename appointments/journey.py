"""The way through the form: next, back and progress, computed from STEPS and the answers."""

from __future__ import annotations

from dataclasses import dataclass

from appointments.answers import Answers
from appointments.steps import STEPS, STEPS_BY_SLUG
from appointments.steps.start import START
from appointments.steps.step import AnyStep, ItemStep


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page of the journey: a step, and the number of the entry where it is about one."""

    slug: str
    item: int | None = None

    @property
    def step(self) -> AnyStep:
        """The step of this page."""
        return STEPS_BY_SLUG[self.slug]


def places(answers: Answers) -> tuple[Place, ...]:
    """Return the pages that Continue leads through, in order."""
    result: list[Place] = []
    for step in STEPS:
        if isinstance(step, ItemStep):
            if not step.side_trip:
                result += [
                    Place(slug=step.slug, item=entry.item) for entry in step.entries(answers)
                ]
        elif step.applies(answers):
            result.append(Place(slug=step.slug))
    return tuple(result)


def next_place(answers: Answers, here: Place) -> Place | None:
    """Return the page after this one; None at the end, where the answers are checked."""
    return _neighbor(answers, here, 1)


def back_place(answers: Answers, here: Place) -> Place | None:
    """Return the page before this one; None at the start."""
    return _neighbor(answers, here, -1)


def place_to_go_on(answers: Answers) -> Place | None:
    """Return the page after the last one with an answer; None where there is none left.

    Pages before that one were passed over on purpose, all but the first: it cannot be skipped.
    """
    way = places(answers)
    if not START.is_answered(answers):
        return way[0]
    last = max(at for at, place in enumerate(way) if _is_answered(answers, place))
    return way[last + 1] if last + 1 < len(way) else None


def _is_answered(answers: Answers, place: Place) -> bool:
    step = place.step
    if isinstance(step, ItemStep):
        return step.is_answered(answers, place.item or 0)
    return step.is_answered(answers)


def _neighbor(answers: Answers, here: Place, direction: int) -> Place | None:
    way = places(answers)
    if here in way:
        target = way.index(here) + direction
        return way[target] if 0 <= target < len(way) else None
    # The page is not on the way (any more): go on from where its step would be.
    order = [step.slug for step in STEPS]
    at = order.index(here.slug)
    ahead = [place for place in way if (order.index(place.slug) - at) * direction > 0]
    if not ahead:
        return None
    return ahead[0] if direction > 0 else ahead[-1]


def next_new_detail(answers: Answers, here: Place, *, newer_than: int) -> Place | None:
    """Return the first page for an entry that was just picked on this page, or before it.

    Used when an answer is changed from the check page: new entries still get their page, and
    those that were passed over on purpose are left alone.

    Args:
        answers: The answers.
        here: A pick list, or the page of one of its entries.
        newer_than: The number before those of the new entries.
    """
    list_slug = here.step.list_slug if isinstance(here.step, ItemStep) else here.slug
    for place in places(answers):
        step, item = place.step, place.item or 0
        if isinstance(step, ItemStep) and step.list_slug == list_slug and item > newer_than:
            return place
    return None


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Where a page stands: the part of the form, and the entry where it is about one of several.

    Attributes:
        section: The part of the form.
        number: Its number.
        total: How many parts there are.
        entry: Which of the entries it is about; 0 where it is about none.
        entries: How many entries there are.
    """

    section: str
    number: int
    total: int
    entry: int = 0
    entries: int = 0


def progress(answers: Answers, here: Place) -> Progress:
    """Return how far along a page is."""
    sections = list(dict.fromkeys(str(step.section) for step in STEPS))
    section = str(here.step.section)
    alike = [place.item for place in places(answers) if place.slug == here.slug and place.item]
    return Progress(
        section=section,
        number=sections.index(section) + 1,
        total=len(sections),
        entry=alike.index(here.item) + 1 if here.item in alike else 0,
        entries=len(alike),
    )


def after_details(answers: Answers, here: Place) -> Place | None:
    """Return the page after all entries of this kind; None where the answers are checked."""
    alike = [place for place in places(answers) if place.slug == here.slug]
    return next_place(answers, alike[-1]) if alike else None


def back_of_check(answers: Answers) -> Place:
    """Return the last page before the answers are checked."""
    return places(answers)[-1]
