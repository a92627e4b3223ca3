"""What must be read first: red flags that the person reports, above every number."""

from __future__ import annotations

from appointments.answers import Answers
from appointments.phrases import Phrase, _
from appointments.rules.red_flags import red_flags
from appointments.summary.model import Cell, ChangeLink, Kind, Row, Section

CHANGE = ChangeLink(step="safety", about=Phrase(_("the safety check")))


def safety_section(answers: Answers) -> Section:
    """Return the red flags that are happening or new, and what is over."""
    safety = answers.safety
    rows = [
        Row(cells=(Cell(text=flag.reported, strong=True),), changes=(CHANGE,))
        for flag in red_flags(answers)
    ]
    if safety.past:
        over = Phrase(_("Earlier, and over now: %(what)s"), {"what": safety.past})
        rows.append(Row(cells=(Cell(text=over),), changes=(CHANGE,)))
    if not rows:
        words = (
            Phrase(_("None of the warning signs now, or new in the last 2 weeks"))
            if safety.none_of_these
            else Phrase(_("Safety check not answered"))
        )
        rows.append(Row(cells=(Cell(text=words),), changes=(CHANGE,), answered=False))
    return Section(
        id="safety", title=Phrase(_("Please note first")), kind=Kind.NOTICE, rows=tuple(rows)
    )
