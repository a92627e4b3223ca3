"""What was taken before a sample, and how long before, in words."""

from __future__ import annotations

import re

from appointments.answer_parts import LabResult
from appointments.choices import B12_BEFORE_ON_PAPER, B12Before, YesNo
from appointments.phrases import Joined, Phrase, Text, _

_COUNT = (
    r"(?:[0-9]{1,3}(?:[.,][0-9])?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|half an?)"
)
_LENGTH = re.compile(
    r"(?:(?:about|around|approximately|roughly|nearly|almost|less than|more than|over|under|at"
    r" least) )?"
    rf"{_COUNT}(?: ?(?:-|–|to|or) ?{_COUNT})? "
    r"(?i:hours?|hrs?|days?|weeks?|wks?|months?|mths?|years?|yrs?)"
)

_TIME_AFTER = {
    B12Before.ORAL: _("taken %(time)s after tablets, drops or spray"),
    B12Before.INJECTION: _("taken %(time)s after an injection"),
}
_BIOTIN = {
    YesNo.YES: Phrase(_("biotin in the 3 days before")),
    YesNo.UNKNOWN: Phrase(_("not known if biotin was taken")),
}


def time_since_b12(result: LabResult) -> str:
    """Return the time from the last B12 to the sample, if a plain length of time was typed."""
    return result.b12_how_long if _LENGTH.fullmatch(result.b12_how_long) else ""


def b12_timing(result: LabResult) -> Text:
    """Return the B12 before a sample, and how long before; "" if nothing was said.

    What is no plain length of time ("same day, in the morning") stands as it was typed.
    """
    before, typed = result.b12_before, result.b12_how_long
    if before is None:
        return Phrase(_("last B12 before the sample: %(time)s"), {"time": typed}) if typed else ""
    if before in _TIME_AFTER and time_since_b12(result):
        return Phrase(_TIME_AFTER[before], {"time": typed})
    words = B12_BEFORE_ON_PAPER[before]
    return Joined((words, typed), ": ") if typed else words


def biotin_timing(result: LabResult) -> Text:
    """Return whether biotin was taken before a sample; "" for "no", which changes nothing."""
    return _BIOTIN.get(result.biotin, "") if result.biotin else ""
