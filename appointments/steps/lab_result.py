"""What the report says about one test: result, unit, the lab's own range and mark, and when."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_types import OTHER
from appointments.answers import Answers, LabResult
from appointments.catalogue.lab_tests import LAB_TESTS_BY_ID
from appointments.catalogue.typing_guards import check_typing
from appointments.catalogue.units import UNITS_BY_ID
from appointments.choices import B12_BEFORE, REPORT_FLAG, B12Before, ReportFlag
from appointments.quantities import Limit, parse_quantity, parse_range
from appointments.steps.fields import line, one_of
from appointments.steps.lab_results import name_of, write_results
from appointments.steps.step import AskingForm, ItemStep, replace_entry
from appointments.translation import spoken

NO_UNIT = "none"


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
