"""Which lab test a result is of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_types import OTHER
from appointments.answers import Answers, LabResult
from appointments.catalogue.entry import shown
from appointments.catalogue.lab_tests import LAB_GROUPS, LAB_TESTS, LAB_TESTS_BY_ID
from appointments.steps.fields import line
from appointments.steps.lab_results import write_results
from appointments.steps.step import ItemStep, QuestionForm, replace_entry
from appointments.translation import spoken


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
