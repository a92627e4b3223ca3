"""Which lab test a result is of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import LabResult
from appointments.answer_types import OTHER
from appointments.answers import Answers
from appointments.catalogue.lab_test_names import find_tests
from appointments.catalogue.lab_test_search import likely_tests
from appointments.catalogue.lab_tests import LAB_GROUPS, LAB_TESTS, LAB_TESTS_BY_ID, LabTest
from appointments.steps.catalogue_choices import grouped
from appointments.steps.fields import line
from appointments.steps.lab_results import write_results
from appointments.steps.step import AskingForm, ItemStep, replace_entry
from appointments.translation import spoken


def _choice(row: LabTest) -> tuple[str, str]:
    """Return a test with what reports call it."""
    names = ", ".join(row.abbreviations[:4])
    return row.id, format_html("{}<small>{}</small>", spoken(row.wording), names)


def _another() -> tuple[str, str]:
    return OTHER, gettext("Another test")


def test_choices() -> list[tuple[str, Any]]:
    """Return the tests by group, with what reports call them."""
    return [*grouped(LAB_GROUPS, LAB_TESTS, _choice), (gettext("Or"), [_another()])]


class LabTestForm(AskingForm):
    """Which test it is: by its name on the report, or from the list."""

    own_words = line(
        label=_("Its name or letters, as the report prints them"),
        help_text=_("For example: B12, holoTC, HGB or PCV."),
    )
    test = forms.ChoiceField(
        required=False,
        label=_("Or choose it from the list"),
        choices=test_choices,
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        """Find the test by what was typed, and take no two names for one."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        test, typed = cleaned["test"], cleaned["own_words"]
        found = [row.id for row in find_tests(typed) or likely_tests(typed)]
        if typed and not test:
            self._find(typed, found)
        elif test in found or (test in LAB_TESTS_BY_ID and self.was_asked(typed)):
            # The name was only a way to find the test that is chosen now.
            cleaned["own_words"] = ""
        elif test in LAB_TESTS_BY_ID and typed:
            self.add_error(
                "own_words",
                gettext("You chose “%(test)s”, and typed another name. Keep one of them")
                % {"test": spoken(LAB_TESTS_BY_ID[test].wording)},
            )
        elif not typed:
            problem = {
                "": ("test", gettext("Type the name of the test, or choose it from the list")),
                OTHER: ("own_words", gettext("Type the name of the test")),
            }.get(test)
            if problem:
                self.add_error(*problem)
        return cleaned

    def _find(self, typed: str, found: list[str]) -> None:
        """Take the one test that the name can mean; ask where it is none or several."""
        if len(found) == 1 and find_tests(typed):
            self.cleaned_data |= {"test": found[0], "own_words": ""}
        elif found:
            likely = [_choice(LAB_TESTS_BY_ID[test]) for test in found]
            self.fields["test"].choices = [*likely, _another()]  # type: ignore[attr-defined]
            self.add_error(
                "test",
                gettext("Choose the test that your report calls “%(name)s”") % {"name": typed},
            )
        else:
            question = gettext(
                "“%(name)s” is not in our list. Press Continue again to keep this name, or choose "
                "a test below"
            )
            self.cleaned_data["test"] = OTHER
            self.ask(typed, {"own_words": question % {"name": typed}})


def write_test(answers: Answers, cleaned: Mapping[str, Any], entry: LabResult | None) -> Answers:
    """Return the answers with a new result, or one that is now of another test."""
    named = {"test": cleaned["test"], "own_words": cleaned["own_words"]}
    if entry is None:
        number, answers = answers.with_next_item()
        entry = LabResult(item=number, **named)
    changed = entry.model_copy(update=named)
    return write_results(answers, replace_entry(answers.lab_results.entries, changed))


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
    why="why-lab-test",
)
