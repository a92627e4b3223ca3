"""Lab results, copied exactly: the list of them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import MAX_LAB_RESULTS, LabResult, LabResults
from appointments.answers import Answers
from appointments.choices import HAS_RESULTS, REPORT_FLAG_ON_PAPER, HasResults
from appointments.phrases import Phrase, Text, gettext_noop
from appointments.rules.names import lab_test_name
from appointments.rules.result_words import result_in_words
from appointments.rules.sample_timing import b12_timing, biotin_timing
from appointments.steps.adding import AddForm, add_step
from appointments.steps.step import voices
from appointments.translation import spoken

LAB_PASTE_SLUG = "lab-paste"
PASTE = "paste"
"""The answer that leads to the page where a report's text is pasted."""


def name_of(entry: LabResult) -> str:
    """Return what a test is called on the page."""
    return spoken(lab_test_name(entry))


def describe(entry: LabResult) -> str:
    """Return the result as typed, with unit and date, in a line."""
    result = spoken(result_in_words(entry))
    return f"{result}, {entry.taken_on}" if entry.taken_on else result


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
        """Return all that was said of a result."""
        facts: list[Text] = [
            describe(entry),
            Phrase(gettext_noop("lab’s own range %(range)s"), {"range": entry.lab_range})
            if entry.lab_range
            else "",
            REPORT_FLAG_ON_PAPER.get(entry.flag, "") if entry.flag else "",
            b12_timing(entry),
            biotin_timing(entry),
        ]
        return "; ".join(spoken(fact) for fact in facts if fact)

    def choices(self) -> list[tuple[str, str]]:
        """Return the answers to choose from; results can also be pasted, many at a time."""
        first, *others = super().choices()
        return [first, (PASTE, gettext("Yes, paste text from a report")), *others]

    @property
    def ways_to_add(self) -> Mapping[str, str]:
        """The answers that lead to a new entry."""
        return {**super().ways_to_add, PASTE: LAB_PASTE_SLUG}


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
