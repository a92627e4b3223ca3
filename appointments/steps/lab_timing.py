"""Whether B12 or biotin was taken before a sample: both can change how its result is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answer_parts import LabResult
from appointments.answers import Answers
from appointments.choices import B12_BEFORE, YES_NO, B12Before, YesNo
from appointments.dates import parse_when
from appointments.steps.fields import line, one_of
from appointments.steps.lab_results import name_of, write_results
from appointments.steps.step import ItemStep, QuestionForm, replace_entry

TIMING = ("b12_before", "b12_how_long", "biotin")


def day_of(taken_on: str) -> date | None:
    """Return the day of a sample, if it is certain which day that was."""
    span = parse_when(taken_on, timezone.localdate())
    return span.earliest if span and span.earliest == span.latest else None


def same_sample(answers: Answers, entry: LabResult) -> LabResult | None:
    """Return another result of the same day whose timing is known: it was one visit to the lab."""
    day = day_of(entry.taken_on)
    return next(
        (
            other
            for other in answers.lab_results.entries
            if day and day_of(other.taken_on) == day and _has_timing(other)
        ),
        None,
    )


def _has_timing(entry: LabResult) -> bool:
    return any(getattr(entry, name) for name in TIMING)


class TimingForm(QuestionForm):
    """B12 and biotin before the sample."""

    b12_before = one_of(
        B12Before,
        B12_BEFORE,
        label=_("Had any B12 been taken before this sample?"),
        help_text=_("If there were tablets and injections, choose the one taken last."),
    )
    b12_how_long = line(
        width="short",
        label=_("If so, how long before the sample was the last one?"),
        help_text=_("For example: 5 days, or about 3 weeks."),
    )
    biotin = one_of(
        YesNo,
        YES_NO,
        label=_("Was biotin taken in the 3 days before the sample?"),
        help_text=_("Biotin is in many vitamins for hair, skin and nails."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a time since the last B12 beside "no B12 before"."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "b12_before" in self.fields:
            self.refuse_both("b12_before", {B12Before.NONE}, "b12_how_long")
        return cleaned


class LabTimingForm(TimingForm):
    """The timing of one result."""

    copied = False

    def arrange(self) -> None:
        """Say where the answers come from, if another result of that day has some."""
        entry = self.item
        if isinstance(entry, LabResult) and not _has_timing(entry):
            other = same_sample(self.answers, entry)
            if other:
                self.copied = True
                self.lead = gettext(
                    "Filled in as for %(test)s of the same day. Change it if it was different."
                ) % {"test": name_of(other)}

    def has_changed(self) -> bool:
        """Return whether there is something to keep: what was filled in for the person is new."""
        return self.copied or super().has_changed()


def read(answers: Answers, entry: LabResult) -> dict[str, Any]:
    """Return the timing so far, or else that of the same day's sample."""
    known = entry if _has_timing(entry) else same_sample(answers, entry) or entry
    return {name: getattr(known, name) for name in TIMING}


def write(answers: Answers, cleaned: Mapping[str, Any], entry: LabResult) -> Answers:
    """Return the answers with the timing of one result."""
    changed = entry.model_copy(update=dict(cleaned))
    return write_results(answers, replace_entry(answers.lab_results.entries, changed))


LAB_TIMING = ItemStep(
    slug="lab-timing",
    section=_("Lab results"),
    form=LabTimingForm,
    entries=lambda answers: answers.lab_results.entries,
    title=lambda _answers, entry: (
        gettext("%(test)s: what was taken before?") % {"test": name_of(entry)}
    ),
    read=read,
    write=write,
    list_slug="lab-results",
    side_trip=True,
    why="why-lab-timing",
)
