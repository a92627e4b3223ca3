"""Lab results, copied exactly: the list, which test, and what the report says."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_types import OTHER
from appointments.answers import MAX_LAB_RESULTS, Answers, LabResult, LabResults
from appointments.catalogue.entry import shown
from appointments.catalogue.lab_tests import LAB_GROUPS, LAB_TESTS, LAB_TESTS_BY_ID
from appointments.catalogue.typing_guards import check_typing
from appointments.catalogue.units import UNITS_BY_ID
from appointments.choices import (
    B12_BEFORE,
    HAS_RESULTS,
    REPORT_FLAG,
    B12Before,
    HasResults,
    ReportFlag,
)
from appointments.quantities import Limit, parse_quantity, parse_range
from appointments.rules.names import lab_test_name
from appointments.steps.adding import AddForm, add_step
from appointments.steps.fields import line, one_of
from appointments.steps.step import AskingForm, ItemStep, QuestionForm, replace_entry, voices
from appointments.translation import spoken

NO_UNIT = "none"


def name_of(entry: LabResult) -> str:
    """Return what a test is called on the page."""
    return spoken(lab_test_name(entry))


class LabResultsForm(AddForm):
    """Whether there are results to copy, or one more."""

    part = "lab_results"
    most = MAX_LAB_RESULTS
    answer = HasResults
    words = HAS_RESULTS
    first_question = _("Do you have lab results to copy?")
    next_question = _("Do you want to add another result?")
    entry_slug = "lab-test"
    change_slug = "lab-result"

    @staticmethod
    def name_of(entry: LabResult) -> str:
        """Return what the test is called."""
        return name_of(entry)

    @staticmethod
    def describe(entry: LabResult) -> str:
        """Return the result as typed, with unit and date."""
        if entry.waiting:
            return gettext("waiting for the result")
        unit = UNITS_BY_ID.get(entry.unit)
        parts = [entry.value, unit.shown if unit else entry.unit_as_printed]
        text = " ".join(part for part in parts if part) or gettext("no result typed yet")
        return f"{text}, {entry.taken_on}" if entry.taken_on else text


def test_choices() -> list[tuple[str, Any]]:
    """Return the tests by group, with what reports call them."""
    groups: list[tuple[str, Any]] = [
        (
            spoken(group.wording),
            [
                (
                    row.id,
                    format_html(
                        "{}<small>{}</small>",
                        spoken(row.wording),
                        ", ".join(row.abbreviations[:4]),
                    ),
                )
                for row in shown(LAB_TESTS)
                if row.group is group
            ],
        )
        for group in LAB_GROUPS
    ]
    return [*groups, (gettext("Or"), [(OTHER, gettext("Another test"))])]


class LabTestForm(QuestionForm):
    """Which test it is."""

    test = forms.ChoiceField(
        label=_("Test"),
        choices=test_choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the test, or “Another test”")},
    )
    own_words = line(label=_("If it is another test, its name as the report prints it"))

    def clean(self) -> dict[str, Any]:
        """Ask for the name of a test that is not in the list, and take none beside one that is."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        test, name = cleaned.get("test"), cleaned.get("own_words")
        if test == OTHER and not name:
            self.add_error("own_words", gettext("Type the name of the test"))
        elif test in LAB_TESTS_BY_ID and name:
            self.add_error(
                "own_words",
                gettext("You chose “%(test)s”, and typed another name. Keep one of them")
                % {"test": spoken(LAB_TESTS_BY_ID[test].wording)},
            )
        return cleaned


def write_test(answers: Answers, cleaned: Mapping[str, Any], entry: LabResult | None) -> Answers:
    """Return the answers with a new result, or one that is now of another test."""
    if entry is None:
        number, answers = answers.with_next_item()
        entry = LabResult(item=number, **cleaned)
    changed = entry.model_copy(update=dict(cleaned))
    return write_results(answers, replace_entry(answers.lab_results.entries, changed))


