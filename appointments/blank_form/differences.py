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
    ("b12-effect", "pinned"): "It arranges the printed sheet, which paper is not",
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

LINES: Mapping[tuple[str, str], int] = {
    ("symptoms", "own_words"): 2,
    ("questions", "own"): 3,
}
"""Where there is more than one line to write on: what wants one thing on each."""

NAMES_ALONE: frozenset[str] = frozenset({"lab-test", "questions"})
"""Pages whose choices have no small print on paper: other names of a test, and why a question is
suggested with its source, would be a line or two for each."""

LABELS_LEFT_OUT: frozenset[tuple[str, str]] = frozenset(
    {
        ("symptoms", "picked"),
        ("conditions", "picked"),
        ("operations", "picked"),
        ("medicines", "picked"),
        ("diet", "picked"),
        ("nitrous-oxide", "use"),
        ("pregnancy", "status"),
        ("cautions", "picked"),
        ("questions", "chosen"),
        ("question-order", "important"),
    }
)
"""Labels that would only say again what the question right above them asks."""

HELP_ON_PAPER: Mapping[tuple[str, str], Words] = {
    ("safety", "past"): _("If so, what and when?"),
    ("about", "date_of_birth"): _("Optional. To match this paper to you."),
    ("about", "reason"): _("Optional. For example: tired for 2 years, numb feet."),
    ("about", "appointment_with"): _("Such as Dr. Lee, Hilltop Clinic."),
    ("about", "caregiver_relationship"): _("Such as daughter, neighbor."),
    ("symptoms", "picked"): _("Choose all that apply. Many have other causes too."),
    ("symptom-details", "since"): _("Such as March 2024, or 3 years ago."),
    ("symptom-details", "effect"): _("Such as stairs, buttons, sleep."),
    ("lab-test", "own_words"): _("Such as B12 or HGB."),
    ("lab-result", "value"): _("Exactly, with any < or >."),
    ("lab-result", "unit"): _("As printed."),
    ("lab-result", "lab_range"): _("Such as 200-900."),
    ("lab-result", "flag"): _("L, H, * or “none”."),
    ("lab-result", "taken_on"): _("Day or month."),
    ("lab-timing", "b12_before"): _("Choose the one taken last."),
    ("lab-timing", "b12_how_long"): _("Such as 5 days."),
    ("lab-timing", "biotin"): _("It is in many hair and nail vitamins."),
    ("operations", "own_words"): _("In your own words."),
    ("medicines", "own_words"): _("Leave B12 out here: it comes later."),
    ("operation-details", "year"): _("Such as 2019."),
    ("operation-details", "detail"): _("Such as which hospital."),
    ("medicine-details", "dose"): _("Such as 500 mg twice."),
    ("medicine-details", "since"): _("Such as 2019."),
    ("b12-product", "form"): _("It is on the pack."),
    ("b12-product", "product"): _("If known."),
    ("b12-product", "dose"): _("The number."),
    ("b12-product", "dose_unit"): _("1 mg is 1,000 mcg."),
    ("b12-product", "how_often"): _("Such as monthly."),
    ("b12-effect", "started"): _("Such as 2025."),
    ("b12-effect", "wears_off"): _("Such as from day 50."),
    ("b12-effect", "reaction"): _("Such as rash, headache."),
    ("questions", "chosen"): _("Tick the ones you want to ask."),
    ("question-order", "important"): _("Write 1, 2 and 3 beside the three that matter most."),
}
"""What to do, where the screen speaks of typing, printing or the next page, or has more room."""


@dataclass(frozen=True, kw_only=True)
class EntryList:
    """Item pages of the online form that are one list on paper; see `model.Entries`.

    Attributes:
        count_large: For how many entries there is room in large print, where each is a column.
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
        count=3,
        count_large=3,
        across=True,
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
        count=2,
        count_large=2,
        across=True,
    ),
    EntryList(
        slugs=("operation-details",),
        title=_("More about each operation or treatment"),
        entry=_("Operation or treatment"),
        named=_("Operation or treatment"),
        count=2,
        count_large=2,
    ),
    EntryList(
        slugs=("medicine-details",),
        title=_("More about each medicine"),
        entry=_("Medicine"),
        named=_("Medicine"),
        count=4,
        count_large=3,
    ),
    EntryList(
        slugs=("b12-product", "b12-effect"),
        title=_("What was it, how much, and what came of it?"),
        entry=_("B12"),
        count=2,
        count_large=2,
        across=True,
    ),
)
