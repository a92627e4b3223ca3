"""Somebody who types another canary into each field of the whole form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from form_visitor import Visitor
from pages import Page

from appointments.steps import STEPS
from appointments.steps.fields import TypedText

CHECK = "/appointment/check-your-answers/"
PASTE = "lab-paste"
PICKED = {
    "start": {"preparing_for": "self", "country": "us"},
    "safety": {"happening": ["rash_after"]},
    "symptoms": {"picked": ["fatigue"]},
    "symptom-details": {"trend": "worse"},
    "lab-test": {"test": "other"},
    "lab-result": {"unit": "other"},
    "conditions": {"picked": ["thyroid"]},
    "operations": {"picked": ["rygb"]},
    "medicines": {"picked": ["metformin"]},
    "diet": {"picked": ["vegan"]},
    "nitrous-oxide": {"use": "past"},
    "family": {"has": "yes"},
    "pregnancy": {"status": "planning"},
    "cautions": {"picked": ["heart"]},
    "b12-product": {"route": "injection", "form": "hydroxo"},
    "b12-effect": {"missed": "sometimes", "effect": "some"},
}
TEXT_FIELDS = {
    (step.slug, name)
    for step in STEPS
    for name, kind in step.form.base_fields.items()
    if isinstance(kind, TypedText) and step.slug != PASTE  # it has a test of its own
}


@dataclass
class Walk:
    """A walk through the form.

    Attributes:
        visitor: Who walks.
        by: For whom the sheet is: "self", or "other" where a caregiver types.
        typed: Each canary, with the page and the field that it was typed into.
        pages: The address of each question page on the way.
    """

    visitor: Visitor
    by: str = "self"
    typed: dict[str, tuple[str, str]] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(100))
    added: set[str] = field(default_factory=set)

    def go(self) -> None:
        """Go from the first page to the check page."""
        visitor = self.visitor
        visitor.open("/appointment/")
        while visitor.url != CHECK or visitor.stopped:
            if visitor.stopped:
                visitor.read_on()
                continue
            self.pages.append(visitor.url)
            slug = visitor.url.removeprefix("/appointment/").split("/")[0] or "start"
            visitor.send(**self.texts(slug, visitor.page) | self.picks(slug))
            if "press Continue again" in visitor.page.text:
                visitor.send()
            assert visitor.status == 200, visitor.page.errors

    def canary(self) -> str:
        """Return one that was not typed before."""
        return f"Kanari{next(self.numbers)}q"

    def texts(self, slug: str, page: Page) -> dict[str, str]:
        """Return a canary for each text on the page."""
        fields = [e.attrs["name"] for e in page.all("input", type="text") + page.all("textarea")]
        texts = {name: self.canary() for name in fields if (slug, name) in TEXT_FIELDS}
        self.typed |= {canary: (slug, name) for name, canary in texts.items()}
        return texts

    def picks(self, slug: str) -> dict:
        """Return what is ticked on the page; each list that grows gets one entry."""
        if slug in {"lab-results", "b12-tried"}:
            first = slug not in self.added
            self.added.add(slug)
            return {"add": "some" if first else "enough"}
        if slug == "start":
            return PICKED["start"] | {"preparing_for": self.by}
        return PICKED.get(slug, {})

    def names_on_the_page(self) -> set[str]:
        """Return the name of whatever the open page could send: boxes, ticks, buttons, hidden."""
        return {e.attrs["name"] for e in self.visitor.page.elements if "name" in e.attrs} - {
            e.attrs["name"] for e in self.visitor.page.all("meta") if "name" in e.attrs
        }