class LabResultForm(AskingForm):
    """What the report says: result, unit, the lab's own range and mark, and when."""

    value = line(
        width="short",
        label=_("Result"),
        help_text=_("Copy it exactly, with any < or > sign. A word is fine: “Negative”."),
    )
    waiting = forms.BooleanField(required=False, label=_("I am still waiting for this result"))
    unit = forms.ChoiceField(
        required=False,
        label=_("Unit"),
        help_text=_("The letters printed beside the result."),
        widget=forms.Select(attrs={"class": "select"}),
    )
    unit_as_printed = line(
        width="short", label=_("If it is another unit, type it as the report prints it")
    )
    lab_range = line(
        label=_("The lab’s own range, if printed"),
        help_text=_("Often in brackets or headed “reference range”. For example: 200-900."),
    )
    flag = one_of(
        ReportFlag,
        REPORT_FLAG,
        label=_("How does the report mark this result?"),
    )
    taken_on = line(
        width="short",
        label=_("When was the sample taken?"),
        help_text=_("For example: 12 Nov 2026, or March 2024."),
    )
    b12_before = one_of(B12Before, B12_BEFORE, label=_("Had any B12 been taken before this test?"))

    def arrange(self) -> None:
        """Offer the units that labs print for this test, and leave out what cannot matter."""
        entry = self.item
        # Without an entry the form is not shown: it only puts what was sent for one into words.
        test, unit = (entry.test, entry.unit) if isinstance(entry, LabResult) else (OTHER, "")
        offered = UNITS_BY_ID if test == OTHER else LAB_TESTS_BY_ID[test].units
        units = [row for row in offered if row in UNITS_BY_ID]
        if unit in UNITS_BY_ID and unit not in units:
            units.append(unit)
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            ("", gettext("Choose a unit")),
            *((unit, UNITS_BY_ID[unit].shown) for unit in units),
            (OTHER, gettext("Another unit")),
            (NO_UNIT, gettext("No unit printed")),
        ]

    def layout(self) -> Layout:
        """Return the fields in the order in which a report prints them."""
        return Layout(
            "value",
            "unit",
            "unit_as_printed",
            "lab_range",
            "flag",
            "taken_on",
            "b12_before",
            "waiting",
            "asked",
        )

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing, and once about a number that does not fit its unit."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        value, unit = cleaned["value"], cleaned["unit"]
        if unit in UNITS_BY_ID and cleaned["unit_as_printed"]:
            self.add_error(
                "unit_as_printed",
                gettext("You chose “%(unit)s”, and typed another unit. Keep one of them")
                % {"unit": UNITS_BY_ID[unit].shown},
            )
        if cleaned["waiting"]:
            if value:
                self.add_error(
                    "waiting", gettext("You typed a result. Take it out, or untick “waiting”")
                )
            return cleaned
        if not value:
            self.add_error(
                "value",
                gettext("Type the result as your report prints it, or tick “still waiting” below"),
            )
        elif parse_quantity(value) and not unit:
            self.add_error("unit", gettext("Choose the unit printed beside your result"))
        if unit == OTHER and not cleaned["unit_as_printed"]:
            self.add_error("unit_as_printed", gettext("Type the unit as your report prints it"))
        if not self.errors:
            self._ask_about_unit(value, unit, cleaned["lab_range"])
        return cleaned

    def _ask_about_unit(self, value: str, unit: str, lab_range: str) -> None:
        entry: LabResult = self.item  # type: ignore[assignment]  # this page always has one
        quantity = parse_quantity(value)
        if quantity is None or (value, unit, lab_range) == (
            entry.value,
            entry.unit,
            entry.lab_range,
        ):
            return
        printed = parse_range(lab_range)
        guards = check_typing(
            entry.test,
            quantity.value,
            unit,
            comparator=quantity.comparator,
            range_low=_end(printed.low) if printed else None,
            range_high=_end(printed.high) if printed else None,
            range_unit_id=printed.unit_id if printed else None,
        )
        if guards:
            question = " ".join(spoken(guard.says) for guard in guards)
            keep = gettext("If it is right as you typed it, press Continue again to keep it.")
            self.ask("value", f"{value}|{unit}|{lab_range}", f"{question} {keep}")


def _end(limit: Limit | None) -> Decimal | None:
    """Return the number at one end of a range."""
    return limit.number.readings[0] if limit else None


def write_result(answers: Answers, cleaned: Mapping[str, Any], entry: LabResult) -> Answers:
    """Return the answers with what the report says about one test."""
    parts = {name: value for name, value in cleaned.items() if name != "asked"}
    changed = entry.model_copy(update=parts)
    return write_results(answers, replace_entry(answers.lab_results.entries, changed))


def write_results(answers: Answers, entries: tuple[LabResult, ...]) -> Answers:
    """Return the answers with these results."""
    return answers.replace(lab_results=LabResults(has=HasResults.SOME, entries=entries))


LAB_RESULTS = add_step(
    LabResultsForm,
    slug="lab-results",
    section=_("Lab results"),
    title=voices(_("Your lab results"), _("Their lab results")),
    why="why-lab-results",
)

LAB_TEST = ItemStep(
    slug="lab-test",
    section=_("Lab results"),
    form=LabTestForm,
    entries=lambda answers: answers.lab_results.entries,
    title=lambda _answers, _entry: gettext("Which test is it?"),
    read=lambda _answers, entry: entry.model_dump() if entry else {},
    write=write_test,
    list_slug="lab-results",
    side_trip=True,
    makes_entries=True,
    then="lab-result",
)

LAB_RESULT = ItemStep(
    slug="lab-result",
    section=_("Lab results"),
    form=LabResultForm,
    entries=lambda answers: answers.lab_results.entries,
    title=lambda _answers, entry: (
        gettext("%(test)s: what does the report say?") % {"test": name_of(entry)}
    ),
    read=lambda _answers, entry: entry.model_dump(),
    write=write_result,
    list_slug="lab-results",
    side_trip=True,
)
