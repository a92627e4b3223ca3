"""Says on screen, while somebody answers, what fits on page 1 of the sheet and what moves on."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext

from appointments.answers import Answers
from appointments.pdf.render import Paper
from appointments.pdf.sheet import PrintedWords
from appointments.summary.budget import arrange
from appointments.summary.build import summary_today
from appointments.translation import spoken


def room_in_words(
    answers: Answers, *, paper: Paper | None = None, timeline: bool = False
) -> tuple[str, ...]:
    """Return a sentence about page 1 of the standard sheet, and one about page 2 if there is one.

    Args:
        answers: What the person told us.
        paper: The paper; None: what printers hold at their clinic, or in their country.
        timeline: Whether the sheet ends with a timeline.
    """
    words = PrintedWords(gettext)
    sheet = words.of_summary(summary_today(answers, timeline=timeline))
    pages = arrange(sheet, paper=paper or answers.paper, below=words.not_printed)
    if not pages.second:
        return (gettext("Everything so far fits on page 1 of your sheet."),)
    if not pages.moved:
        return (gettext("Your answers fit on page 1 of your sheet."), spoken(pages.onward) + ".")
    moves = ngettext(
        "%(count)s entry moves to page 2 of your sheet.",
        "%(count)s entries move to page 2 of your sheet.",
        pages.moved,
    )
    return (moves % {"count": pages.moved}, spoken(pages.onward) + ".")
