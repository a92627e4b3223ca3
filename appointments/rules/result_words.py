"""A lab result in a line, as typed: the report's word, the number, the unit."""

from __future__ import annotations

from appointments.answer_parts import LabResult
from appointments.catalogue.units import UNITS_BY_ID
from appointments.choices import QUALITATIVE_RESULT
from appointments.phrases import Joined, Phrase, Text, _

_WAITING = Phrase(_("waiting for the result"))
_NOT_TYPED = Phrase(_("result not typed in"))


def is_given(result: LabResult) -> bool:
    """Whether a number or a word was given."""
    return bool(result.value or result.qualitative)


def result_in_words(result: LabResult) -> Text:
    """Return "Negative, 3.2 U/mL", or that there is no result yet; a unit is kept without one."""
    unit = UNITS_BY_ID[result.unit].shown if result.unit in UNITS_BY_ID else result.unit_as_printed
    number = f"{result.value} {unit}".strip() if result.value else result.unit_as_printed
    parts: list[Text] = [QUALITATIVE_RESULT[result.qualitative]] if result.qualitative else []
    if result.waiting and not is_given(result):
        parts.append(_WAITING)
    elif not is_given(result):
        parts.append(_NOT_TYPED)
    if number:
        parts.append(number)
    if result.waiting and is_given(result):
        parts.append(_WAITING)  # a part of it is here
    return parts[0] if len(parts) == 1 else Joined(tuple(parts))
