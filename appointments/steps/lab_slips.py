"""What looks like a slip in a typed result or date, and the question to ask about it."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext

from appointments.catalogue.guards import Guard
from appointments.catalogue.typing_guards import check_typing
from appointments.catalogue.units import find_unit
from appointments.dates import parse_when
from appointments.quantities import Limit, parse_quantity, parse_range
from appointments.summary.wording import date_in_words
from appointments.translation import spoken

LONG_RESULT = 20

IN_NUMBERS = re.compile(r" *[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4} *")
"""A date that is read day first in some countries, and month first in others."""


def split_unit(value: str) -> str | None:
    """Return the text before the unit that stands at the end, or None if none stands there."""
    ends = (end for end in range(1, len(value)) if find_unit(value[end:]))
    return next((value[:end].rstrip() for end in ends), None)


def is_more_than_a_result(value: str) -> bool:
    """Return whether a whole line of a report seems to stand where the result alone should."""
    has_more = "(" in value or "[" in value or len(value) > LONG_RESULT
    return has_more and any(sign.isdigit() for sign in value) and parse_quantity(value) is None


def date_question(typed: str, country: str | None) -> str:
    """Return what to ask about a date that others could read differently, or not at all."""
    today = timezone.localdate()
    when = parse_when(typed, today)
    if when is None:
        if not any(sign.isdigit() for sign in typed):
            return ""
        return gettext("We could not read this date. An example is 12 Nov 2026, or March 2024.")
    # Somewhere it is tomorrow already.
    if when.earliest > today + timedelta(days=1):
        return gettext("This date has not come yet. Is it right?")
    if IN_NUMBERS.fullmatch(typed) and when.earliest != when.latest:
        days = {
            "one": spoken(date_in_words(when.earliest, country)),
            "other": spoken(date_in_words(when.latest, country)),
        }
        return (
            gettext(
                "Is this %(one)s or %(other)s? Write the month as a word, so that nobody takes "
                "one for the other."
            )
            % days
        )
    return ""


def guards_for(*, test: str, value: str, unit: str, lab_range: str) -> tuple[Guard, ...]:
    """Return what to ask about a result that looks mistyped."""
    quantity, printed = parse_quantity(value), parse_range(lab_range)
    if quantity is None:
        return ()
    return check_typing(
        test,
        quantity.value,
        unit,
        comparator=quantity.comparator,
        range_low=_end(printed.low) if printed else None,
        range_high=_end(printed.high) if printed else None,
        range_unit_id=printed.unit_id if printed else None,
    )


def _end(limit: Limit | None) -> Decimal | None:
    """Return the number at one end of a range."""
    return limit.number.readings[0] if limit else None
