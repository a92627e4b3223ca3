"""What the report says about one test: result, unit, the lab's own range and mark, and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import LabResult
from appointments.answer_types import NO_UNIT, OTHER
from appointments.answers import Answers
from appointments.catalogue.lab_tests import LAB_TESTS_BY_ID
from appointments.catalogue.units import UNITS_BY_ID
from appointments.choices import (
    QUALITATIVE_RESULT,
    REPORT_FLAG,
    RESULT_SAID_BY,
    RESULT_SAID_BY_SELF,
    QualitativeResult,
    ReportFlag,
    SaidBy,
)
from appointments.quantities import parse_quantity
from appointments.steps.fields import line, one_of
from appointments.steps.lab_results import name_of, write_results
from appointments.steps.lab_slips import (
    date_question,
    guards_for,
    is_more_than_a_result,
    split_unit,
)
from appointments.steps.pinning import drop_pin_unless_full, pin
from appointments.steps.step import AskingForm, ItemStep, replace_entry
from appointments.steps.who_says import in_voice, who_says
from appointments.translation import spoken


class LabResultForm(AskingForm):
    """What the report says: result, unit, the lab's own range and mark, and when."""

    qualitative = one_of(
        QualitativeResult,
        QUALITATIVE_RESULT,
        none=_("No word, only a number"),
        label=_("Which word does the report print?"),
    )
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
    said_by = who_says(SaidBy, RESULT_SAID_BY)
    pinned = pin()

    def arrange(self) -> None:
        """Offer the units that labs print for this test, and words where labs print words."""
        entry = self.item
        # Without an entry the form is not shown: it only puts what was sent for one into words.
        test, unit = (entry.test, entry.unit) if isinstance(entry, LabResult) else (OTHER, "")
        listed = LAB_TESTS_BY_ID.get(test)
        if (listed and listed.qualitative) or getattr(entry, "qualitative", None):
            self.fields["value"].label = gettext("Number or titer, if there is one")
            self.fields["value"].help_text = gettext("For example: 3.2, <20 or 1:80.")
        else:
            del self.fields["qualitative"]
        offered = listed.units if listed else UNITS_BY_ID
        units = [row for row in offered if row in UNITS_BY_ID]
        if unit in UNITS_BY_ID and unit not in units:
            units.append(unit)
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            ("", gettext("Choose a unit")),
            *((unit, UNITS_BY_ID[unit].shown) for unit in units),
            (OTHER, gettext("Another unit")),
            (NO_UNIT, gettext("No unit printed")),
        ]
        in_voice(self, "said_by", own=RESULT_SAID_BY_SELF, other=RESULT_SAID_BY)
        drop_pin_unless_full(self)

    def layout(self) -> Layout:
        """Return the fields in the order in which a report prints them."""
        return Layout(
            *(["qualitative"] if "qualitative" in self.fields else []),
            "value",
            "unit",
            "unit_as_printed",
            "lab_range",
            "flag",
            "taken_on",
            "waiting",
            "said_by",
            *(["pinned"] if "pinned" in self.fields else []),
            "asked",
        )

    def clean(self) -> dict[str, Any]:
        """Ask for what is missing, and once about what looks like a slip."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        self._take_unit_from_value()
        if self.errors:
            return cleaned
        value, unit = cleaned["value"], cleaned["unit"]
        if unit in UNITS_BY_ID and cleaned["unit_as_printed"]:
            self.add_error(
                "unit_as_printed",
                gettext("You chose “%(unit)s”, and typed another unit. Keep one of them")
                % {"unit": UNITS_BY_ID[unit].shown},
            )
        given = value or cleaned.get("qualitative")
        if cleaned["waiting"]:
            if given:
                self.add_error(
                    "waiting", gettext("You gave a result. Take it out, or untick “waiting”")
                )
            return cleaned
        if not given:
            self.add_error(
                "value",
                gettext("Type the result as your report prints it, or tick “still waiting” below"),
            )
        elif parse_quantity(value) and not unit:
            self.add_error("unit", gettext("Choose the unit printed beside your result"))
        if unit == OTHER and not cleaned["unit_as_printed"]:
            self.add_error("unit_as_printed", gettext("Type the unit as your report prints it"))
        if not self.errors:
            self._ask_about_slips()
        return cleaned

    def _take_unit_from_value(self) -> None:
        """Put a unit that was typed behind the number where units are, unless two disagree."""
        cleaned = self.cleaned_data
        quantity = parse_quantity(cleaned["value"])
        if quantity is None or quantity.unit_id is None:
            return
        number, typed = split_unit(cleaned["value"]), UNITS_BY_ID[quantity.unit_id]
        if number is None:
            self.add_error(
                "value",
                gettext(
                    "Type the result alone here, such as 142 or >2000. Its unit and its mark "
                    "(L, H or *) have boxes of their own below"
                ),
            )
        elif cleaned["unit"] in ("", typed.id) and not cleaned["unit_as_printed"]:
            cleaned |= {"value": number, "unit": typed.id}
        else:
            self.add_error(
                "unit",
                gettext("You typed “%(unit)s” behind the result. Choose that unit, or take it out")
                % {"unit": typed.shown},
            )

    def _ask_about_slips(self) -> None:
        """Ask once about a result or a date that looks mistyped."""
        cleaned = self.cleaned_data
        slips = {"value": self._value_slips(), "taken_on": self._date_slips()}
        typed = (cleaned[name] for name in ("value", "unit", "lab_range", "taken_on"))
        self.ask(
            "|".join((self.entry.test, *typed)),
            {name: " ".join((*asked, str(self.keep_it))) for name, asked in slips.items() if asked},
        )

    @property
    def entry(self) -> LabResult:
        """The result that the page is about."""
        return self.item  # type: ignore[return-value]  # this page always has one

    def _value_slips(self) -> tuple[str, ...]:
        """Return what to ask about the result, its unit and its range."""
        cleaned, test = self.cleaned_data, LAB_TESTS_BY_ID.get(self.entry.test)
        value, unit = cleaned["value"], cleaned["unit"]
        if test and unit in UNITS_BY_ID and unit not in test.units:
            # Seen where a result was moved to another test.
            question = gettext(
                "Labs do not usually print %(unit)s for this test. Are the test and the unit right?"
            )
            return (question % {"unit": UNITS_BY_ID[unit].shown},)
        if not self.is_new("value", "unit", "lab_range"):
            return ()
        if is_more_than_a_result(value):
            return (
                gettext(
                    "This looks like more than the result. Type the result alone here: its unit, "
                    "range and mark have boxes of their own below."
                ),
            )
        guards = guards_for(
            test=self.entry.test, value=value, unit=unit, lab_range=cleaned["lab_range"]
        )
        return tuple(spoken(guard.says) for guard in guards)

    def _date_slips(self) -> tuple[str, ...]:
        """Return what to ask about the date."""
        if not self.is_new("taken_on"):
            return ()
        question = date_question(self.cleaned_data["taken_on"], self.answers.country)
        return (question,) if question else ()


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
    then="lab-timing",
    why="why-lab-result",
)
