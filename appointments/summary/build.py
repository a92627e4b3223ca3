"""The sheet, section by section, in the fixed order of a clinical handover."""

from __future__ import annotations

from datetime import date

from appointments.answers import Answers
from appointments.choices import PreparingFor
from appointments.phrases import Phrase, _
from appointments.summary.about import about_section, reason, who
from appointments.summary.absorption import absorption_section
from appointments.summary.b12_tried import b12_tried_section
from appointments.summary.lab_order import newest_first
from appointments.summary.lab_results import lab_results_section
from appointments.summary.model import Summary
from appointments.summary.not_filled_in import not_filled_in_section
from appointments.summary.questions import first_questions_section, other_questions_section
from appointments.summary.safety import safety_section
from appointments.summary.symptoms import symptoms_section
from appointments.summary.timeline import timeline_section
from appointments.summary.trend import trend_sections

# Behind them: what was not filled in, the other questions, and pictures.
SECTIONS = (
    about_section,
    first_questions_section,
    safety_section,
    lab_results_section,
    absorption_section,
    b12_tried_section,
    symptoms_section,
)

# The title, and the line at the foot of each page.
OWN_WORDS = (
    Phrase(_("For my appointment: vitamin B12")),
    Phrase(_("The person’s own account, prepared with B12 Guide. Not a diagnosis.")),
)
NOBODYS_WORDS = (
    Phrase(_("For the appointment: vitamin B12")),
    Phrase(_("Prepared with B12 Guide. Not a diagnosis.")),
)
CAREGIVER_WORDS = (
    Phrase(_("For the appointment: vitamin B12")),
    Phrase(_("A caregiver’s account, prepared with B12 Guide. Not a diagnosis.")),
)


MADE = Phrase(
    _(
        "Not checked against records. Suggested questions follow published guidance. "
        "No advice on treatment."
    )
)


def summary_today(answers: Answers, *, timeline: bool = False) -> Summary:
    """Return the summary of the day that it is now in the person's country."""
    return build_summary(answers, today=answers.their_country.today(), timeline=timeline)


def build_summary(answers: Answers, *, today: date, timeline: bool = False) -> Summary:
    """Return the summary of the answers.

    Args:
        answers: What the person told us.
        today: The day on which the sheet is made; "3 years ago" means before this day.
        timeline: Whether to end with everything on one time axis.
    """
    title, footer = {
        PreparingFor.SELF: OWN_WORDS,
        PreparingFor.OTHER: CAREGIVER_WORDS,
        None: NOBODYS_WORDS,  # nobody has said who writes
    }[answers.preparing_for]
    in_order = newest_first(answers, today)
    sections = tuple(section(in_order) for section in SECTIONS)
    return Summary(
        title=title,
        who=who(answers, today),
        reason=reason(answers),
        sections=(
            *sections,
            not_filled_in_section(sections),
            other_questions_section(in_order),
            *trend_sections(answers, today),
            *((timeline_section(answers, today),) if timeline else ()),
        ),
        footer=footer,
        made=MADE,
    )
