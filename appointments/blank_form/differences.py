"""Where the paper differs from the screen: what it leaves out and why, and rows for lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from appointments.answer_types import OTHER
from appointments.steps.step import Words

PAGES_LEFT_OUT: Mapping[str, str] = {
    "lab-paste": "Nothing can be pasted on paper; results are written into the rows",
}
"""Pages of the online form that are not on paper, each with the reason."""

FIELDS_LEFT_OUT: Mapping[tuple[str, str], str] = {
    ("start", "country"): "It only picks the phone numbers, and the paper names them all",
    ("start", "shared_computer"): "There is no computer to share",
    ("symptom-details", "pinned"): "It arranges the printed sheet, which paper is not",
    ("lab-result", "pinned"): "It arranges the printed sheet, which paper is not",
    ("lab-result", "qualitative"): "The box for the result takes the report's word too",
    ("lab-result", "unit_as_printed"): "The box for the unit is written as printed anyway",
}
"""Fields, by page and name, that are not on paper, each with the reason."""

CHOICES_LEFT_OUT: Mapping[tuple[str, str], frozenset[str]] = {
    ("lab-results", "add"): frozenset({"paste"}),
    ("lab-test", "test"): frozenset({OTHER}),
}
"""Answers that lead to what is not on paper, or where any name can be written anyway."""

COPIED: frozenset[tuple[str, str]] = frozenset({("lab-result", "flag")})
"""Answers that are picked online, and on paper copied from the report."""

LETTERS: frozenset[str] = frozenset({"said_by", "noticed_by"})
"""Names of fields whose answers stand below a table as letters, to be written into its cells."""

NAMES_ALONE: frozenset[str] = frozenset({"lab-test", "questions"})
"""Pages whose choices have no small print on paper: other names of a test, and why a question is
suggested with its source, would be a line or two for each."""

HELP_ON_PAPER: Mapping[tuple[str, str], Words] = {
    ("safety", "past"): _("Say what and when. Leave empty if not."),
    ("about", "reason"): _("Optional. For example: tired for 2 years, numb feet, low B12."),
    ("lab-result", "flag"): _("Copy the mark, such as L, H or *. If there is none, write “none”."),
    ("questions", "chosen"): _("Tick the ones you want to ask."),
    ("question-order", "important"): _("Write 1, 2 and 3 beside the three that matter most."),
}
"""What to do, where the screen speaks of typing, printing or the next page."""


@dataclass(frozen=True, kw_only=True)
class EntryList:
    """Item pages of the online form that are one list on paper; see `model.Entries`.

    Attributes:
        count_large: For how many entries there is room in large print, where each is half a page.
    """

    slugs: tuple[str, ...]
    title: Words
    entry: Words
    named: Words = ""
    count: int
    count_large: int
    across: bool = False


ENTRY_LISTS = (
    EntryList(
        slugs=("symptom-details",),
        title=_("The symptoms that trouble you most"),
        entry=_("Symptom"),
        named=_("Symptom"),
        count=5,
        count_large=3,
    ),
    EntryList(
        slugs=("lab-test", "lab-result"),
        title=_("What do the reports say?"),
        entry=_("Result"),
        count=8,
        count_large=4,
    ),
    EntryList(
        slugs=("lab-timing",),
        title=_("What was taken before the samples?"),
        entry=_("Sample"),
        named=_("Date of the sample"),
        count=3,
        count_large=2,
    ),
    EntryList(
        slugs=("operation-details",),
        title=_("More about each operation or treatment"),
        entry=_("Operation or treatment"),
        named=_("Operation or treatment"),
        count=3,
        count_large=2,
    ),
    EntryList(
        slugs=("medicine-details",),
        title=_("More about each medicine"),
        entry=_("Medicine"),
        named=_("Medicine"),
        count=6,
        count_large=4,
    ),
    EntryList(
        slugs=("b12-product", "b12-effect"),
        title=_("What was it, how much, and what came of it?"),
        entry=_("B12"),
        count=3,
        count_large=2,
        across=True,
    ),
)
